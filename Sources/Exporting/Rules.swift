import Diagnostics

extension Rule {
    /// A character that XML has no way to write, such as a control character or U+FFFE.
    public static let exportLostCharacter = Rule(
        "export-lost-character",
        .warning,
        "A text holds a character that no XML can hold, so files for QDA tools have a sign in its place."
    )
}

extension Rule {
    /// The findings of an export.
    public static let ofExports: [Rule] = [.exportLostCharacter]
}
