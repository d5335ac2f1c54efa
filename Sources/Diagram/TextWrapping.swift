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
        var best = fill(pieces, width: Double(width))
        guard best.count > 1 else { return best }
        var low = width / 2
        var high = width
        // Bisection: the narrowest width that needs no more lines.
        while low < high {
            let middle = (low + high) / 2
            let lines = fill(pieces, width: Double(middle))
            if lines.count <= best.count && breaksNoMoreWords(lines, than: best) {
                best = lines
                high = middle
            } else {
                low = middle + 1
            }
        }
        return best
    }

    /// How wide the widest run of letters is that would have to be broken within on any narrower line.
    static func longestWord(of texts: [String], measure: TextMeasure) -> Int {
        let wrapping = TextWrapping(measure: measure, width: 0)
        let widths = texts.flatMap { wrapping.pieces(of: $0) }.map { piece in
            wrapping.measureWidth(piece.characters[...]) + (piece.showsHyphen ? measure.width(of: "-") : 0)
        }
        return Int((widths.max() ?? 0).rounded(.up))
    }

    /// A run of text that stays together, if it can.
    private struct Piece {
        var characters: [Character] = []
        var hasSpaceBefore = false
        /// Whether a hyphen shows when the line breaks after it.
        var showsHyphen = false
    }

    private func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var current = Piece()
        func close() {
            if !current.characters.isEmpty { pieces.append(current) }
            current = Piece()
        }
        for character in Sanitised.text(text) {
            if character == "\u{AD}" {
                current.showsHyphen = true
                close()
            } else if character == "\u{200B}" {
                close()
            } else if character.isWhitespace && character != "\u{A0}" && character != "\u{202F}" {
                close()
                current.hasSpaceBefore = !pieces.isEmpty
            } else {
                if Self.isIdeograph(character) && !current.characters.isEmpty { close() }
                current.characters.append(character)
                if Self.breaksAfter(character) || Self.isIdeograph(character) { close() }
            }
        }
        close()
        return pieces
    }

    private static func breaksAfter(_ character: Character) -> Bool {
        switch character {
        case "-", "\u{2010}", "\u{2013}", "\u{2014}", "/": true
        default: false
        }
    }

    private static func isIdeograph(_ character: Character) -> Bool {
        guard let value = character.unicodeScalars.first?.value else { return false }
        switch value {
        // Punctuation (U+3000…U+303F) stays with what stands before it.
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFD: return true
        default: return false
        }
    }

    private func fill(_ pieces: [Piece], width: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0.0
        var endsSoftly = false
        func close() {
            if endsSoftly { line.append("-") }
            lines.append(line)
            line = ""
            used = 0
            endsSoftly = false
        }
        let space = measure.width(of: " ")
        let hyphen = measure.width(of: "-")
        for piece in pieces {
            let own = piece.characters.reduce(0.0) { $0 + measure.width(of: $1) }
            let needed = own + (piece.showsHyphen ? hyphen : 0)
            let gap = piece.hasSpaceBefore ? space : 0
            if !line.isEmpty {
                if used + gap + needed <= width {
                    if piece.hasSpaceBefore { line.append(" ") }
                    line.append(contentsOf: piece.characters)
                    used += gap + own
                    endsSoftly = piece.showsHyphen
                    continue
                }
                if piece.hasSpaceBefore { endsSoftly = false }
                close()
            }
            var rest = piece.characters[...]
            while let cut = cut(rest, width: width, hyphen: hyphen) {
                line = String(rest[..<cut])
                endsSoftly = rest[cut - 1].isCased && rest[cut].isCased
                close()
                rest = rest[cut...]
            }
            line = String(rest)
            used = measureWidth(rest)
            endsSoftly = piece.showsHyphen
        }
        if !line.isEmpty {
            endsSoftly = false
            close()
        }
        return lines
    }

    private func measureWidth(_ characters: ArraySlice<Character>) -> Double {
        characters.reduce(0.0) { $0 + measure.width(of: $1) }
    }

    /// Where to break a word if it is too wide: at least one character comes before, and three after if there are so many.
    ///
    /// Looks no further than a line reaches, so that a text of one endless word costs no more than any other.
    private func cut(_ characters: ArraySlice<Character>, width: Double, hyphen: Double) -> Int? {
        var used = 0.0
        var end = characters.startIndex
        var cut = characters.startIndex
        while end < characters.endIndex {
            used += measure.width(of: characters[end])
            if used > width { break }
            end += 1
            if used + hyphen <= width { cut = end }
        }
        if end == characters.endIndex { return nil }
        cut = max(cut, characters.startIndex + 1)
        if characters.endIndex - cut < 3 { cut = max(characters.startIndex + 1, characters.endIndex - 3) }
        return cut < characters.endIndex ? cut : nil
    }

    /// Evenness is not worth a word broken within.
    private func breaksNoMoreWords(_ lines: [String], than others: [String]) -> Bool {
        func broken(_ lines: [String]) -> Int { lines.reduce(0) { $0 + ($1.hasSuffix("-") ? 1 : 0) } }
        return broken(lines) <= broken(others)
    }
}
