extension Skeleton {
    /// Arrows from column to column: every box has one, a few lead back, and no two have the same ends.
    static func arrows(_ size: StudySize, _ seed: UInt64, _ columnOfBox: [Int]) -> [Arrow] {
        var random = RandomSource(seed: seed, part: "arrows")
        let boxes = columns.indices.map { column in columnOfBox.indices.filter { columnOfBox[$0] == column } }
        var arrows: [Arrow] = []
        var taken: Set<Arrow> = []
        func add(_ arrow: Arrow) {
            if taken.insert(arrow).inserted { arrows.append(arrow) }
        }
        for (box, column) in columnOfBox.enumerated() where column < columns.count - 1 {
            add(Arrow(from: box, to: random.pick(boxes[column + 1])))
        }
        for (box, column) in columnOfBox.enumerated() where column > 0 {
            if !arrows.contains(where: { $0.to == box }) { add(Arrow(from: random.pick(boxes[column - 1]), to: box)) }
        }
        let feedback = max(1, size.arrows / 30)
        while arrows.count < size.arrows - feedback {
            let from = random.below(columns.count - 1)
            let to = random.chance(85) ? from + 1 : random.number((from + 1)...(columns.count - 1))
            add(Arrow(from: random.pick(boxes[from]), to: random.pick(boxes[to])))
        }
        while arrows.count < size.arrows {
            let from = random.number(2...(columns.count - 1))
            add(Arrow(from: random.pick(boxes[from]), to: random.pick(boxes[random.below(from)])))
        }
        return arrows
    }
}
