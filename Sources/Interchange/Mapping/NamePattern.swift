/// What names or lines look like, written as people write it down: `BSR*`, `{participant}:`, `{participant}  {time}`.
///
/// `*` and `{any}` stand for any text, `?` for one character, `#` for one digit, `{number}` for digits, `{time}` for
/// what looks like `12:30`, `{participant}` and `{group}` for text that is taken from there. Letters count alike in capitals
/// and small ones, and any white space fits any other.
public struct NamePattern: Sendable, Hashable, CustomStringConvertible {
    /// As it was written.
    public let description: String

    private let pieces: [Piece]

    private enum Piece: Hashable {
        case literal(Unicode.Scalar)
        case space
        case one
        case digit
        case digits
        case time
        case any
        case participant
        case group
    }

    /// What a pattern found in a text.
    public struct Match: Sendable, Equatable {
        /// What stands at `{participant}`.
        public var participant: String?
        /// What stands at `{group}`.
        public var group: String?

        /// What was found.
        public init(participant: String? = nil, group: String? = nil) {
            self.participant = participant
            self.group = group
        }
    }

    /// A pattern as a person writes it. Braces around other words are taken as they stand.
    public init(_ text: String) {
        description = text
        var pieces: [Piece] = []
        var rest = text[...]
        let names: [(String, Piece)] = [
            ("{participant}", .participant), ("{speaker}", .participant), ("{group}", .group), ("{number}", .digits),
            ("{time}", .time), ("{any}", .any),
        ]
        while let character = rest.first {
            if let (name, piece) = names.first(where: { rest.lowercased().hasPrefix($0.0) }) {
                pieces.append(piece)
                rest = rest.dropFirst(name.count)
                continue
            }
            rest.removeFirst()
            switch character {
            case "*": if pieces.last != .any { pieces.append(.any) }
            case "?": pieces.append(.one)
            case "#": pieces.append(.digit)
            default:
                if character.isWhitespace {
                    if pieces.last != .space { pieces.append(.space) }
                } else {
                    pieces += String(character).lowercased().unicodeScalars.map { .literal($0) }
                }
            }
        }
        self.pieces = pieces
    }

    /// Whether a time has to stand in what fits.
    var namesTime: Bool { pieces.contains(.time) }

    /// How long a text may be to be looked at; a line that says who speaks is short.
    static let longest = 300

    /// What the pattern finds in a text, or nil if it does not fit.
    ///
    /// - Parameter whole: Whether nothing may follow after it.
    public func match(_ text: String, whole: Bool = true) -> Match? {
        let scalars = Array(text.unicodeScalars.prefix(Self.longest + 1))
        guard scalars.count <= Self.longest || !whole else { return nil }
        var matcher = Matcher(pieces: pieces, scalars: Array(scalars.prefix(Self.longest)), whole: whole)
        guard matcher.fits(0, 0) else { return nil }
        return matcher.match
    }

    private struct Matcher {
        let pieces: [Piece]
        let scalars: [Unicode.Scalar]
        let whole: Bool
        var match = Match()
        /// Pairs of piece and place that are known to fail, so that no pattern takes long.
        private var failed: Set<Int> = []

        init(pieces: [Piece], scalars: [Unicode.Scalar], whole: Bool) {
            self.pieces = pieces
            self.scalars = scalars
            self.whole = whole
        }

        mutating func fits(_ piece: Int, _ place: Int) -> Bool {
            guard piece < pieces.count else { return whole ? place == scalars.count : true }
            let key = piece * (NamePattern.longest + 2) + place
            guard !failed.contains(key) else { return false }
            for end in ends(of: pieces[piece], from: place) where fits(piece + 1, end) {
                let taken = String(String.UnicodeScalarView(scalars[place..<end])).trimmed
                switch pieces[piece] {
                case .participant: match.participant = taken
                case .group: match.group = taken
                default: break
                }
                return true
            }
            failed.insert(key)
            return false
        }

        /// Where a piece may end; the likelier first.
        private func ends(of piece: Piece, from place: Int) -> [Int] {
            func run(_ fits: (Unicode.Scalar) -> Bool) -> Int {
                var end = place
                while end < scalars.count, fits(scalars[end]) { end += 1 }
                return end
            }
            let next = place < scalars.count ? scalars[place] : nil
            switch piece {
            case .literal(let wanted):
                guard let next else { return [] }
                return next == wanted || next.properties.lowercaseMapping == String(wanted) ? [place + 1] : []
            case .space:
                let end = run(\.properties.isWhitespace)
                return end > place ? [end] : []
            case .one: return next == nil ? [] : [place + 1]
            case .digit: return next.map(isDigit) == true ? [place + 1] : []
            case .digits:
                let end = run(isDigit)
                return end > place ? Array((place + 1...end).reversed()) : []
            case .time:
                let end = run { isDigit($0) || ":.,[]()-–".unicodeScalars.contains($0) }
                guard end > place else { return [] }
                return (place + 1...end).reversed().filter { end in
                    let taken = scalars[place..<end]
                    return taken.contains(where: isDigit) && (taken.contains(":") || taken.contains("."))
                }
            case .any: return Array(place...scalars.count)
            case .participant, .group:
                // A name begins and ends with more than space, and is no sentence.
                guard let next, !next.properties.isWhitespace else { return [] }
                return Array(place + 1...max(place + 1, min(scalars.count, place + 60)))
            }
        }

        private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .decimalNumber }
    }
}
