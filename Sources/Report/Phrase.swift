/// A sentence with places for values, `{group}`, taken apart once so that it can be filled many times.
struct Phrase: Sendable {
    private enum Piece {
        case words(String)
        case place(String)
    }

    private let pieces: [Piece]

    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
            pieces.append(.place(String(rest[rest.utf8.index(after: open)..<close])))
            rest = rest[rest.utf8.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        self.pieces = pieces
    }

    /// The sentence with values in its places. A place without a value stays as it was written; what a value holds is
    /// never taken for a place.
    func filled(_ values: KeyValuePairs<String, String>) -> String {
        pieces.reduce(into: "") { result, piece in
            switch piece {
            case .words(let words): result += words
            case .place(let name): result += values.first { $0.key == name }?.value ?? "{\(name)}"
            }
        }
    }
}
