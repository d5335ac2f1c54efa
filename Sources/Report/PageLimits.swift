/// How much a page may hold before it is divided, so that it opens fast on a phone: about half a megabyte at most.
struct PageLimits: Sendable {
    /// Quotes on a page.
    var quotes = 250
    /// Themes of a tree that are shown with their summary and who speaks; of larger trees only the topmost are.
    var themes = 200
    /// Themes on the home page.
    var findings = 12
    /// Cells of a table.
    var cells = 3000
    /// People of a group that are drawn one by one; if any group has more, bars stand for all groups.
    var people = 24
    /// Bytes of a page of the whole report, as they are estimated.
    var reportBytes = 500_000
    /// Pairs of themes that occur together.
    var pairs = 20

    /// Changes of one kind.
    var changes = 250

    static let standard = PageLimits()

    /// How many quotes of each group a page shows that is about so many quotes in all.
    func quotesOfEachGroup(of all: Int, groups: Int) -> Int {
        all <= quotes ? all : max(1, quotes / max(1, groups))
    }
}
