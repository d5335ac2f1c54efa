import CSV

/// Looks over XML before libxml2 sees it: what only hostile files do is refused here, in one pass over the bytes.
///
/// libxml2 compares every attribute of an element with every other, and keeps all open elements.
enum XMLTraps {
    /// The document in UTF-8, if nothing speaks against reading it.
    static func checked(_ bytes: [UInt8], named name: String, limits: ImportLimits) throws(ImportError) -> [UInt8] {
        guard bytes.count <= min(limits.entrySize, Int(Int32.max) / 2) else {
            throw ImportError(.tooLarge, "‘\(name.shownShort)’ has more than \(limits.entrySize >> 20) MB")
        }
        let decoded = TextDecoding.decode(bytes)
        if let problem = decoded.problem {
            let line = decoded.utf8.prefix(problem.offset).count { $0 == 0x0A } + 1
            throw ImportError(
                .damaged,
                "‘\(name.shownShort)’ cannot be read as text at line \(line): \(problem.message)",
                help: "export it again"
            )
        }
        try decoded.utf8.withUnsafeBufferPointer { (buffer) throws(ImportError) in
            var scan = Scan(bytes: buffer, name: name.shownShort, limits: limits)
            try scan.run()
        }
        return decoded.utf8
    }

    private struct Scan {
        let bytes: UnsafeBufferPointer<UInt8>
        let name: String
        let limits: ImportLimits
        var index = 0
        var depth = 0

        mutating func run() throws(ImportError) {
            while let open = find(UInt8(ascii: "<"), from: index) {
                index = open + 1
                guard index < bytes.count else { return }
                switch bytes[index] {
                case UInt8(ascii: "!"): try declaration()
                case UInt8(ascii: "?"): skip(past: "?>")
                case UInt8(ascii: "/"):
                    depth -= 1
                    skip(past: ">")
                default: try element()
                }
            }
        }

        private mutating func element() throws(ImportError) {
            var attributes = 0
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: ">"):
                    if bytes[index - 1] != UInt8(ascii: "/") {
                        depth += 1
                        guard depth <= limits.depth else {
                            throw ImportError(
                                .hostile,
                                "‘\(name)’ nests its elements more than \(limits.depth) levels deep, which no QDA tool does"
                            )
                        }
                    }
                    index += 1
                    return
                case UInt8(ascii: "="):
                    attributes += 1
                    guard attributes <= limits.attributes else {
                        throw ImportError(
                            .hostile,
                            "an element of ‘\(name)’ has more than \(limits.attributes) attributes, which no QDA tool writes"
                        )
                    }
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    guard let close = find(bytes[index], from: index + 1) else {
                        index = bytes.count
                        return
                    }
                    index = close
                default: break
                }
                index += 1
            }
        }

        private mutating func declaration() throws(ImportError) {
            if starts("!--") {
                index += 3
                skip(past: "-->")
            } else if starts("![CDATA[") {
                skip(past: "]]>")
            } else {
                // A bare `<!DOCTYPE Project>` says nothing; all else is a grammar, here or elsewhere.
                let end = find(UInt8(ascii: ">"), from: index) ?? bytes.count
                let words = String(
                    decoding: UnsafeBufferPointer(rebasing: bytes[index..<min(end, index + 200)]),
                    as: UTF8.self
                )
                .split(whereSeparator: \.isWhitespace)
                guard words.count <= 2, !bytes[index..<end].contains(UInt8(ascii: "[")) else {
                    throw ImportError(
                        .hostile,
                        "‘\(name)’ declares entities or a grammar in a DOCTYPE, which no QDA tool does",
                        help: "such files are used for attacks; do not open it with other programs either"
                    )
                }
                index = end
            }
        }

        private func starts(_ text: StaticString) -> Bool {
            text.withUTF8Buffer { wanted in
                index + wanted.count <= bytes.count && wanted.indices.allSatisfy { bytes[index + $0] == wanted[$0] }
            }
        }

        private func find(_ byte: UInt8, from start: Int) -> Int? {
            bytes[min(start, bytes.count)...].firstIndex(of: byte)
        }

        private mutating func skip(past end: StaticString) {
            let last = end.withUTF8Buffer { $0[$0.count - 1] }
            let length = end.utf8CodeUnitCount
            let start = index
            while let found = find(last, from: index) {
                index = found + 1
                let candidate = found - length + 1
                guard candidate >= start else { continue }
                let matches = end.withUTF8Buffer { wanted in
                    wanted.indices.allSatisfy { bytes[candidate + $0] == wanted[$0] }
                }
                if matches { return }
            }
            index = bytes.count
        }
    }
}
