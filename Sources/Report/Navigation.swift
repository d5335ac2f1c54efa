import Markup
import Study
import Templates

/// The main navigation as each page shows it: the same but for the marks of where the reader is.
struct Navigation: Sendable {
    /// Where a reader is: on a part of the site, below one, or neither.
    private struct Place: Hashable {
        let target: Target?
        let section: Target?
    }

    private let entries: [(title: String, href: String, target: Target)]
    private let targets: Set<Target>
    private let menus: [Menu]
    private let template: Template<NavigationView>
    private var known: [Place: DeferredHTML] = [:]

    init(_ study: Study, linker: Linker, template: Template<NavigationView>) {
        entries = study.navigation.map { (linker.shortTitle($0), Addresses.href($0), $0) }
        targets = Set(study.navigation)
        menus = study.menus
        self.template = template
        // What nearly all pages need.
        for place in [Place(target: nil, section: nil)] + study.navigation.map({ Place(target: nil, section: $0) }) {
            known[place] = made(place)
        }
    }

    /// The navigation on a page, which may be an entry itself, and stand below one. Empty where there are no entries.
    func html(at target: Target?, section: Target?) -> DeferredHTML {
        let place = Place(
            target: target.flatMap { targets.contains($0) ? $0 : nil },
            section: section.flatMap { targets.contains($0) ? $0 : nil }
        )
        return known[place] ?? made(place)
    }

    private func made(_ place: Place) -> DeferredHTML {
        DeferredHTML(entries.isEmpty ? HTML() : template.html(NavigationView(items: items(place))))
    }

    private func items(_ place: Place) -> [NavigationItem] {
        var items: [NavigationItem] = []
        var menus = menus[...]
        for (position, entry) in entries.enumerated() {
            let item = NavigationItem(
                title: entry.title,
                href: entry.href,
                isCurrent: entry.target == place.target,
                isSection: entry.target == place.target || entry.target == place.section
            )
            guard let menu = menus.first, menu.positions.contains(position) else {
                items.append(item)
                continue
            }
            let before = position == menu.positions.lowerBound ? nil : items.popLast()
            items.append(
                NavigationItem(
                    title: menu.title,
                    href: "",
                    isCurrent: false,
                    isSection: item.isSection || before?.isSection == true,
                    items: (before?.items ?? []) + [item]
                )
            )
            if position + 1 == menu.positions.upperBound { menus.removeFirst() }
        }
        return items
    }
}
