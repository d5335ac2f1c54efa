/// The words of the interface, such as the text of a button, by name.
///
/// A template says `{{words.skip-to-content}}`; the word becomes escaped text when the template is compiled.
public struct Words: Sendable {
    let entries: [String: String]

    /// Words by name, without the `words.` that templates put before it.
    public init(_ entries: [String: String]) {
        self.entries = entries
    }
}
