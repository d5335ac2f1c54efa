import Study
import Templates

/// An address that was published and has another meaning now: what became of what stood there.
struct FormerPage: PageModel {
    let frame: PageFrame
    let text: String
    let successors: [Link]
    /// Where a browser goes on its own: only if the same thing has another address.
    let refresh: String?

    static let fields = Fields<FormerPage>(page: [
        .text("text") { $0.text },
        .list("successors") { $0.successors },
        .flag("hasSuccessors") { !$0.successors.isEmpty },
        .optionalText("refresh") { $0.refresh },
    ])
}

extension PageMaker {
    /// A page for each address that is no longer that of a quote or theme. Where another quote or theme has the
    /// address now, that stands there.
    func formerPages() -> [PageEntry] {
        let former = formerAddresses
        guard !former.isEmpty else { return [] }
        var taken = Set(study.quotes.map { Addresses.href(.quote($0.id)) })
        taken.formUnion(study.themes.map { Addresses.href(.theme($0.id)) })
        return former.filter { taken.insert(Addresses.href($0.name.target)).inserted }.map(formerPage)
    }

    /// What the ledger says and, where it is silent, what can be seen: a release may be long ago.
    var formerAddresses: [FormerAddress] {
        let former = study.formerAddresses
        guard former.contains(where: { study.ledger[$0.name]?.fate == .live }), !study.releases.isEmpty else {
            return former
        }
        var enriched = study
        changesSinceLatest().record(in: &enriched.ledger, since: nil)
        return enriched.formerAddresses
    }

    private func formerPage(_ former: FormerAddress) -> PageEntry {
        let title = phrases.text(Self.title(former))
        let address = Addresses.href(former.name.target)
        let above: Target = former.name.kind == .quote ? .quotes : .themes
        return PageEntry(nil, address: address, title: title, template: templates.former) { [self] in
            let successors = former.successors.map { Link(title: titleOfSuccessor($0), href: Addresses.href($0)) }
            return FormerPage(
                frame: frames.frame("former", nil, title: title, address: address, section: above, above: [above]),
                text: phrases.text(
                    former.fate == .withdrawn
                        ? .formerNothingKept : successors.isEmpty ? .formerGone : .formerReplaced
                ),
                successors: successors,
                refresh: former.fate == .renamed && successors.count == 1 ? successors[0].href : nil
            )
        }
    }

    private func titleOfSuccessor(_ target: Target) -> String {
        guard case .quote(let id) = target, let position = graph.index.quotes[id] else { return linker.title(target) }
        let card = cards.quotes[position]
        return phrases.text(.quoteTitle, ["attribution": card.attribution, "excerpt": card.excerpt])
    }

    private static func title(_ former: FormerAddress) -> Phrases.Key {
        switch (former.name.kind, former.fate) {
        case (.quote, .renamed): .formerQuoteRenamed
        case (.quote, .merged): .formerQuoteMerged
        case (.quote, .split): .formerQuoteSplit
        case (.quote, .withdrawn): .formerQuoteWithdrawn
        case (.quote, .live), (.quote, .removed): .formerQuoteRemoved
        case (.theme, .renamed): .formerThemeRenamed
        case (.theme, .merged): .formerThemeMerged
        case (.theme, .split): .formerThemeSplit
        case (.theme, .withdrawn): .formerThemeWithdrawn
        case (.theme, .live), (.theme, .removed): .formerThemeRemoved
        }
    }
}
