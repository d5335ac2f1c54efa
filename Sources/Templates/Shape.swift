/// The names of a model type and what stands behind each, without the type.
@usableFromInline
final class Shape: Sendable {
    let id: ObjectIdentifier
    let names: [String]
    let kinds: [FieldKind]
    let getters: [Getter]
    /// The positions of all fields.
    let allSlots: [Int]
    private let slots: [String: Int]

    init(id: ObjectIdentifier, names: [String], kinds: [FieldKind], getters: [Getter]) {
        self.id = id
        self.names = names
        self.kinds = kinds
        self.getters = getters
        allSlots = Array(names.indices)
        slots = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }

    /// Which of the fields has a name.
    func slot(of name: String) -> Int? { slots[name] }
}

/// What stands behind a name. Shapes of parts come by closure, so that a type may hold itself.
@usableFromInline
enum FieldKind: Sendable {
    case text
    case html
    case flag
    case number
    case record(@Sendable () -> Shape)
    case list(@Sendable () -> Shape)
    case texts
}
