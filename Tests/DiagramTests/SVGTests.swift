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
                <svg xmlns="http://www.w3.org/2000/svg" class="logic-diagram" viewBox="0 0 516 117" width="516" \
                height="117" direction="ltr" font-family="system-ui, -apple-system, &#39;Segoe UI&#39;, Roboto, \
                &#39;Helvetica Neue&#39;, Arial, sans-serif" role="group" aria-label="How it works">
                <g class="diagram-arrows" aria-hidden="true">
                <g class="diagram-arrow diagram-feedback" color="#9a3412" data-from="c" data-to="w"><path \
                class="diagram-line" d="M404 77L404 103Q404 111 396 111L120 111Q112 111 112 103L112 88" \
                fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="5 4"/><path \
                class="diagram-head" d="M116 95L112 87L108 95" fill="none" stroke="currentColor" \
                stroke-width="1.5"/></g>
                <g class="diagram-arrow" color="#4b5563" data-from="w" data-to="c"><path class="diagram-line" \
                d="M220 59L290 59" fill="none" stroke="currentColor" stroke-width="1.5"/><path \
                class="diagram-head" d="M288 63L296 59L288 55z" fill="currentColor"/></g>
                </g>
                <text class="diagram-column-title" font-size="13" font-weight="600"><tspan x="4" \
                y="17">Work</tspan></text>
                <a class="diagram-link" href="#box-w" data-box="w" aria-label="W, 2"><rect class="diagram-box" \
                x="4" y="31" width="216" height="56" rx="6" fill="#fff" stroke="#6b7280"/><text \
                class="diagram-box-title" font-size="14" font-weight="600"><tspan x="16" \
                y="53">Onboarding</tspan></text> <text class="diagram-detail" font-size="12"><tspan x="16" \
                y="73">2 quotes</tspan></text></a>
                <text class="diagram-column-title" font-size="13" font-weight="600"><tspan x="296" \
                y="17">Change</tspan></text>
                <g class="diagram-link" data-box="c"><rect class="diagram-box" x="296" y="41" width="216" \
                height="36" rx="6" fill="#fff" stroke="#6b7280"/><text class="diagram-box-title" font-size="14" \
                font-weight="600"><tspan x="308" y="63">Clarity</tspan></text></g>
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
    }

    @Test func standaloneHasATitleAndStylesAndNoLinks() {
        let markup = SVG.standalone(DiagramLayout(simple)).description
        #expect(
            markup.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        )
        #expect(markup.contains("<title>How it works</title>\n"))
        #expect(markup.contains(">Work</tspan>") && markup.contains(">Change</tspan>"))
        #expect(!markup.contains("<a ") && !markup.contains("href"))
    }

    @Test func labelsLieOnAGroundOfTheirOwnWhereNoStyleSheetOfAPageHelps() {
        let layout = DiagramLayout(Diagram(columns: ["a", "b"], arrows: "a>b", label: "helps"))
        let text = #"<text class="diagram-label" data-from="a" data-to="b" font-size="11" text-anchor="middle">"#
        #expect(SVG.inline(layout).description.contains("</g>\n\(text)<tspan"))
        #expect(SVG.standalone(layout).description.contains(" fill=\"#fff\"/>\(text)<tspan"))
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
