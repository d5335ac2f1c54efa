import Markup

/// What a field gave.
enum Value {
    case text(String)
    case html(HTML)
    case flag(Bool)
    case number(Int)
    case record(Frame?)
    case list(Items)
    case texts([String])
}

/// A model whose fields can be asked for by slot.
///
/// Classes instead of generic closures and protocols, so that nothing looks for type metadata while rendering: that
/// took a quarter of the time.
class Frame {
    private let getters: [Getter]

    init(_ getters: [Getter]) { self.getters = getters }

    final func value(at slot: Int) -> Value { getters[slot].value(of: self) }
}

/// The frame of a model of one type.
final class Bound<Model: TemplateData>: Frame {
    /// Changed only by the list that it is an item of, when the next item's turn comes.
    ///
    /// Exclusivity needs no check: a getter is given the model and cannot reach its frame.
    @exclusivity(unchecked) fileprivate(set) var model: Model

    init(_ model: Model) {
        self.model = model
        super.init(Model.fields.getters)
    }
}

/// How a field is got from a frame.
class Getter: @unchecked Sendable {
    // Sendable: the only subclass, below, has nothing but an immutable closure that is itself Sendable.
    func value(of frame: Frame) -> Value { .flag(false) }
}

/// How a field is got from the frame of a model of one type.
final class BoundGetter<Model: TemplateData>: Getter, @unchecked Sendable {
    private let get: @Sendable (Model) -> Value

    init(_ get: @escaping @Sendable (Model) -> Value) { self.get = get }

    override func value(of frame: Frame) -> Value {
        // Getters are only reached through the frame that was made with them, so the types agree; debug builds check.
        get(unsafeDowncast(frame, to: Bound<Model>.self).model)
    }
}

/// The models of a list.
class Items {
    var count: Int { 0 }

    /// The frame of the first model, or nil if there is none.
    var first: Frame? { nil }

    /// Turns the frame of the first model into that of another one.
    func go(to index: Int) {}
}

/// The models of a list of one type.
final class BoundItems<Item: TemplateData>: Items {
    private let items: [Item]
    private let frame: Bound<Item>?

    init(_ items: [Item]) {
        self.items = items
        frame = items.first.map { Bound($0) }
    }

    override var count: Int { items.count }
    override var first: Frame? { frame }
    override func go(to index: Int) { frame?.model = items[index] }
}
