import Diagnostics

extension Rule {
    /// A control character that XML has no way to write.
    public static let exportLostCharacter = Rule(
        "export-lost-character",
        .warning,
        "A text holds a control character that the files of QDA tools cannot hold, so a sign stands in its place there."
    )

    /// The findings of writing files for other tools.
    public static let ofExports: [Rule] = [.exportLostCharacter]
}
