// All diagrams in these tests are invented.
import Diagram

/// A generator of numbers that are the same on every run.
struct Numbers {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}

extension Diagram {
    /// Boxes named `a`, `b`, … in the given columns, joined by arrows such as `a>c`, or `c~a` for feedback.
    init(columns: [String], arrows: String, label: String? = nil) {
        var boxes: [Box] = []
        for (column, names) in columns.enumerated() {
            for name in names { boxes.append(Box(id: String(name), column: column, title: "Box \(name)")) }
        }
        var joined: [Arrow] = []
        for arrow in arrows.split(separator: " ") {
            let names = Array(arrow).map(String.init)
            guard names.count == 3, let from = boxes.firstIndex(where: { $0.id == names[0] }),
                let to = boxes.firstIndex(where: { $0.id == names[2] })
            else { continue }
            joined.append(Arrow(from: from, to: to, label: label, isFeedback: names[1] == "~"))
        }
        self.init(
            title: "Example",
            columns: columns.indices.map { Column(title: "Column \($0 + 1)") },
            boxes: boxes,
            arrows: joined
        )
    }

    /// Boxes and arrows drawn by lot: most lead on, some within a column, some back, some from a box to itself.
    static func random(boxes count: Int, arrows arrowCount: Int, columns: Int, seed: Int, groups: Int = 3) -> Diagram {
        var numbers = Numbers(seed: seed)
        let words = ["trust", "supervision", "role clarity", "team", "of", "organisational", "and", "Zusammenarbeit"]
        let boxes = (0..<count).map { index in
            Box(
                id: "b\(index)",
                column: index * columns / count,
                title: (0...numbers.next(below: 5)).map { _ in words[numbers.next(below: words.count)] }
                    .joined(separator: " "),
                detail: numbers.next(below: 4) == 0 ? "" : "\(numbers.next(below: 50)) quotes · 3 groups",
                href: "#b\(index)",
                shares: (0..<(index % 5 == 4 ? 0 : groups)).map { _ in numbers.next(below: 30) }
            )
        }
        let arrows = (0..<arrowCount).map { _ in
            var from = numbers.next(below: count)
            var to = numbers.next(below: count)
            if from > to && numbers.next(below: 10) != 0 { swap(&from, &to) }
            return Arrow(from: from, to: to, label: numbers.next(below: 8) == 0 ? "leads to" : nil)
        }
        return Diagram(
            title: "By lot",
            columns: (0..<columns).map { Column(title: "Column \($0)") },
            boxes: boxes,
            arrows: arrows
        )
    }
}
