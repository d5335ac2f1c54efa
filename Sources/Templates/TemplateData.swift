/// A value that templates can show. It declares once which names it has and how each is got.
///
///     extension QuoteCard: TemplateData {
///         static let fields: Fields<QuoteCard> = [
///             .text("id") { $0.id.description },
///             .html("words") { $0.words },
///             .list("themes") { $0.themes },
///         ]
///     }
///
/// What a template does not use is not computed. A type may hold lists or records of itself.
public protocol TemplateData: Sendable {
    /// The names that templates may use for a value of this type.
    static var fields: Fields<Self> { get }
}

/// The names that a type gives to templates. Of two fields with one name, the first counts.
public struct Fields<Model: TemplateData>: Sendable, ExpressibleByArrayLiteral {
    @usableFromInline let shape: Shape

    /// The names that a type gives to templates.
    public init(_ fields: [Field<Model>]) {
        shape = Shape(
            id: ObjectIdentifier(Model.self),
            names: fields.map(\.name),
            kinds: fields.map(\.kind),
            getters: fields.map(\.getter)
        )
    }

    /// The names that a type gives to templates.
    public init(arrayLiteral fields: Field<Model>...) {
        self.init(fields)
    }

    /// The names in the order in which they were declared.
    public var names: [String] { shape.names }
}
