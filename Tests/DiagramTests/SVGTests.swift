// All diagrams in these tests are invented.
import Testing

@testable import Diagram

@Suite struct SVGTests {
    private let simple = Diagram(
        title: "How it works",
        columns: [.init(title: "Work"), .init(title: "Change")],
        boxes: [
            .init(id: "w", column: 0, title: "Onboarding", detail: "2 quotes", href: "#box-w", accessibleLabel: "W, 2"),
            .init(id: "c", column: 1, title: "Clarity"),
        ],
        arrows: [.init(from: 0, to: 1), .init(from: 1, to: 0)]
    )

    @Test func inlineIsExactlyThis() {
        #expect(
            SVG.inline(DiagramLayout(simple)).description == """
                <svg xmlns="http://www.w3.org/2000/svg" class="logic-diagram" viewBox="0 0 532 130" \
                width="532" height="130" direction="ltr" font-family="system-ui, -apple-system, &#39;Segoe \
                UI&#39;, Roboto, &#39;Helvetica Neue&#39;, Arial, sans-serif" role="group" aria-label="How it \
                works">
                <g class="diagram-arrows" aria-hidden="true">
                <path class="diagram-ground" d="M416 90L416 116Q416 124 408 124L124 124Q116 124 116 116L116 \
                101" fill="none" stroke="#ffffff" stroke-width="5"/>
                <g class="diagram-arrow diagram-feedback" fill="none" stroke="#7d3f98" stroke-width="1.5" \
                data-from="c" data-to="w"><path class="diagram-line" d="M416 90L416 116Q416 124 408 124L124 \
                124Q116 124 116 116L116 101" stroke-dasharray="5 4"/><path class="diagram-head" d="M120 \
                108L116 100L112 108"/><path class="diagram-hit" d="M416 90L416 116Q416 124 408 124L124 124Q116 \
                124 116 116L116 101" stroke="none"/></g>
                <path class="diagram-ground" d="M228 72L298 72" fill="none" stroke="#ffffff" \
                stroke-width="5"/>
                <g class="diagram-arrow" fill="none" stroke="#6b6f70" stroke-width="1.5" data-from="w" \
                data-to="c"><path class="diagram-line" d="M228 72L298 72"/><path class="diagram-head" d="M296 \
                76L304 72L296 68z" fill="#6b6f70" stroke="none"/><path class="diagram-hit" d="M228 72L298 72" \
                stroke="none"/></g>
                </g>
                <text class="diagram-column-title" font-size="15" font-weight="600"><tspan \
                x="4" y="18">Work</tspan></text><path class="diagram-rule" d="M4 28L228 28" fill="none" \
                stroke="#dcd8ce" stroke-width="2"/>
                <a class="diagram-link" href="#box-w" data-box="w" aria-label="W, 2"><rect class="diagram-box" \
                x="4" y="44" width="224" height="56" rx="6" fill="#ffffff" stroke="#85847c"/><text \
                class="diagram-box-title" font-size="14" font-weight="600"><tspan x="16" \
                y="66">Onboarding</tspan></text> <text class="diagram-detail" font-size="12"><tspan x="16" y="86">2 quotes</tspan></text></a>
                <text class="diagram-column-title" font-size="15" font-weight="600"><tspan \
                x="304" y="18">Change</tspan></text><path class="diagram-rule" d="M304 28L528 28" fill="none" \
                stroke="#dcd8ce" stroke-width="2"/>
                <g class="diagram-link" data-box="c"><rect class="diagram-box" x="304" y="54" width="224" \
                height="36" rx="6" fill="#ffffff" stroke="#85847c"/><text class="diagram-box-title" \
                font-size="14" font-weight="600"><tspan x="316" \
                y="76">Clarity</tspan></text></g>
                </svg>

                """
        )
    }

    private let hostile = "<script>\"'&\u{0}\u{7F}\u{FFFE}</script>"

    @Test(arguments: [DiagramLayout.Direction.across, .down]) func everyTextIsEscaped(
        _ direction: DiagramLayout.Direction
    ) {
        let diagram = Diagram(
            title: hostile,
            columns: [.init(title: hostile), .init(title: hostile)],
            boxes: [0, 1].map {
                .init(id: hostile, column: $0, title: hostile, detail: hostile, href: hostile, accessibleLabel: hostile)
            },
            arrows: [
                .init(from: 0, to: 1, label: hostile), .init(from: 1, to: 0, label: hostile, isFeedback: true),
            ]
        )
        let layout = DiagramLayout(diagram, direction: direction)
        for markup in [SVG.inline(layout), SVG.standalone(layout)].map(\.description) {
            #expect(!markup.contains("<script"))
            #expect(!markup.contains("\u{0}") && !markup.contains("\u{7F}") && !markup.contains("\u{FFFE}"))
            #expect(!markup.contains("\"'"))
            #expect(markup.contains("data-box=\"&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;\""))
            #expect(markup.contains("data-from=\"&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;\""))
        }
    }

    @Test func inlineLeavesStylesToThePage() {
        let markup = SVG.inline(DiagramLayout(.random(boxes: 20, arrows: 30, columns: 4, seed: 1))).description
        #expect(!markup.contains("<style") && !markup.contains(" style=") && !markup.contains(" id="))
        // That would hide the links from screen readers.
        #expect(!markup.contains("role=\"img\""))
        #expect(markup.ranges(of: "<a class=\"diagram-link\" href=\"#b").count == 20)
        #expect(markup.ranges(of: "<path class=\"diagram-line\"").count == 30)
        // What one points at is wider than what one sees.
        #expect(markup.ranges(of: "<path class=\"diagram-hit\"").count == 30)
    }

    private let told = Diagram(
        title: "How it works",
        columns: [.init(title: "Work"), .init(title: "Change")],
        boxes: [
            .init(id: "w", column: 0, title: "Onboarding", detail: "2 quotes", shares: [2, 0]),
            .init(id: "c", column: 1, title: "Clarity", shares: [1, 12]),
        ],
        arrows: [.init(from: 0, to: 1), .init(from: 1, to: 0)],
        description: "Two boxes.",
        key: .init(forward: "leads to", feedback: "feeds back", groups: ["Users & friends", "Staff", "Nobody"])
    )

    @Test func sharesAreMarksWithNumbersHollowWhereAGroupIsSilent() throws {
        let markup = SVG.inline(DiagramLayout(told)).description
        // After the link, whose name they are no part of.
        let start = #"</g><g class="diagram-shares" aria-hidden="true">"#
        let first = try #require(markup.firstRange(of: start))
        let end = try #require(markup[first.upperBound...].firstRange(of: "</g>"))
        #expect(
            String(markup[first.upperBound..<end.lowerBound]) == """
                <path class="diagram-mark group-1" transform="translate(16 96)" \
                d="M0 5a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"/><path \
                class="diagram-mark group-2 diagram-silent" transform="translate(49 96)" \
                d="M0.5 0.5h9v9h-9z"/><text class="diagram-number" font-size="12"><tspan x="30" y="105">2</tspan> <tspan \
                x="63" y="105">0</tspan></text>
                """
        )
    }

    @Test func coloursStandInTheFileOnlyAsAPageHasThemFromItsStyleSheet() {
        let standalone = SVG.standalone(DiagramLayout(told)).description
        for mark in ["fill=\"#1450a0\"/>", "fill=\"none\" stroke=\"#a0330c\"/>", "font-size=\"12\" fill=\"#50595e\">"] {
            #expect(standalone.contains(mark), "\(mark)")
        }
        #expect(!SVG.inline(DiagramLayout(told)).description.contains("#1450a0"))
    }

    @Test func aMarkWithAHoleIsFilledByTheEvenOddRule() {
        var diagram = told
        diagram.boxes[0].shares = Array(1...8)
        diagram.boxes[1].shares = []
        let markup = SVG.inline(DiagramLayout(diagram)).description
        #expect(markup.ranges(of: "class=\"diagram-mark").count == 8)
        #expect(markup.ranges(of: "fill-rule=\"evenodd\"").count == 1)
        #expect((0..<8).map(GroupMark.hasHole) == (0..<8).map { GroupMark.outline(of: $0).ranges(of: "z").count > 1 })
    }

    @Test func everyGroupUpToEightHasAShapeAndAColourOfItsOwn() {
        #expect(Set((0..<8).map(GroupMark.outline)).count == 8)
        #expect(Set((0..<8).map(GroupMark.colour)).count == 8)
        #expect((7...9).map(GroupMark.number) == [8, 1, 2])
    }

    @Test func standaloneSaysBelowWhatItsSignsMean() {
        let markup = SVG.standalone(DiagramLayout(told)).description
        #expect(markup.contains("<title>How it works</title>\n<desc>Two boxes.</desc>\n"))
        for text in ["leads to", "feeds back", "Users &amp; friends", "Staff"] {
            #expect(markup.contains(">\(text)</tspan>"))
        }
        // No box has a number for it.
        #expect(!markup.contains("Nobody"))
        #expect(!SVG.inline(DiagramLayout(told)).description.contains("feeds back"))
    }

    @Test func theKeySaysOnlyWhatTheDrawingHas() {
        var diagram = told
        diagram.arrows.removeLast()
        for index in diagram.boxes.indices { diagram.boxes[index].shares = [] }
        let layout = DiagramLayout(diagram)
        #expect(KeyLayout(layout, top: 0).items.map(\.text.text) == ["leads to"])
        diagram.key = .init()
        #expect(KeyLayout(DiagramLayout(diagram), top: 0).height == 0)
    }

    @Test(arguments: [false, true]) func theKeyFitsBelowTheDrawing(_ readsRightToLeft: Bool) {
        var diagram = told
        diagram.key.groups = (1...8).map { "A group with a long name, number \($0)" }
        for index in diagram.boxes.indices { diagram.boxes[index].shares = [1, 2, 3, 4, 5, 6, 7, 8] }
        let layout = DiagramLayout(diagram, readsRightToLeft: readsRightToLeft)
        let key = KeyLayout(layout, top: layout.height)
        #expect(key.items.count == 10)
        for (index, item) in key.items.enumerated() {
            #expect(item.frame.x >= 0 && item.frame.maxX <= layout.width)
            #expect(item.frame.y >= layout.height && item.frame.maxY <= layout.height + key.height)
            #expect(!key.items[(index + 1)...].contains { $0.frame.overlaps(item.frame) })
        }
    }

    @Test func standaloneNeedsNothingThatProgramsForSlidesDoNotKnow() {
        let markup = SVG.standalone(DiagramLayout(told)).description
        for word in ["var(", "currentColor", "<style", "style=", "<script", "<use", "pointer-events", "paint-order"] {
            #expect(!markup.contains(word), "\(word)")
        }
    }

    @Test func aLargeDrawingSaysSo() {
        let large = SVG.inline(DiagramLayout(.random(boxes: 60, arrows: 120, columns: 5, seed: 1))).description
        #expect(large.contains("class=\"logic-diagram diagram-large\""))
        #expect(!SVG.inline(DiagramLayout(simple)).description.contains("diagram-large"))
    }

    @Test func standaloneHasATitleAndNoLinks() {
        let markup = SVG.standalone(DiagramLayout(simple)).description
        #expect(
            markup.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        )
        #expect(markup.contains("<title>How it works</title>\n"))
        #expect(markup.contains(">Work</tspan>") && markup.contains(">Change</tspan>"))
        #expect(!markup.contains("<a ") && !markup.contains("href"))
    }

    @Test func labelsLieOnAGroundOfTheirOwn() {
        let layout = DiagramLayout(Diagram(columns: ["a", "b"], arrows: "a>b", label: "helps"))
        for markup in [SVG.inline(layout), SVG.standalone(layout)].map(\.description) {
            let start =
                #"</g>\#n<g class="diagram-label" data-from="a" data-to="b"><rect class="diagram-label-ground" x=""#
            #expect(markup.contains(start))
            #expect(
                markup.contains(##"fill="#ffffff"/><text font-size="12" text-anchor="middle" fill="#50595e"><tspan"##)
            )
        }
    }

    @Test(arguments: [DiagramLayout.Direction.across, .down]) func elementsAreClosedInOrder(
        _ direction: DiagramLayout.Direction
    ) {
        let layout = DiagramLayout(.random(boxes: 20, arrows: 30, columns: 4, seed: 3), direction: direction)
        for markup in [SVG.inline(layout), SVG.standalone(layout)].map(\.description) {
            var open: [Substring] = []
            for piece in markup.split(separator: "<").dropFirst(markup.hasPrefix("<?xml") ? 1 : 0) {
                let tag = piece.prefix { $0 != ">" }
                if tag.hasPrefix("/") {
                    #expect(open.popLast() == tag.dropFirst())
                } else if !tag.hasSuffix("/") {
                    open.append(tag.prefix { $0 != " " })
                }
            }
            #expect(open.isEmpty)
        }
    }

    @Test func readingFromTheRightIsSaid() {
        let layout = DiagramLayout(simple, readsRightToLeft: true)
        #expect(SVG.inline(layout).description.contains(" direction=\"rtl\""))
        #expect(layout.boxes[0].frame.x > layout.boxes[1].frame.x)
    }
}
