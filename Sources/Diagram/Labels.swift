/// Finds places for what the arrows say: near their middle, and clear of boxes, of each other and of other arrows.
struct Labels {
    let metrics: Metrics
    /// The label of each arrow of the layout.
    let texts: [String?]

    /// With how many arrows all places of a label are tried.
    private static let most = 400

    /// What it costs to lie on a box, on another label or on a heading, and from where on a label is left out.
    private static let hides = 600

    /// The arrows with the fewest places for a label come first.
    private func shortestFirst(_ layout: DiagramLayout) -> [Int] {
        func length(_ points: [DiagramLayout.Point]) -> Int {
            zip(points, points.dropFirst()).reduce(0) { $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y) }
        }
        let lengths = layout.arrows.map { length($0.points) }
        return texts.indices.filter { $0 < lengths.count }.sorted {
            lengths[$0] != lengths[$1] ? lengths[$0] < lengths[$1] : $0 < $1
        }
    }

    static func width(of label: String, metrics: Metrics) -> Int {
        let measure = TextMeasure(size: metrics.labelSize, isBold: false)
        let lines = TextWrapping(measure: measure, width: metrics.labelWidth).lines(of: label)
        return lines.map { Int(measure.width(of: $0).rounded(.up)) }.max() ?? 0
    }

    func place(in layout: inout DiagramLayout) {
        guard texts.contains(where: { !($0 ?? "").isEmpty }) else { return }
        let measure = TextMeasure(size: metrics.labelSize, isBold: false)
        var taken: [DiagramLayout.Frame] = []
        let headings = layout.headings.flatMap { $0.lines.map { frame($0, measure: measure) } }
        for index in shortestFirst(layout) {
            guard let text = texts[index] else { continue }
            // What leads back has a long way with room for one line.
            let isWide = layout.arrows[index].isFeedback
            let wrapping = TextWrapping(measure: measure, width: metrics.labelWidth * (isWide ? 2 : 1))
            let lines = wrapping.lines(of: text)
            guard !lines.isEmpty else { continue }
            let width = (lines.map { Int(measure.width(of: $0).rounded(.up)) }.max() ?? 0) + 6
            let height = lines.count * metrics.labelLineHeight + 2
            var best: (cost: Int, frame: DiagramLayout.Frame)?
            var places = places(on: layout.arrows[index].points)
            if layout.arrows.count > Self.most { places = places.filter { $0.distance < 8 } }
            for place in places {
                let frame = DiagramLayout.Frame(
                    x: place.point.x - width / 2,
                    y: place.point.y - height / 2,
                    width: width,
                    height: height
                )
                let shown = place.stretch - (place.isHorizontal ? width : height)
                let cost =
                    place.distance / 6 + (shown < 16 ? 60 : 0)
                    + self.cost(of: frame, for: index, in: layout, taken: taken, headings: headings)
                if cost < best?.cost ?? .max { best = (cost, frame) }
            }
            // Rather no words than words on words: the text of the page says all.
            guard let best, best.cost < Self.hides else { continue }
            taken.append(best.frame)
            layout.arrows[index].label = label(lines, in: best.frame)
        }
    }

    private func label(_ lines: [String], in frame: DiagramLayout.Frame) -> DiagramLayout.Label {
        var placed: [DiagramLayout.Line] = []
        for (row, line) in lines.enumerated() {
            let top = frame.y + 1 + row * metrics.labelLineHeight
            placed.append(
                .init(line, x: frame.midX, top: top, height: metrics.labelLineHeight, size: metrics.labelSize)
            )
        }
        return DiagramLayout.Label(lines: placed, frame: frame)
    }

    private func frame(_ line: DiagramLayout.Line, measure: TextMeasure) -> DiagramLayout.Frame {
        DiagramLayout.Frame(
            x: line.start.x,
            y: line.start.y - metrics.headingSize,
            width: Int(measure.width(of: line.text) * 1.3),
            height: metrics.headingLineHeight
        )
    }

    /// A point on a path, how far it is from the middle, and what stretch it is on.
    private struct Place {
        var point: DiagramLayout.Point
        var distance: Int
        var stretch: Int
        var isHorizontal: Bool
    }

    /// Points on a path, some forty of them.
    private func places(on points: [DiagramLayout.Point]) -> [Place] {
        let stretches = zip(points, points.dropFirst()).map { ($0, $1, abs($0.x - $1.x) + abs($0.y - $1.y)) }
        let length = stretches.reduce(0) { $0 + $1.2 }
        let step = max(4, length / 40)
        var places: [Place] = []
        var before = 0
        for (start, end, own) in stretches {
            var along = own < step ? own / 2 : own % step / 2
            while along <= own {
                let x = start.x + (end.x - start.x).signum() * (start.y == end.y ? along : 0)
                let y = start.y + (end.y - start.y).signum() * (start.x == end.x ? along : 0)
                places.append(
                    Place(
                        point: DiagramLayout.Point(x: x, y: y),
                        distance: abs(2 * (before + along) - length) / 2,
                        stretch: own,
                        isHorizontal: start.y == end.y
                    )
                )
                along += step
            }
            before += own
        }
        return places
    }

    private func cost(
        of frame: DiagramLayout.Frame,
        for index: Int,
        in layout: DiagramLayout,
        taken: [DiagramLayout.Frame],
        headings: [DiagramLayout.Frame]
    ) -> Int {
        var cost = 0
        if frame.x < 0 || frame.maxX > layout.width || frame.maxY > layout.height { cost += 2000 }
        for box in layout.boxes where box.frame.overlaps(frame) { cost += Self.hides }
        for other in taken {
            if other.overlaps(frame) { cost += Self.hides } else if other.overlaps(frame.grown(by: 5)) { cost += 100 }
        }
        for heading in headings where heading.overlaps(frame) { cost += Self.hides }
        for (other, arrow) in layout.arrows.enumerated() where other != index {
            for (start, end) in zip(arrow.points, arrow.points.dropFirst()) where frame.isCrossed(from: start, to: end)
            {
                cost += 40
            }
        }
        // The bends must show, by which one follows a line.
        for corner in layout.arrows[index].points.dropFirst().dropLast()
        where frame.grown(by: 3).isCrossed(from: corner, to: corner) { cost += 60 }
        // So must the head.
        if let tip = layout.arrows[index].points.last,
            tip.x >= frame.x - 10 && tip.x <= frame.maxX + 10 && tip.y >= frame.y - 10 && tip.y <= frame.maxY + 10
        {
            cost += 120
        }
        return cost
    }
}
