import Study

extension Snapshot {
    /// The present state of a study.
    public init(_ study: Study) {
        var printer = TextPrinter()
        self.init(
            groups: study.groups.map { Group(id: $0.id, title: $0.title) },
            participants: study.participants.map { Participant(id: $0.id, group: $0.group) },
            themes: study.themes.map { Theme(id: $0.id, title: $0.title, parent: $0.parent) },
            quotes: study.quotes.map { quote in
                Quote(
                    id: quote.id,
                    participant: quote.participant,
                    themes: quote.themes,
                    print: printer.print(of: quote.text)
                )
            }
        )
    }

    /// The same without anything of some participants and quotes but the ids of the quotes, for those who withdrew.
    public func without(_ participants: Set<ParticipantID>, _ quotes: Set<QuoteID>) -> Snapshot {
        var rest = self
        rest.quotes.removeAll { quotes.contains($0.id) || participants.contains($0.participant) }
        let left = Set(rest.quotes.map(\.id))
        rest.withdrawn = Set(self.quotes.map(\.id)).subtracting(left).union(withdrawn).sorted()
        rest.participants.removeAll { participants.contains($0.id) }
        return rest
    }
}

/// Makes prints of texts.
public struct TextPrinter {
    private var reader = LetterReader()

    /// A printer.
    public init() {}

    /// The print of a text.
    ///
    /// Where one piece ends and the next begins depends on the words there and not on how far it is from the start, so
    /// that words taken away at the start change only the first pieces.
    public mutating func print(of text: String) -> TextPrint {
        let letters = reader.letters(of: text)
        var pieces: [TextPrint.Piece] = []
        var mark = Marks.seed
        var count = 0
        var words = 0
        for word in letters.words {
            let wordMark = Marks.of(letters.bytes[word])
            mark = Marks.of(letters.bytes[word], after: mark)
            count += word.count
            words += 1
            // A word or two could be found out by trying all words. The high bits, as the low ones of FNV tell more of the
            // last letter than of the others.
            guard words >= 3, (wordMark >> 40) % 2 == 0 || words == 8 else { continue }
            pieces.append(Self.piece(mark, count))
            (mark, count, words) = (Marks.seed, 0, 0)
        }
        if words > 0 { pieces.append(Self.piece(mark, count)) }
        return TextPrint(whole: Self.whole(text), pieces: pieces)
    }

    /// What the text makes, but for white space.
    private static func whole(_ text: String) -> UInt64 {
        var mark = Marks.seed
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: break
            case 0...0x7F: mark = (mark ^ UInt64(scalar.value)) &* Marks.prime
            default: for byte in scalar.utf8 { mark = (mark ^ UInt64(byte)) &* Marks.prime }
            }
        }
        return mark
    }

    private static func piece(_ mark: UInt64, _ letters: Int) -> TextPrint.Piece {
        TextPrint.Piece(mark: UInt32(truncatingIfNeeded: (mark ^ mark >> 32) & 0x1FF_FFFF), letters: letters)
    }
}
