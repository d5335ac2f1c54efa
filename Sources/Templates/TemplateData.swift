import Fingerprints

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

    /// Adds all that a template can see of this value to a fingerprint: of two values that add the same, the template
    /// makes the same.
    ///
    /// As it stands it asks the fields that the template uses. A type that is shown in many places may keep what comes
    /// of that, and one whose fields are made of a few others may add those instead.
    func add(to fingerprinter: inout Fingerprinter, for use: Use)
}

extension TemplateData {
    public func add(to fingerprinter: inout Fingerprinter, for use: Use) { addFields(to: &fingerprinter, for: use) }

    /// Asks every field of this type that the template uses.
    public func addFields(to fingerprinter: inout Fingerprinter, for use: Use) {
        let shape = Self.fields.shape
        withUnsafePointer(to: self) { model in
            for slot in use.slots(of: shape) { shape.getters[slot].add(UnsafeRawPointer(model), &fingerprinter, use) }
        }
    }
}

extension Fingerprinter {
    /// Adds all that a template can see of each of several values, and how many they are.
    public mutating func add(_ values: [some TemplateData], for use: Use) {
        add(values.count)
        for value in values { value.add(to: &self, for: use) }
    }
}

/// The names that a type gives to templates. Of two fields with one name, the first counts.
///
/// That the type has to be `TemplateData` is left to those who ask for fields: said here and of `Field`, it would be looked
/// up among all conformances of the program when it runs, for each type anew.
public struct Fields<Model>: Sendable, ExpressibleByArrayLiteral {
    @usableFromInline let shape: Shape

    /// The names that a type gives to templates.
    public init(_ fields: [Field<Model>]) {
        var names: [String] = []
        var kinds: [FieldKind] = []
        var getters: [Getter] = []
        for field in fields {
            names.append(field.name)
            kinds.append(field.kind)
            getters.append(field.getter)
        }
        shape = Shape(id: ObjectIdentifier(Model.self), names: names, kinds: kinds, getters: getters)
    }

    /// The names that a type gives to templates.
    public init(arrayLiteral fields: Field<Model>...) {
        self.init(fields)
    }

    /// The names in the order in which they were declared.
    public var names: [String] { shape.names }
}
