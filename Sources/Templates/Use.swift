/// Which fields a template, with all that it includes, uses of each type.
public final class Use: Sendable {
    private let slots: [ObjectIdentifier: [Int]]

    init(_ steps: some Sequence<Step>) {
        var slots: [ObjectIdentifier: Set<Int>] = [:]
        for step in steps { slots[step.shape.id, default: []].insert(step.slot) }
        self.slots = slots.mapValues { $0.sorted() }
    }

    /// The fields of a type, in the order of their declaration.
    func slots(of shape: Shape) -> [Int] { slots[shape.id] ?? [] }
}

/// One name on the way to a value: a field of a type.
struct Step: Sendable {
    let shape: Shape
    let slot: Int

    var getter: Getter { shape.getters[slot] }
    var kind: FieldKind { shape.kinds[slot] }
}
