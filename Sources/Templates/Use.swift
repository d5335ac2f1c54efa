/// Which fields a template, with all that it includes, uses of each type.
public final class Use: Sendable {
    /// All fields of every type, whoever uses them.
    public static let everything = Use(nil)

    /// Nil for all.
    private let slots: [ObjectIdentifier: [Int]]?

    private init(_ slots: [ObjectIdentifier: [Int]]?) { self.slots = slots }

    convenience init(_ steps: some Sequence<Step>) {
        var slots: [ObjectIdentifier: Set<Int>] = [:]
        for step in steps { slots[step.shape.id, default: []].insert(step.slot) }
        self.init(slots.mapValues { $0.sorted() })
    }

    /// The fields of a type, in the order of their declaration.
    func slots(of shape: Shape) -> [Int] {
        guard let slots else { return shape.allSlots }
        return slots[shape.id] ?? []
    }
}

/// One name on the way to a value: a field of a type.
struct Step: Sendable {
    let shape: Shape
    let slot: Int

    var getter: Getter { shape.getters[slot] }
    var kind: FieldKind { shape.kinds[slot] }
}
