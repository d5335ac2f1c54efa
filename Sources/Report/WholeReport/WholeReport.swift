import Fingerprints
import Markup
import Processors
import Study
import Templates

/// The whole report in reading order: one page, or several where the study is large.
///
/// It is made with the cards, the prose and the claims of the other pages; their links are turned afterwards, when the
/// markup is finished. What all its pages need is planned once, here.
struct WholeReport: Sendable {
    let maker: PageMaker
    let order: FindingsOrder
    let rows: [ReportIndexRow]
    /// The pieces of each page.
    let pages: [[ReportPiece]]
    let quotes: QuotePlaces
    private let contentsOnce = Once<Fingerprint>()
    private let placesOnce = Once<ReportPlaces>()
    /// Whether the list of contents names the sub-themes too. Where there are very many, it would fill each page.
    let contentsAreDeep: Bool

    init(_ maker: PageMaker, bytesPerPage: Int) {
        self.maker = maker
        let study = maker.study
        let reading = maker.reading.outcome()
        order = reading.order
        rows = reading.rows
        let deep = study.themes.count * Self.bytesPerEntry
        contentsAreDeep = deep < bytesPerPage / 4
        let contents = contentsAreDeep ? deep : maker.cards.topThemes.count * Self.bytesPerEntry
        let frame = 12_000 + study.pages.count * Self.bytesPerEntry
        let room = max(bytesPerPage - contents - frame, bytesPerPage / 4)
        let hasOpening = study.about.question != nil || study.about.summary != nil || !maker.facts().isEmpty
        let pieces = ReportPieces(
            study,
            maker.graph.index,
            order,
            rows: rows,
            citingPlaces: maker.linker.citations.order.map {
                maker.backlinks.places(for: .reference(study.references[$0].id)).count
            },
            hasOpening: hasOpening,
            limit: room
        )
        pages = ReportDivision.pages(pieces.all, room: room)
        quotes = QuotePlaces(pages, maker, order)
    }

    /// Where everything stands: made when the first page of the report is.
    var places: ReportPlaces { placesOnce.get { ReportPlaces(pages, maker, order, rows: rows, quotes: quotes) } }

    /// Of the list of contents, wherever it stands: what it says and the places that it leads to.
    private var contentsFingerprint: Fingerprint {
        contentsOnce.get {
            Fingerprint { for entry in contents(from: 0) { entry.addFields(to: &$0, for: .everything) } }
        }
    }

    private static let bytesPerEntry = 220

    /// The pages, each made when it is rendered.
    func entries() -> [PageEntry] {
        let title = maker.phrases.text(.report)
        return pages.indices.map { page in
            let part = pages.count == 1 ? nil : partText(page)
            return PageEntry(
                page == 0 ? .report : nil,
                address: ReportPlaces.address(page: page),
                title: part.map { "\(title). \($0)" } ?? title,
                isLarge: true,
                template: maker.templates.report
            ) { model(page, title: part.map { "\(title). \($0)" } ?? title, partText: part) }
        }
    }

    private func partText(_ page: Int) -> String {
        maker.phrases.text(.reportPart, ["number": String(page + 1), "count": String(pages.count)])
    }

    private func model(_ page: Int, title: String, partText: String?) -> ReportPage {
        let about = maker.study.about
        let places = places
        return ReportPage(
            frame: maker.frames.frame(
                "report",
                page == 0 ? .report : nil,
                title: title,
                address: ReportPlaces.address(page: page),
                section: .report,
                above: page == 0 ? [] : [.report]
            ),
            partText: partText,
            isFirst: page == 0,
            authors: maker.authors(),
            published: about.published.map(maker.phrases.date),
            contents: { [self] in contents(from: page) },
            contentsFingerprint: Fingerprint {
                $0.add(contentsFingerprint)
                $0.add(page)
            },
            body: body(page, places),
            indexes: { [self] in pages[page].compactMap { index($0, on: page) } },
            indexesFingerprint: Fingerprint { for piece in pages[page] { addIndex(piece, to: &$0) } },
            previous: page > 0 ? link(to: page - 1) : nil,
            next: page + 1 < pages.count ? link(to: page + 1) : nil
        )
    }

    private func link(to page: Int) -> Link {
        Link(title: partText(page), href: ReportPlaces.address(page: page))
    }

    private func body(_ page: Int, _ places: ReportPlaces) -> DeferredHTML {
        let sections = ReportSections(report: self, page: page)
        let template = maker.templates.reportBody
        let fingerprint = Fingerprint {
            sections.add(to: &$0, for: template.use)
            addLinks(of: page, places, to: &$0)
        }
        return DeferredHTML(fingerprint) { [self] in
            let body = ReportBody(sections: sections.all())
            // In a small study this one page takes as long as a quarter of all others.
            if pages.count == 1 { _ = SideBySide.map(body.sections) { $0.prose?.html } }
            let html = template.html(body, reserving: maker.limits.reportBytes)
            return HTML(trusted: LinkRewriter(places: places, page: page).rewritten(html.bytes))
        }
    }

    /// Adds where the links of a page may lead to a fingerprint: to anything but a quote, wherever it is; and to the
    /// quotes that the page speaks of, which are few where it is a page of themes. Those that a theme lists are part of
    /// its section, and the links of the index are not turned.
    private func addLinks(of page: Int, _ places: ReportPlaces, to fingerprinter: inout Fingerprinter) {
        fingerprinter.add(page)
        fingerprinter.add(places.parts.fingerprint)
        for piece in pages[page] {
            if case .index = piece { continue }
            guard case .theme(let theme, _) = piece else {
                fingerprinter.add(quotes.all)
                continue
            }
            for mention in maker.study.themes[theme].prose?.mentions ?? [] {
                if case .quote(let id) = mention.target {
                    guard let quote = maker.graph.index.quotes[id] else { continue }
                    fingerprinter.add(maker.cards.quoteFingerprints[quote])
                    quotes.add(quote, to: &fingerprinter)
                } else if case .embed = mention.kind {
                    // What is embedded may speak of any.
                    fingerprinter.add(quotes.all)
                }
            }
        }
    }

    // MARK: Quotes by number

    func reference(_ quote: Int, from page: Int) -> QuoteReference {
        QuoteReference(quote: maker.cards.quotes[quote], position: quote, places: quotes, page: page)
    }

    /// A quote with its words; `theme` is the one under which it stands.
    func numbered(_ quote: Int, under theme: Int) -> NumberedQuote {
        var others: [NumberedTheme] = []
        for other in maker.graph.themesOfQuote[quote] where other != theme { others.append(numbered(theme: other)) }
        return NumberedQuote(quote: maker.cards.quotes[quote], position: quote, places: quotes, others: others)
    }

    func numbered(theme: Int) -> NumberedTheme {
        NumberedTheme(number: order.themeNumbers[theme], theme: maker.cards.themes[theme])
    }

    // MARK: Index

    private func index(_ piece: ReportPiece, on page: Int) -> ReportIndex? {
        guard case .index(let range) = piece else { return nil }
        var groups: [ReportIndexGroup] = []
        var lines: [ReportIndexLine] = []
        func close() {
            if let group = lines.first?.participant.group { groups.append(ReportIndexGroup(group: group, rows: lines)) }
            lines = []
        }
        for row in rows[range] {
            let participant = maker.cards.participantLinks[row.participant]
            if let last = lines.last, last.participant.group !== participant.group { close() }
            lines.append(
                ReportIndexLine(
                    participant: participant,
                    isFirst: row.isFirst,
                    reference: row.quote.map { reference($0, from: page) }
                )
            )
        }
        close()
        let isFirst = range.lowerBound == 0
        return ReportIndex(title: title(.indexOfQuotes, isContinued: !isFirst), isFirst: isFirst, groups: groups)
    }

    /// Adds all that a part of the index is made of to a fingerprint.
    private func addIndex(_ piece: ReportPiece, to fingerprinter: inout Fingerprinter) {
        guard case .index(let range) = piece else { return }
        fingerprinter.add(range.lowerBound)
        for row in rows[range] {
            maker.cards.participantLinks[row.participant].add(to: &fingerprinter, for: .everything)
            fingerprinter.add(row.isFirst ? 1 : 0)
            fingerprinter.add(row.quote == nil ? 0 : 1)
            guard let quote = row.quote else { continue }
            fingerprinter.add(maker.cards.quoteFingerprints[quote])
            quotes.add(quote, to: &fingerprinter)
        }
    }

    func title(_ key: Phrases.Key, isContinued: Bool) -> String {
        let title = maker.phrases.text(key)
        return isContinued ? continued(title) : title
    }

    func continued(_ title: String) -> String { maker.phrases.text(.continued, ["title": title]) }
}

extension PageMaker {
    /// The whole report; it is divided where a page of it would be larger than so many bytes.
    func wholeReport(bytesPerPage: Int) -> [PageEntry] { WholeReport(self, bytesPerPage: bytesPerPage).entries() }
}
