import Study
import Templates

/// Where searches lead. Without JavaScript it lists everything that the site has.
struct SearchPage: PageModel {
    let frame: PageFrame
    let parts: [Link]
    let themes: [ThemeNode]
    let groups: [GroupCard]

    static let fields = Fields<SearchPage>(page: [
        .list("parts") { $0.parts },
        .list("themes") { $0.themes },
        .list("groups") { $0.groups },
    ])
}

extension PageMaker {
    func searchPage() -> PageEntry {
        let title = phrases.text(.search)
        let address = "search.html"
        return PageEntry(nil, address: address, title: title, template: templates.search) { [self] in
            SearchPage(
                frame: frames.frame("search", nil, title: title, address: address),
                parts: study.navigation.map { Link(title: linker.title($0), href: Addresses.href($0)) },
                themes: cards.nodes,
                groups: cards.groups
            )
        }
    }
}
