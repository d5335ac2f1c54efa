import Interchange

/// The texts that a file holds, to see whether words stand in them as they are.
struct Transcripts {
    private let texts: [String: [String]]

    init(_ documents: [CodedProject.Document]) {
        texts = Dictionary(grouping: documents, by: \.name).mapValues { $0.compactMap(\.text) }
    }

    /// Whether a document holds some words, sign for sign but for white space: then nobody edited them.
    func hold(_ words: String, in document: String?) -> Bool {
        guard let document, let texts = texts[document] else { return false }
        let wanted = Self.singleSpaced(words)
        return !wanted.isEmpty && texts.contains { Self.contains(Self.singleSpaced($0), wanted) }
    }

    private static func singleSpaced(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var isBetween = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isBetween = true
                continue
            }
            if isBetween, !result.isEmpty { result.append(0x20) }
            isBetween = false
            result.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
        return result
    }

    private static func contains(_ text: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, wanted.count <= text.count else { return false }
        return text.withUnsafeBufferPointer { text in
            wanted.withUnsafeBufferPointer { wanted in
                (0...text.count - wanted.count).contains { start in
                    guard text[start] == first else { return false }
                    return (1..<wanted.count).allSatisfy { text[start + $0] == wanted[$0] }
                }
            }
        }
    }
}
