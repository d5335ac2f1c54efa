extension StringProtocol {
    /// Without white space and line ends at both ends.
    func trimmingSpaces() -> String {
        let isSpace = { (character: Character) in character.isWhitespace }
        guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[start...end])
    }

    /// Words parted by single spaces, in lower case: how names are compared when their exact form fails.
    func foldedForComparison() -> String {
        lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
