import Fingerprints
import Publishing
import Study
import StudyFiles

extension BuildMemory {
    /// Changes whenever the same bytes would mean something else.
    private static let word = "verbatim-memory 4\n"

    /// The memory as it is kept: a word, then numbers of eight bytes, and at the end the fingerprint of all that. A text is
    /// its length and then its bytes, filled up with zeros.
    var bytes: [UInt8] {
        var writer = Writer()
        writer.words.reserveCapacity(64 + site.stamps.count * 4 + planned.count)
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
        var bytes = Array(Self.word.utf8)
        writer.words.withUnsafeBytes { bytes += $0 }
        let end = Fingerprint { $0.add(bytes) }
        var last = Writer()
        last.add(end)
        last.words.withUnsafeBytes { bytes += $0 }
        return bytes
    }

    /// Reads a memory; nil if it is not whole, or of another kind.
    init?(reading bytes: [UInt8]) {
        guard bytes.count >= 16 + Self.word.utf8.count, bytes.starts(with: Self.word.utf8) else { return nil }
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
        guard let list = reader.fingerprint(), let manifest = reader.fingerprint(),
            let stamps = reader.fingerprints(), let shown = reader.fingerprints(), shown.count == stamps.count,
            let planned = reader.numbers(), let textCount = reader.number()
        else { return nil }
        site = StampedSite(list: list, manifest: manifest.unlessNone, stamps: stamps)
        self.shown = shown
        self.planned = planned.map { FileNumber($0) }
        texts = []
        for _ in 0..<max(0, textCount) {
            guard let text = reader.knownText() else { return nil }
            texts.append(text)
        }
    }
}

/// Stands for no stamp; none comes out like this but by the chance that fingerprints live with.
private let none = Fingerprint(0, 0)

extension Fingerprint {
    fileprivate var unlessNone: Fingerprint? { self == none ? nil : self }
}

private struct Writer {
    var words: [UInt64] = []

    mutating func add(_ number: Int) { words.append(UInt64(bitPattern: Int64(number)).littleEndian) }

    mutating func add(_ fingerprint: Fingerprint?) {
        let (first, second) = (fingerprint ?? none).halves
        words.append(first.littleEndian)
        words.append(second.littleEndian)
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        var word: UInt64 = 0
        for (position, byte) in text.utf8.enumerated() {
            word |= UInt64(byte) << (position % 8 * 8)
            guard position % 8 == 7 else { continue }
            words.append(word.littleEndian)
            word = 0
        }
        if text.utf8.count % 8 != 0 { words.append(word.littleEndian) }
    }
}

extension Writer {
    /// Where names stand, each as three numbers.
    mutating func add(_ text: KnownText) {
        add(text.content)
        add(text.mentions.count * 3)
        for mention in text.mentions {
            for number in [mention.offset, mention.length, mention.kind.rawValue] { add(number) }
        }
    }
}

/// Reads what a `Writer` wrote, and nil wherever it ends too early.
private struct Reader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func number() -> Int? { word().map { Int(Int64(bitPattern: $0)) } }

    mutating func fingerprint() -> Fingerprint? {
        guard let first = word(), let second = word() else { return nil }
        return Fingerprint(first, second)
    }

    mutating func text() -> String? {
        guard let count = number(), count >= 0, count <= bytes.endIndex - position else { return nil }
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

    mutating func knownText() -> KnownText? {
        guard let content = fingerprint(), let numbers = numbers(), numbers.count % 3 == 0 else { return nil }
        var mentions: [KnownText.Mention] = []
        for start in stride(from: 0, to: numbers.count, by: 3) {
            guard let kind = Prose.Kind(rawValue: numbers[start + 2]) else { return nil }
            mentions.append(KnownText.Mention(offset: numbers[start], length: numbers[start + 1], kind: kind))
        }
        return KnownText(content: content, mentions: mentions)
    }

    /// How many items follow, each of so many bytes; nil if there are not as many.
    private mutating func count(of size: Int) -> Int? {
        guard let count = number(), count >= 0, count <= (bytes.endIndex - position) / size else { return nil }
        return count
    }

    private mutating func word() -> UInt64? {
        guard bytes.endIndex - position >= 8 else { return nil }
        defer { position += 8 }
        return bytes.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position - bytes.startIndex, as: UInt64.self))
        }
    }
}
