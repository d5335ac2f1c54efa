// All diagrams in these tests are invented.
import Testing

@testable import Diagram

@Suite struct LayoutTests {
    @Test(arguments: [
        // Uncrossed as it stands.
        Diagram(columns: ["ab", "cd", "ef"], arrows: "a>c b>d c>e d>f"),
        // Uncrossed once the second column is turned over.
        Diagram(columns: ["abc", "def"], arrows: "a>f b>e c>d"),
        // A tree.
        Diagram(columns: ["a", "bcd", "efghij"], arrows: "a>b a>c a>d b>e d>f c>g b>h d>i c>j"),
        // Long arrows around a box.
        Diagram(columns: ["ab", "c", "de"], arrows: "a>d b>e a>c c>d"),
        // Feedback below.
        Diagram(columns: ["a", "b", "c"], arrows: "a>b b>c c~a"),
        // Within a column.
        Diagram(columns: ["abc", "d"], arrows: "a>b b>c c>d"),
    ]) func whatCanBeDrawnWithoutCrossingsIs(_ diagram: Diagram) {
        #expect(DiagramLayout(diagram).crossings == 0)
    }

    @Test(arguments: 1...20) func orderIsNeverWorseThanThatOfTheFile(seed: Int) {
        let diagram = Diagram.random(boxes: 24, arrows: 40, columns: 4, seed: seed)
        var ordering = Ordering(LayeredGraph(diagram))
        let before = ordering.cost
        ordering.improve()
        #expect(ordering.cost <= before)
    }

    @Test func orderIsMuchBetterThanThatOfTheFileOnTheWhole() {
        var before = 0
        var after = 0
        for seed in 1...20 {
            var ordering = Ordering(LayeredGraph(.random(boxes: 24, arrows: 40, columns: 4, seed: seed)))
            before += ordering.cost
            ordering.improve()
            after += ordering.cost
        }
        #expect(after * 3 < before * 2, "\(after) of \(before)")
    }

    @Test func orderOfTheFileStaysWhereAnotherWouldNotBeBetter() {
        let layout = DiagramLayout(Diagram(columns: ["abc", "defg", "hi"], arrows: "b>e e>h"))
        #expect(layout.boxes.map(\.id) == ["a", "b", "c", "d", "e", "f", "g", "h", "i"])
    }

    @Test func readingOrderIsColumnByColumnFromTheTop() {
        let layout = DiagramLayout(.random(boxes: 30, arrows: 40, columns: 4, seed: 5))
        for (box, next) in zip(layout.boxes, layout.boxes.dropFirst()) {
            #expect((box.column, box.frame.y) < (next.column, next.frame.y))
        }
    }

    @Test func aSingleArrowIsStraight() {
        let layout = DiagramLayout(Diagram(columns: ["a", "b", "c"], arrows: "a>b b>c"))
        #expect(layout.arrows.map(\.points.count) == [2, 2])
        #expect(Set(layout.boxes.map(\.frame.midY)).count == 1)
    }

    @Test func whatLeadsBackGoesBelowAllBoxes() throws {
        let layout = DiagramLayout(Diagram(columns: ["ab", "cd", "ef"], arrows: "a>c c>e e>b e>a"))
        let lowest = try #require(layout.boxes.map(\.frame.maxY).max())
        #expect(layout.arrows.map(\.isFeedback) == [false, false, true, true])
        for arrow in layout.arrows where arrow.isFeedback {
            #expect(arrow.points.map(\.y).max() ?? 0 > lowest)
        }
    }

    @Test func anArrowThatSkipsAColumnPassesBetweenItsBoxes() {
        let layout = DiagramLayout(Diagram(columns: ["a", "bc", "d"], arrows: "a>b b>d a>c c>d a>d"))
        #expect(layout.arrows.last?.points.count == 2)
        #expect(layout.crossings == 0)
    }

    @Test(arguments: [DiagramLayout.Direction.across, .down]) func labelsLieClearOfBoxesAndOfEachOther(
        _ direction: DiagramLayout.Direction
    ) {
        let layout = DiagramLayout(
            Diagram(
                columns: ["abc", "def", "gh"],
                arrows: "a>d b>d c>e d>g e>h f>h a>g g~a a>b",
                label: "makes possible"
            ),
            direction: direction
        )
        let labels = layout.arrows.compactMap(\.label)
        #expect(labels.count == (direction == .across ? 9 : 1))
        #expect(labels.first?.lines.map(\.text).joined(separator: " ") == "makes possible")
        for (index, label) in labels.enumerated() {
            #expect(!layout.boxes.contains { $0.frame.overlaps(label.frame) })
            #expect(!labels[(index + 1)...].contains { $0.frame.overlaps(label.frame) })
        }
    }

    @Test func manyArrowsToOneBoxComeTogetherBeforeIt() throws {
        let sources = (0..<25).map { Diagram.Box(id: "s\($0)", column: $0 < 12 ? 0 : 1, title: "Source \($0)") }
        let targets = (0..<2).map { Diagram.Box(id: "t\($0)", column: 2, title: "Target \($0)") }
        let arrows = sources.indices.flatMap { from in targets.indices.map { Diagram.Arrow(from: from, to: 25 + $0) } }
        let diagram = Diagram(
            title: "",
            columns: ["One", "Two", "Three"].map { .init(title: $0) },
            boxes: sources + targets,
            arrows: arrows
        )
        let layout = DiagramLayout(diagram)
        #expect(layout.arrows.count == 50)
        #expect(Set(layout.arrows.compactMap(\.points.last)).count == 2)
        // What there is to see: the stretches, each once.
        let few = DiagramLayout(
            Diagram(title: "", columns: diagram.columns, boxes: diagram.boxes, arrows: Array(arrows.prefix(30)))
        )
        #expect(Set(few.arrows.compactMap(\.points.last)).count == 30)
    }

    /// A line that goes on a little higher than it came looks like a mistake.
    @Test func smallStepsAreRare() {
        var steps = 0
        var arrows = 0
        for seed in 1...6 {
            for (boxes, count) in [(12, 18), (20, 30), (30, 50)] {
                let diagram = Diagram.random(boxes: boxes, arrows: count, columns: 4, seed: seed)
                for arrow in DiagramLayout(diagram).arrows {
                    arrows += 1
                    let points = arrow.points
                    steps +=
                        zip(points, points.dropFirst()).filter { start, end in
                            start.x == end.x && abs(start.y - end.y) < 9
                        }
                        .count
                }
            }
        }
        #expect(steps * 50 < arrows, "\(steps) of \(arrows)")
    }

    @Test func aWordOfATitleIsNotBrokenWhereTheBoxesCanBeWider() {
        var diagram = Diagram(columns: ["a", "b", "c", "d", "e", "f"], arrows: "a>b")
        diagram.boxes[2].title = "Fewer misunderstandings"
        for direction in [DiagramLayout.Direction.across, .down] {
            let layout = DiagramLayout(diagram, direction: direction)
            #expect(layout.boxes[2].title.map(\.text).contains { $0.hasSuffix("misunderstandings") })
        }
    }

    @Test func theMarksOfTheGroupsStandInsteadOfTheSecondTextWhereThereAreManyBoxes() {
        for (count, isShown) in [(24, true), (25, false)] {
            let boxes = (0..<count).map {
                Diagram.Box(id: "b\($0)", column: 0, title: "Box", detail: "3 quotes", shares: $0 == 0 ? [] : [3, 0])
            }
            let layout = DiagramLayout(Diagram(title: "", columns: [.init(title: "One")], boxes: boxes, arrows: []))
            #expect(layout.boxes[1].detail.isEmpty == !isShown)
            #expect(layout.boxes[1].shares.map(\.count) == [3, 0])
            // Where there are no marks the text stays.
            #expect(layout.boxes[0].detail.map(\.text) == ["3 quotes"])
        }
    }

    @Test func noTextIsSmallerThanTwelve() {
        let metrics = Metrics.standard
        #expect([metrics.titleSize, metrics.detailSize, metrics.headingSize, metrics.labelSize].min() == 12)
    }

    @Test func aDrawingOfThirtyBoxesFitsAPageAndOneOfSixtyDoesNot() {
        #expect(DiagramLayout(.random(boxes: 20, arrows: 27, columns: 5, seed: 1)).fitsOnePage)
        var thirty = Diagram.random(boxes: 30, arrows: 50, columns: 5, seed: 1)
        for index in thirty.boxes.indices {
            thirty.boxes[index].title = "Regular supervision"
            thirty.boxes[index].shares = [1, 2, 3]
        }
        #expect(DiagramLayout(thirty).fitsOnePage)
        #expect(!DiagramLayout(.random(boxes: 60, arrows: 120, columns: 5, seed: 1)).fitsOnePage)
    }

    @Test func onPhonesTheBoxesStandOneBelowTheOther() {
        let layout = DiagramLayout(.random(boxes: 16, arrows: 24, columns: 4, seed: 2), direction: .down)
        #expect(layout.width == 328)
        #expect(Set(layout.boxes.map(\.frame.x)).count == 1)
        #expect(layout.boxes.allSatisfy { $0.frame.width >= 150 })
    }

    @Test(arguments: [DiagramLayout.Direction.across, .down]) func oddDiagramsAreDrawnAsFarAsTheyGo(
        _ direction: DiagramLayout.Direction
    ) {
        let nothing = DiagramLayout(Diagram(title: "", columns: [], boxes: [], arrows: []), direction: direction)
        #expect(nothing.boxes.isEmpty && nothing.arrows.isEmpty)

        let box = Diagram.Box(id: "a", column: 7, title: "")
        let other = Diagram.Box(id: "b", column: -1, title: "B")
        let noColumns = Diagram(title: "", columns: [], boxes: [box, other], arrows: [.init(from: 0, to: 1)])
        #expect(DiagramLayout(noColumns, direction: direction).boxes.map(\.column) == [0, 0])

        let arrows: [Diagram.Arrow] = [.init(from: 0, to: 9), .init(from: -1, to: 0), .init(from: 0, to: 0)]
        let lost = Diagram(
            title: "",
            columns: [.init(title: "One"), .init(title: "Two")],
            boxes: [box],
            arrows: arrows
        )
        let layout = DiagramLayout(lost, direction: direction)
        #expect(layout.boxes.map(\.column) == [1])
        #expect(layout.headings.map(\.column) == [0, 1])
        #expect(layout.arrows.map(\.from) == ["a"])
    }
}
