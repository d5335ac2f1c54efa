import Processors

/// The words of a text without its marks. All copies of it share one.
public final class PlainText: Sendable {
    private let made = Once<String>()
    private let make: @Sendable () -> String

    /// Words that are known.
    public init(_ text: String) { make = { text } }

    /// Words that are made when somebody first asks for them: of most texts that were read before nobody does.
    public init(when make: @escaping @Sendable () -> String) { self.make = make }

    /// The words.
    public var text: String { made.get(make) }
}
