/// Breaks a text into lines of a given width.
///
/// Lines break at spaces, after hyphens, dashes and slashes, at soft hyphens and between ideographs. A word that is wider than
/// a line is broken within. Line breaks of the text itself are spaces. Nothing is ever left out but white space,
/// characters that no document may hold, and soft hyphens.
struct TextWrapping {
    let measure: TextMeasure
    let width: Int

    /// The lines: as few as fit, and as even as that allows, so that no last line is a lone short word.
    func lines(of text: String) -> [String] {
        let pieces = pieces(of: text)
        var best = fill(pieces, width: width)
        if best.count > 1 {
            var low = width / 2
            var high = width
            // Bisection: the narrowest width that needs no more lines.
            while low < high {
                let middle = (low + high) / 2
                let lines = fill(pieces, width: middle)
                if lines.count <= best.count && breaksNoMoreWords(lines, than: best, pieces) {
                    best = lines
                    high = middle
                } else {
                    low = middle + 1
                }
            }
        }
        return best.map { $0.text(pieces) }
    }

    /// How wide the widest run of letters is that would have to be broken within on any narrower line.
    static func longestWord(of texts: [String], measure: TextMeasure) -> Int {
        let wrapping = TextWrapping(measure: measure, width: 0)
        let advances = texts.flatMap { wrapping.pieces(of: $0) }.map { $0.advanceAtEnd }
        return Int(measure.width(ofAdvance: advances.max() ?? 0).rounded(.up))
    }

    /// A run of text that stays together, if it can.
    private struct Piece {
        var text: Substring
        /// The sum of the advances of its characters.
        var advance: Int
        var hasSpaceBefore: Bool
        /// Whether a hyphen shows when the line breaks after it.
        var showsHyphen: Bool

        var advanceAtEnd: Int { advance + (showsHyphen ? TextWrapping.hyphen : 0) }
    }

    /// What stands on a line: pieces, of which the first and the last may be broken within. Most lines are tried and not
    /// taken, so their texts are made only in the end.
    private struct Line {
        var pieces: ClosedRange<Int>
        var start: String.Index
        var end: String.Index
        /// Whether a hyphen shows that is not of the text.
        var endsSoftly = false

        func text(_ all: [Piece]) -> String {
            var text = ""
            for position in pieces {
                let piece = all[position]
                if piece.hasSpaceBefore, position > pieces.lowerBound { text.append(" ") }
                text.append(contentsOf: piece.text[max(start, piece.text.startIndex)..<min(end, piece.text.endIndex)])
            }
            if endsSoftly { text.append("-") }
            return text
        }

        func endsWithHyphen(_ all: [Piece]) -> Bool {
            endsSoftly || all[pieces.upperBound].text[..<end].utf8.last == UInt8(ascii: "-")
        }
    }

    private func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        let text = Sanitised.text(text)
        var start = text.startIndex
        var advance = 0
        var hasSpaceBefore = false
        func close(at end: String.Index, next: String.Index, showsHyphen: Bool = false) {
            if start < end {
                pieces.append(
                    Piece(
                        text: text[start..<end],
                        advance: advance,
                        hasSpaceBefore: hasSpaceBefore,
                        showsHyphen: showsHyphen
                    )
                )
            }
            start = next
            advance = 0
            hasSpaceBefore = false
        }
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            switch Self.kind(of: character) {
            case .softHyphen: close(at: index, next: next, showsHyphen: true)
            case .softBreak: close(at: index, next: next)
            case .space:
                close(at: index, next: next)
                hasSpaceBefore = !pieces.isEmpty
            case .ideograph:
                if start < index { close(at: index, next: index) }
                advance += TextMeasure.advance(of: character)
                close(at: next, next: next)
            case .breaksAfter:
                advance += TextMeasure.advance(of: character)
                close(at: next, next: next)
            case .letter: advance += TextMeasure.advance(of: character)
            }
            index = next
        }
        close(at: index, next: index)
        return pieces
    }

    /// What a character means to who looks for a place to break a line.
    private enum Kind {
        case letter, space, breaksAfter, softHyphen, softBreak, ideograph
    }

    private static func kind(of character: Character) -> Kind {
        if let byte = character.asciiValue {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "/"): return .breaksAfter
            case 0x09...0x0D, 0x20: return .space
            default: return .letter
            }
        }
        let scalars = character.unicodeScalars
        guard let value = scalars.first?.value else { return .letter }
        if scalars.dropFirst().isEmpty {
            switch value {
            case 0x2010, 0x2013, 0x2014: return .breaksAfter
            case 0xAD: return .softHyphen
            case 0x200B: return .softBreak
            case 0xA0, 0x202F: return .letter
            default: break
            }
        }
        switch value {
        // Punctuation (U+3000…U+303F) stays with what stands before it.
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFD: return .ideograph
        default: return character.isWhitespace ? .space : .letter
        }
    }

    private func fill(_ pieces: [Piece], width: Int) -> [Line] {
        var lines: [Line] = []
        var used = 0
        for (position, piece) in pieces.enumerated() {
            if let last = lines.indices.last {
                let gap = piece.hasSpaceBefore ? Self.space : 0
                if fits(used + gap + piece.advanceAtEnd, in: width) {
                    lines[last].pieces = lines[last].pieces.lowerBound...position
                    lines[last].end = piece.text.endIndex
                    used += gap + piece.advance
                    continue
                }
                lines[last].endsSoftly = pieces[position - 1].showsHyphen && !piece.hasSpaceBefore
            }
            var rest = piece.text
            used = piece.advance
            while let cut = cut(rest, advance: used, width: width) {
                lines.append(Line(pieces: position...position, start: rest.startIndex, end: cut))
                lines[lines.count - 1].endsSoftly = rest[..<cut].last?.isCased == true && rest[cut].isCased
                used -= rest[..<cut].reduce(0) { $0 + TextMeasure.advance(of: $1) }
                rest = rest[cut...]
            }
            lines.append(Line(pieces: position...position, start: rest.startIndex, end: rest.endIndex))
        }
        return lines
    }

    private static let space = TextMeasure.advance(of: " ")
    private static let hyphen = TextMeasure.advance(of: "-")

    private func fits(_ advance: Int, in width: Int) -> Bool { measure.width(ofAdvance: advance) <= Double(width) }

    /// Where to break a word if it is too wide: at least one character comes before, and three after if there are so many.
    ///
    /// Looks no further than a line reaches, so that a text of one endless word costs no more than any other.
    private func cut(_ word: Substring, advance: Int, width: Int) -> String.Index? {
        if fits(advance, in: width) { return nil }
        let least = word.index(after: word.startIndex)
        var used = 0
        var cut = least
        for index in word.indices {
            used += TextMeasure.advance(of: word[index])
            guard fits(used, in: width) else { break }
            if fits(used + Self.hyphen, in: width) { cut = word.index(after: index) }
        }
        if word.index(cut, offsetBy: 3, limitedBy: word.endIndex) == nil {
            cut = max(least, word.index(word.endIndex, offsetBy: -3, limitedBy: word.startIndex) ?? least)
        }
        return cut < word.endIndex ? cut : nil
    }

    /// Evenness is not worth a word broken within.
    private func breaksNoMoreWords(_ lines: [Line], than others: [Line], _ pieces: [Piece]) -> Bool {
        lines.count { $0.endsWithHyphen(pieces) } <= others.count { $0.endsWithHyphen(pieces) }
    }
}
