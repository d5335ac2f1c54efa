import Diagram
import Fingerprints
import Markup
import Study
import Templates

extension ClaimMaker {
    /// The logic model as a drawing: one that runs across for wide screens and paper, and one that runs down for
    /// phones. The style sheet shows one of them and hides the other from everybody.
    func diagram() -> DeferredHTML? { drawnOnce.get(deferred) }

    private func deferred() -> DeferredHTML? {
        guard let drawing else { return nil }
        let fingerprint = Fingerprint {
            drawing.add(to: &$0)
            $0.add(readsRightToLeft ? 1 : 0)
        }
        return DeferredHTML(fingerprint) { [self] in drawn() }
    }

    private func drawn() -> HTML {
        guard let drawing, let across else { return HTML() }
        var html = HTML()
        let down = DiagramLayout(drawing, direction: .down, readsRightToLeft: readsRightToLeft)
        for (layout, name) in [(across, "across"), (down, "down")] {
            html.append(HTML(trusted: "<div class=\"diagram-\(name)\">\n"))
            html.append(SVG.inline(layout))
            html.append(HTML(trusted: "</div>\n"))
        }
        return html
    }

    /// The logic model as a file of its own, for slides.
    func standaloneDiagram() -> [UInt8] { across.map { SVG.standalone($0).bytes } ?? [] }

    private var across: DiagramLayout? {
        acrossOnce.get { drawing.map { DiagramLayout($0, readsRightToLeft: readsRightToLeft) } }
    }

    private var readsRightToLeft: Bool { Frames.direction(of: study.about.language) == "rtl" }

    private var drawing: Diagram? { drawingOnce.get(undrawn) }

    private func undrawn() -> Diagram? {
        guard let model = study.logicModel, !model.boxes.isEmpty else { return nil }
        return Diagram(
            title: model.title ?? linker.phrases.text(.logicModel),
            columns: model.columns.map { Diagram.Column(title: $0.title) },
            boxes: model.boxes.map { box in
                let count = cards.graph.count(cards.graph.quotes(of: box.support))
                let tally = Tally(count, linker.phrases)
                let shares = zip(cards.groupLinks, count.quotes).map { group, quotes in
                    "\(group.title): \(linker.phrases.count(.quotes, quotes))"
                }
                let column = cards.graph.index.columns[box.column] ?? 0
                return Diagram.Box(
                    id: Addresses.slug(box.id.rawValue),
                    column: column,
                    title: box.title,
                    detail: tally.sentence,
                    href: Addresses.href(.box(box.id)),
                    accessibleLabel: linker.phrases.text(
                        .boxLabel,
                        [
                            "title": box.title, "column": model.columns[column].title, "evidence": tally.sentence,
                            "groups": shares.joined(separator: ", "),
                        ]
                    ),
                    shares: count.quotes
                )
            },
            arrows: model.arrows.compactMap { arrow in
                guard let from = cards.graph.index.boxes[arrow.from], let to = cards.graph.index.boxes[arrow.to] else {
                    return nil
                }
                return Diagram.Arrow(from: from, to: to, label: arrow.label, isFeedback: arrow.isFeedback)
            },
            description: study.about.title,
            key: Diagram.Key(
                forward: linker.phrases.text(.leadsTo),
                feedback: linker.phrases.text(.feedsBack),
                groups: study.groups.map(\.title)
            )
        )
    }
}

extension Diagram {
    /// Adds all that is drawn to a fingerprint.
    fileprivate func add(to fingerprinter: inout Fingerprinter) {
        fingerprinter.add(title)
        fingerprinter.add(description)
        fingerprinter.add(columns.count)
        for column in columns { fingerprinter.add(column.title) }
        fingerprinter.add(boxes.count)
        for box in boxes {
            fingerprinter.add(box.id)
            fingerprinter.add(box.column)
            for text in [box.title, box.detail, box.href, box.accessibleLabel] { fingerprinter.add(text) }
            fingerprinter.add(box.shares.count)
            for share in box.shares { fingerprinter.add(share) }
        }
        fingerprinter.add(arrows.count)
        for arrow in arrows {
            fingerprinter.add(arrow.from)
            fingerprinter.add(arrow.to)
            fingerprinter.add(arrow.label == nil ? 0 : 1)
            fingerprinter.add(arrow.label ?? "")
            fingerprinter.add(arrow.isFeedback ? 1 : 0)
        }
        for text in [key.forward, key.feedback] + key.groups { fingerprinter.add(text) }
    }
}
