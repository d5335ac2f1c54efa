// All diagrams in these tests are invented.
import Testing

@testable import Diagram

/// What must hold for every drawing, tried on many that are drawn by lot.
@Suite struct GeometryTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var boxes: Int
        var arrows: Int
        var columns: Int
        var seed: Int
        var direction: DiagramLayout.Direction = .across
        var groups = 3

        var diagram: Diagram { .random(boxes: boxes, arrows: arrows, columns: columns, seed: seed, groups: groups) }
        var layout: DiagramLayout { DiagramLayout(diagram, direction: direction) }
        var testDescription: String { "\(boxes) boxes, \(arrows) arrows, \(columns) columns, \(seed), \(direction)" }
    }

    static let samples: [Sample] = (1...4).flatMap { seed in
        var sizes = [(3, 3, 3), (8, 12, 3), (16, 24, 4), (30, 50, 4), (12, 30, 6), (9, 14, 1)]
        // The largest take as long as all others.
        if seed < 3 { sizes.append((60, 120, 5)) }
        return sizes.flatMap { size in
            [DiagramLayout.Direction.across, .down].map {
                Sample(boxes: size.0, arrows: size.1, columns: size.2, seed: seed, direction: $0)
            }
        }
    }

    @Test(arguments: samples) func boxesLieApartAndInside(_ sample: Sample) {
        let layout = sample.layout
        #expect(layout.boxes.count == sample.boxes)
        let whole = DiagramLayout.Frame(x: 0, y: 0, width: layout.width, height: layout.height)
        var faults: [String] = []
        for (index, box) in layout.boxes.enumerated() {
            if !whole.contains(box.frame) { faults.append("\(box.id) lies outside") }
            for other in layout.boxes[(index + 1)...] where box.frame.overlaps(other.frame) {
                faults.append("\(box.id) lies on \(other.id)")
            }
        }
        #expect(faults == [])
    }

    @Test(arguments: samples) func noArrowCrossesABox(_ sample: Sample) {
        let layout = sample.layout
        #expect(layout.arrows.count == sample.arrows)
        var faults: [String] = []
        for arrow in layout.arrows {
            for (start, end) in zip(arrow.points, arrow.points.dropFirst()) {
                for box in layout.boxes where box.frame.isCrossed(from: start, to: end) {
                    faults.append("\(arrow.from) to \(arrow.to) crosses \(box.id)")
                }
            }
        }
        #expect(faults == [])
    }

    @Test(arguments: samples) func arrowsGoSquarelyFromBoxToBox(_ sample: Sample) throws {
        let layout = sample.layout
        for arrow in layout.arrows {
            let from = try #require(layout.boxes.first { $0.id == arrow.from }).frame
            let to = try #require(layout.boxes.first { $0.id == arrow.to }).frame
            #expect(from.touches(try #require(arrow.points.first)))
            #expect(to.touches(try #require(arrow.points.last)))
            let isSquare = zip(arrow.points, arrow.points.dropFirst()).allSatisfy { start, end in
                (start.x == end.x) != (start.y == end.y)
            }
            #expect(isSquare, "\(arrow.from) to \(arrow.to)")
            let isInside = arrow.points.allSatisfy {
                (0...layout.width).contains($0.x) && (0...layout.height).contains($0.y)
            }
            #expect(isInside, "\(arrow.from) to \(arrow.to)")
        }
    }

    /// In columns no two arrows run along each other so near that they could not be told apart, unless they lead to the same
    /// box and have come together.
    @Test(arguments: samples.filter { $0.direction == .across }) func noTwoArrowsShareALine(_ sample: Sample) {
        let layout = sample.layout
        let mayJoin = sample.arrows > LayeredGraph.mostApart
        var faults: [String] = []
        for (index, arrow) in layout.arrows.enumerated() {
            for other in layout.arrows[(index + 1)...]
            where DiagramLayout.sharedLength(arrow.points, other.points, nearerThan: 3) > 0 {
                if mayJoin && arrow.to == other.to && arrow.isFeedback == other.isFeedback { continue }
                faults.append("\(arrow.from) to \(arrow.to) and \(other.from) to \(other.to)")
            }
        }
        #expect(faults == [])
        // Those that come together have one end; before that, each leaves its box by itself.
        #expect(Set(layout.arrows.compactMap(\.points.first)).count == sample.arrows)
    }

    @Test(arguments: samples) func labelsLieOnNothingElse(_ sample: Sample) {
        let layout = sample.layout
        let labels = layout.arrows.compactMap(\.label?.frame)
        var faults: [String] = []
        for (index, label) in labels.enumerated() {
            if layout.boxes.contains(where: { $0.frame.overlaps(label) }) { faults.append("\(label) lies on a box") }
            if labels[(index + 1)...].contains(where: { $0.overlaps(label) }) { faults.append("\(label) on another") }
        }
        #expect(faults == [])
    }

    @Test(arguments: samples.filter { $0.seed == 1 }) func sharesFitTheirBoxes(_ sample: Sample) {
        var sample = sample
        let measure = TextMeasure(size: sample.layout.metrics.detailSize, isBold: false)
        for groups in [2, 8] {
            sample.groups = groups
            for box in sample.layout.boxes {
                var taken: [DiagramLayout.Frame] = []
                for share in box.shares {
                    var frame = share.mark
                    frame.width = share.number.start.x - frame.x
                    frame.width += Int(measure.width(of: share.number.text).rounded(.up))
                    #expect(box.frame.contains(frame) && !taken.contains { $0.overlaps(frame) }, "\(box.id)")
                    taken.append(frame)
                }
                let texts = (box.title + box.detail).map(\.start.y).max() ?? 0
                #expect(box.shares.allSatisfy { $0.mark.y >= texts }, "\(box.id)")
            }
        }
    }

    @Test(arguments: samples) func textsFitTheirBoxes(_ sample: Sample) {
        let layout = sample.layout
        let title = TextMeasure(size: layout.metrics.titleSize, isBold: true)
        let detail = TextMeasure(size: layout.metrics.detailSize, isBold: false)
        for box in layout.boxes {
            let room = Double(box.frame.width - 2 * layout.metrics.padding)
            #expect(!box.title.isEmpty)
            #expect(box.title.allSatisfy { title.width(of: $0.text) <= room }, "\(box.id)")
            #expect(box.detail.allSatisfy { detail.width(of: $0.text) <= room }, "\(box.id)")
            let isInside = (box.title + box.detail).allSatisfy {
                $0.start.y - layout.metrics.titleSize / 2 > box.frame.y && $0.start.y < box.frame.maxY
            }
            #expect(isInside, "\(box.id)")
        }
    }

    @Test(arguments: samples.filter { $0.seed < 3 }) func sameDiagramSameLayout(_ sample: Sample) {
        #expect(sample.layout == sample.layout)
        #expect(SVG.inline(sample.layout) == SVG.inline(sample.layout))
    }

    @Test(arguments: samples.filter { $0.seed < 3 }) func mirroringTurnsEverythingOver(_ sample: Sample) {
        let layout = sample.layout
        let mirrored = DiagramLayout(sample.diagram, direction: sample.direction, readsRightToLeft: true)
        #expect(mirrored.width == layout.width)
        #expect(mirrored.boxes.map(\.id) == layout.boxes.map(\.id))
        #expect(mirrored.boxes.map(\.frame.maxX) == layout.boxes.map { layout.width - $0.frame.x })
        #expect(
            mirrored.boxes.map { $0.shares.map(\.mark.maxX) }
                == layout.boxes.map {
                    $0.shares.map { layout.width - $0.mark.x }
                }
        )
        #expect(mirrored.crossings == layout.crossings)
    }
}

extension DiagramLayout.Frame {
    func contains(_ other: Self) -> Bool {
        x <= other.x && y <= other.y && other.maxX <= maxX && other.maxY <= maxY
    }

    /// Whether a point lies on the border.
    func touches(_ point: DiagramLayout.Point) -> Bool {
        let isBeside = (point.x == x || point.x == maxX) && point.y >= y && point.y <= maxY
        let isAboveOrBelow = (point.y == y || point.y == maxY) && point.x >= x && point.x <= maxX
        return isBeside || isAboveOrBelow
    }
}

extension DiagramLayout {
    /// How long two paths run along each other.
    static func sharedLength(_ first: [Point], _ second: [Point], nearerThan distance: Int) -> Int {
        func overlap(_ start: Int, _ end: Int, _ otherStart: Int, _ otherEnd: Int) -> Int {
            max(0, min(max(start, end), max(otherStart, otherEnd)) - max(min(start, end), min(otherStart, otherEnd)))
        }
        var sum = 0
        for (start, end) in zip(first, first.dropFirst()) {
            for (otherStart, otherEnd) in zip(second, second.dropFirst()) {
                let areHorizontal = start.y == end.y && otherStart.y == otherEnd.y
                let areVertical = start.x == end.x && otherStart.x == otherEnd.x
                if areHorizontal && abs(start.y - otherStart.y) < distance {
                    sum += overlap(start.x, end.x, otherStart.x, otherEnd.x)
                }
                if areVertical && abs(start.x - otherStart.x) < distance {
                    sum += overlap(start.y, end.y, otherStart.y, otherEnd.y)
                }
            }
        }
        return sum
    }
}
