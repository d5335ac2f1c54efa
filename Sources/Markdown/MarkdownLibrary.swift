import CMarkGFM

/// The library that reads and renders Markdown.
public enum MarkdownLibrary {
    /// Its version, as it says itself at run time.
    public static var version: String { String(cString: cmark_version_string()) }
}
