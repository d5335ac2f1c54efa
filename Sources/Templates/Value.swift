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

/// A model whose fields can be asked for by slot. A class instead of a protocol: its calls cost less.
class Frame {
    func value(at slot: Int) -> Value { .flag(false) }
}

/// A model with the fields of its type.
final class Bound<Model: TemplateData>: Frame {
    private let model: Model
    private let getters: [@Sendable (Model) -> Value]

    init(_ model: Model) {
        self.model = model
        getters = Model.fields.getters
    }

    init(_ model: Model, getters: [@Sendable (Model) -> Value]) {
        self.model = model
        self.getters = getters
    }

    override func value(at slot: Int) -> Value { getters[slot](model) }
}

/// The models of a list, each made a frame when its turn comes.
class Items {
    var count: Int { 0 }
    func frame(at index: Int) -> Frame { Frame() }
}

/// The models of a list of one type.
final class BoundItems<Item: TemplateData>: Items {
    private let items: [Item]
    private let getters: [@Sendable (Item) -> Value]

    init(_ items: [Item]) {
        self.items = items
        getters = Item.fields.getters
    }

    override var count: Int { items.count }
    override func frame(at index: Int) -> Frame { Bound(items[index], getters: getters) }
}
