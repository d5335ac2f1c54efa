import Diagnostics
import Study

/// What is done when all names are known.
extension StudyRun {
    mutating func link(
        _ study: inout Study,
        _ names: NameIndex,
        file: StudyFile,
        quotes: QuoteCollection,
        history: History
    ) {
        var names = names
        if let navigation = file.navigation {
            names.check(navigation, into: &findings)
            study.navigation = navigation.map(\.value)
            study.menus = file.menus
        } else {
            let parts: [Target] = [
                .themes, .quotes, .groups, .constructs, .matrix, .logicModel, .theory, .guides, .references,
            ]
            study.navigation =
                parts.filter(names.exists) + study.pages.map { .page($0.id) }
                + [.report, .downloads]
        }
        names.check(findings.uses, into: &findings)
        checkAnchors()
        history.check(study, withheld: quotes.withheld, into: &findings)
        if !study.about.allowsHTML {
            for place in findings.rawHTML {
                findings.add(
                    .rawHTML,
                    "this HTML is shown as text",
                    at: place,
                    help: "write Markdown, or ‘html: allow’ in study.yml"
                )
            }
        }
        study.files = findings.files.sorted()
        orderPages(of: &study)
    }

    mutating func checkAnchors() {
        for use in findings.anchorUses {
            guard let anchors = findings.anchors[use.value.page], !anchors.contains(use.value.anchor) else { continue }
            findings.add(
                .unknownAnchor,
                "the page ‘\(use.value.page)’ has no heading ‘\(use.value.anchor)’",
                at: use.place,
                help: NearMiss.suggestion(for: use.value.anchor, in: anchors)
            )
        }
    }

    func orderPages(of study: inout Study) {
        var ranks: [PageID: Int] = [:]
        for (rank, target) in study.navigation.enumerated() {
            if case .page(let id) = target { ranks[id] = rank }
        }
        study.pages.sort { left, right in
            (ranks[left.id] ?? Int.max, left.id) < (ranks[right.id] ?? Int.max, right.id)
        }
    }
}
