/// What names mean at one point of a template: the shapes that are entered, innermost last, each once.
///
/// A shape that is entered again replaces its earlier place, where all its names would be hidden anyway. So there are
/// finitely many scopes, and templates that include themselves compile to loops.
struct Scope: Sendable {
    private(set) var shapes: [Shape]
    /// What `{{.}}` is, if it is anything.
    private(set) var item: FieldKind?
    private(set) var isInList = false

    init(_ shape: Shape) { shapes = [shape] }

    func entering(_ shape: Shape, isList: Bool) -> Scope {
        var scope = self
        scope.shapes.removeAll { $0.id == shape.id }
        scope.shapes.append(shape)
        scope.item = nil
        scope.isInList = isInList || isList
        return scope
    }

    func entering(item: FieldKind, isList: Bool) -> Scope {
        var scope = self
        scope.item = item
        scope.isInList = isInList || isList
        return scope
    }

    /// Two scopes with equal keys mean the same.
    var key: Key {
        Key(shapes: shapes.map(\.id), item: item.map(\.noun), isInList: isInList)
    }

    struct Key: Hashable {
        let shapes: [ObjectIdentifier]
        let item: String?
        let isInList: Bool
    }

    /// The names that may be used here, the nearest first.
    var names: [String] {
        var seen: Set<String> = []
        let implied = isInList ? Self.impliedNames : []
        return (shapes.reversed().flatMap(\.names) + implied).filter { seen.insert($0).inserted }
    }

    static let impliedNames = ["-first", "-last", "-number"]
}

extension FieldKind {
    /// What a message calls it.
    var noun: String {
        switch self {
        case .text: "a text"
        case .html: "markup"
        case .flag: "a yes or no"
        case .number: "a number"
        case .record: "a record"
        case .list: "a list"
        case .texts: "a list of texts"
        }
    }
}
