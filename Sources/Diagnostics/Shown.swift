extension StringProtocol {
    /// The text as messages quote it: on one line, and cut after sixty characters.
    public var shown: String {
        let line = split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count <= 60 ? line : line.prefix(59) + "…"
    }
}
