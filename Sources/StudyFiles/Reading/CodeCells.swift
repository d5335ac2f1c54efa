import Study

/// Reads cells of codes: what `CodeIndex` says of each, and the themes in the order of the codebook.
struct CodeCells: Sendable {
    /// More codes than this are not read fast.
    private static let mostCodes = 16

    private let codes: CodeIndex
    private let order: [ThemeID: Int]
    /// Each theme as a list of its own, which all quotes that support nothing else have in common.
    private let alone: [[ThemeID]]
    private let ranks: NameTable

    init(_ codebook: Codebook) {
        codes = codebook.codes
        order = Dictionary(
            codebook.themes.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        alone = codebook.themes.map { [$0.id] }
        var ranks = NameTable(capacity: codes.names.count)
        for name in codes.names {
            if let theme = codes.theme(for: name), let rank = order[theme] { ranks.add(name, rank) }
        }
        self.ranks = ranks
    }

    /// The themes that a cell means, each once and in order; nil if any of its codes means none, or if it holds none.
    func themes(of cell: String) -> [ThemeID]? {
        let known = cell.utf8.withContiguousStorageIfAvailable { knownThemes(of: $0) } ?? nil
        if let known { return known }
        return codes.themes(forCell: cell).map(ordered)
    }

    /// Themes in the order of the codebook.
    func ordered(_ themes: [ThemeID]) -> [ThemeID] {
        themes.count > 1 ? themes.sorted { (order[$0] ?? 0) < (order[$1] ?? 0) } : themes
    }

    /// The same if the names of all codes stand there as they are in the codebook, parted by semicolons and spaces.
    private func knownThemes(of cell: UnsafeBufferPointer<UInt8>) -> [ThemeID]? {
        guard !codes.holdsSeparator else { return nil }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.mostCodes) { found in
            var count = 0
            var start = 0
            while start <= cell.count {
                var end = start
                while end < cell.count, cell[end] != UInt8(ascii: ";") { end += 1 }
                let part = trimmed(cell, start..<end)
                start = end + 1
                if part.isEmpty { continue }
                // Line ends part codes, too; and what is not ASCII may be the same as something else.
                guard part.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), let rank = ranks.number(of: part) else {
                    return nil
                }
                var place = count
                while place > 0, found[place - 1] > rank { place -= 1 }
                if place > 0, found[place - 1] == rank { continue }
                guard count < Self.mostCodes else { return nil }
                for index in stride(from: count, to: place, by: -1) { found[index] = found[index - 1] }
                found[place] = rank
                count += 1
            }
            if count < 2 { return count == 0 ? nil : alone[found[0]] }
            return found[..<count].map { alone[$0][0] }
        }
    }

    private func trimmed(_ cell: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, cell[start] == 0x20 { start += 1 }
        while end > start, cell[end - 1] == 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: cell[start..<end])
    }
}
