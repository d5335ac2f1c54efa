import Fingerprints
import Publishing
import Study
import StudyFiles

extension BuildMemory {
    /// Changes whenever the same bytes would mean something else.
    private static let name = "verbatim-memory 4"

    /// The memory as it is kept, in words of eight bytes with the lowest first: a name, then all it holds, and at the end
    /// the fingerprint of that. A text is its length and then its bytes, filled up with zeros.
    var words: [UInt64] {
        var writer = Writer()
        let mentions = texts.reduce(0) { $0 + $1.mentions.count + 3 }
        writer.words.reserveCapacity(64 + site.stamps.count * 4 + planned.count + mentions)
        writer.add(Self.name)
        writer.add(program)
        writer.add(templates)
        writer.add(inputs)
        for number in [told.pages, told.quotes, told.themes, told.warnings, told.notes] { writer.add(number) }
        writer.add(copied.count)
        for file in copied {
            writer.add(file.path)
            writer.add(file.content)
        }
        writer.add(site.list)
        writer.add(site.manifest)
        writer.add(site.stamps.count)
        for stamp in site.stamps { writer.add(stamp) }
        writer.add(shown.count)
        for shown in shown { writer.add(shown) }
        writer.add(planned.count)
        for number in planned { writer.add(number.rawValue) }
        writer.add(texts.count)
        for text in texts { writer.add(text) }
        writer.add(writer.words.withUnsafeBytes { bytes in Fingerprint { $0.add(bytes) } })
        return writer.words
    }

    /// Reads a memory; nil if it is not whole, or of another kind.
    init?(reading bytes: [UInt8]) {
        guard let memory = bytes.withUnsafeBytes(Self.reading) else { return nil }
        self = memory
    }

    private static func reading(_ bytes: UnsafeRawBufferPointer) -> BuildMemory? {
        guard bytes.count >= 16 else { return nil }
        let content = UnsafeRawBufferPointer(rebasing: bytes.dropLast(16))
        var end = Reader(UnsafeRawBufferPointer(rebasing: bytes.suffix(16)))
        guard end.fingerprint() == Fingerprint({ $0.add(content) }) else { return nil }
        var reader = Reader(content)
        guard reader.text() == name, let program = reader.fingerprint(), let templates = reader.fingerprint(),
            let inputs = reader.fingerprint(), let told = reader.told(), let copied = reader.copied(),
            let list = reader.fingerprint(), let manifest = reader.fingerprint(),
            let stamps = reader.fingerprints(), let shown = reader.fingerprints(), shown.count == stamps.count,
            let planned = reader.numbers(), let texts = reader.texts()
        else { return nil }
        return BuildMemory(
            program: program,
            templates: templates,
            inputs: inputs,
            copied: copied,
            told: told,
            site: StampedSite(list: list, manifest: manifest.unlessNone, stamps: stamps),
            shown: shown,
            planned: planned.map { FileNumber($0) },
            texts: texts
        )
    }
}

/// Stands for no stamp; none comes out like this but by the chance that fingerprints live with.
private let none = Fingerprint(0, 0)

extension Fingerprint {
    fileprivate var unlessNone: Fingerprint? { self == none ? nil : self }
}

private struct Writer {
    var words: [UInt64] = []

    mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    mutating func add(_ word: UInt64) { words.append(word.littleEndian) }

    mutating func add(_ fingerprint: Fingerprint?) {
        let (first, second) = (fingerprint ?? none).halves
        add(first)
        add(second)
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        var word: UInt64 = 0
        for (position, byte) in text.utf8.enumerated() {
            word |= UInt64(byte) << (position % 8 * 8)
            guard position % 8 == 7 else { continue }
            add(word)
            word = 0
        }
        if text.utf8.count % 8 != 0 { add(word) }
    }

    /// A mention is one word. One that does not fit would not be found again, and its text be read anew.
    mutating func add(_ text: RememberedText) {
        add(text.content)
        add(text.mentions.count)
        for mention in text.mentions {
            let length = UInt64(min(max(mention.length, 0), 1 << 30 - 1))
            add(UInt64(UInt32(clamping: mention.offset)) << 32 | length << 2 | UInt64(mention.kind.rawValue))
        }
    }
}

/// Reads what a `Writer` wrote, and nil wherever it ends too early.
private struct Reader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func number() -> Int? { word().map { Int(Int64(bitPattern: $0)) } }

    mutating func fingerprint() -> Fingerprint? {
        guard let first = word(), let second = word() else { return nil }
        return Fingerprint(first, second)
    }

    mutating func text() -> String? {
        guard let count = number(), count >= 0, count <= bytes.count - position else { return nil }
        defer { position += (count + 7) & ~7 }
        return String(validating: bytes[position..<(position + count)], as: UTF8.self)
    }

    mutating func numbers() -> [Int]? {
        guard let count = count(of: 8) else { return nil }
        return (0..<count).compactMap { _ in number() }
    }

    mutating func fingerprints() -> [Fingerprint?]? {
        guard let count = count(of: 16) else { return nil }
        return (0..<count).map { _ in fingerprint()?.unlessNone }
    }

    mutating func told() -> Told? {
        guard let pages = number(), let quotes = number(), let themes = number(), let warnings = number(),
            let notes = number()
        else { return nil }
        return Told(pages: pages, quotes: quotes, themes: themes, warnings: warnings, notes: notes)
    }

    mutating func copied() -> [BuildMemory.CopiedFile]? {
        guard let count = count(of: 24) else { return nil }
        var files: [BuildMemory.CopiedFile] = []
        for _ in 0..<count {
            guard let path = text(), let content = fingerprint() else { return nil }
            files.append(BuildMemory.CopiedFile(path: path, content: content))
        }
        return files
    }

    mutating func texts() -> [RememberedText]? {
        guard let count = count(of: 24) else { return nil }
        var texts: [RememberedText] = []
        texts.reserveCapacity(count)
        for _ in 0..<count {
            guard let content = fingerprint(), let mentions = mentions() else { return nil }
            texts.append(RememberedText(content: content, mentions: mentions))
        }
        return texts
    }

    private mutating func mentions() -> [RememberedText.Mention]? {
        guard let count = count(of: 8) else { return nil }
        var mentions: [RememberedText.Mention] = []
        mentions.reserveCapacity(count)
        for _ in 0..<count {
            guard let word = word(), let kind = Prose.Kind(rawValue: Int(word & 3)) else { return nil }
            let length = Int(word >> 2 & (1 << 30 - 1))
            mentions.append(RememberedText.Mention(offset: Int(word >> 32), length: length, kind: kind))
        }
        return mentions
    }

    /// How many items follow, each of so many bytes at least; nil if there are not as many.
    private mutating func count(of size: Int) -> Int? {
        guard let count = number(), count >= 0, count <= (bytes.count - position) / size else { return nil }
        return count
    }

    private mutating func word() -> UInt64? {
        guard bytes.count - position >= 8 else { return nil }
        defer { position += 8 }
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
}
