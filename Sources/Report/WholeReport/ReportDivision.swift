/// Divides the pieces of the report into pages.
enum ReportDivision {
    /// The pieces of each page. A new page begins where the next piece, or a theme with its sub-themes, would be too
    /// much for the page.
    static func pages(_ pieces: [ReportPieces.Piece], room: Int) -> [[ReportPiece]] {
        var pages: [[ReportPiece]] = [[]]
        var used = 0
        for piece in pieces {
            if used > 0, used + piece.bytesTogether > room {
                pages.append([])
                used = 0
            }
            pages[pages.count - 1].append(piece.piece)
            used += piece.bytes
        }
        return pages
    }
}
