/// The templates, words, styles and scripts that stand behind a study's own: the files of `templates/` as they were
/// when the program was built.
public enum BuiltInFiles {
    /// The text of each file, by its path inside `templates/`.
    public static var all: [String: String] { embedded }
}
