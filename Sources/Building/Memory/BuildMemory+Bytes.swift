import Fingerprints
import Publishing

extension BuildMemory {
    /// Changes whenever the same bytes would mean something else.
    private static let word = "verbatim-memory 2\n"

    /// The memory as it is kept: a word, then numbers of eight bytes and texts after their lengths, and at the end the
    /// fingerprint of all that.
    var bytes: [UInt8] {
        var writer = Writer()
        writer.bytes += Self.word.utf8
        writer.add(program)
        writer.add(templates)
        writer.add(inputs)
        for number in [told.pages, told.quotes, told.themes, told.warnings, told.notes] { writer.add(number) }
        writer.add(copied.count)
        for file in copied {
            writer.add(file.path)
            writer.add(file.content)
        }
        writer.add(site.manifest)
        writer.add(site.files.count)
        for (file, shown) in zip(site.files, shown) {
            writer.add(file.path.rawValue)
            writer.add(file.stamp)
            writer.add(shown)
        }
        writer.add(Fingerprint { $0.add(writer.bytes) })
        return writer.bytes
    }

    /// Reads a memory; nil if it is not whole, or of another kind.
    init?(reading bytes: [UInt8]) {
        guard bytes.count > 16, bytes.starts(with: Self.word.utf8) else { return nil }
        var end = Reader(bytes: bytes[(bytes.count - 16)...])
        let content = bytes[..<(bytes.count - 16)]
        guard content.withUnsafeBytes({ whole in end.fingerprint() == Fingerprint { $0.add(whole) } }) else {
            return nil
        }
        var reader = Reader(bytes: content.dropFirst(Self.word.utf8.count))
        guard let program = reader.fingerprint(), let templates = reader.fingerprint(),
            let inputs = reader.fingerprint(), let pages = reader.number(),
            let quotes = reader.number(), let themes = reader.number(), let warnings = reader.number(),
            let notes = reader.number(), let copiedCount = reader.number()
        else { return nil }
        self.program = program
        self.templates = templates
        self.inputs = inputs
        told = Told(pages: pages, quotes: quotes, themes: themes, warnings: warnings, notes: notes)
        copied = []
        for _ in 0..<max(0, copiedCount) {
            guard let path = reader.text(), let content = reader.fingerprint() else { return nil }
            copied.append(CopiedFile(path: path, content: content))
        }
        guard let manifest = reader.fingerprint(), let count = reader.number() else { return nil }
        var files: [StampedSite.File] = []
        shown = []
        for _ in 0..<max(0, count) {
            guard let path = reader.text().flatMap(SitePath.init), let stamp = reader.fingerprint(),
                let shown = reader.fingerprint()
            else { return nil }
            files.append(StampedSite.File(path: path, stamp: stamp.unlessNone))
            self.shown.append(shown.unlessNone)
        }
        site = StampedSite(manifest: manifest.unlessNone, files: files)
    }
}

/// Stands for no stamp; none comes out like this but by the chance that fingerprints live with.
private let none = Fingerprint(0, 0)

extension Fingerprint {
    fileprivate var unlessNone: Fingerprint? { self == none ? nil : self }
}

private struct Writer {
    var bytes: [UInt8] = []

    mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    mutating func add(_ fingerprint: Fingerprint?) {
        let (first, second) = (fingerprint ?? none).halves
        add(first)
        add(second)
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes += text.utf8
    }

    private mutating func add(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes += $0 }
    }
}

/// Reads what a `Writer` wrote, and nil wherever it ends too early.
private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func number() -> Int? { word().map { Int(Int64(bitPattern: $0)) } }

    mutating func fingerprint() -> Fingerprint? {
        guard let first = word(), let second = word() else { return nil }
        return Fingerprint(first, second)
    }

    mutating func text() -> String? {
        guard let count = number(), count >= 0, count <= bytes.count else { return nil }
        defer { bytes = bytes.dropFirst(count) }
        return String(validating: bytes.prefix(count), as: UTF8.self)
    }

    private mutating func word() -> UInt64? {
        guard bytes.count >= 8 else { return nil }
        defer { bytes = bytes.dropFirst(8) }
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    }
}
