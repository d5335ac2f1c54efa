import Markup
import Study
import Templates

/// Makes the pages of a study. What several pages need is made once, here; what one page needs is made when it is
/// rendered.
struct PageMaker: Sendable {
    /// More quotes than this on one page make it slow to open; then the pages of the themes show them.
    static let quotesPerPage = 400

    let study: Study
    let templates: ReportTemplates
    let phrases: Phrases
    let graph: EvidenceGraph
    let cards: Cards
    let backlinks: Backlinks
    let linker: Linker
    let frames: Frames
    let claims: ClaimMaker
    /// Prose without embeds: for what is itself embedded, so that nothing can contain itself.
    let plainProse: ProseRenderer
    let prose: ProseRenderer

    init(_ study: Study, _ templates: ReportTemplates, _ phrases: Phrases) {
        self.study = study
        self.templates = templates
        self.phrases = phrases
        let graph = EvidenceGraph(study)
        let linker = Linker(
            study: study,
            index: graph.index,
            phrases: phrases,
            citations: CitationStyle(study.references, phrases)
        )
        let plain = ProseRenderer(linker: linker, embed: nil)
        let cards = Cards(study, graph, phrases, plain)
        let backlinks = Backlinks(study, graph.index, phrases)
        self.graph = graph
        self.linker = linker
        self.cards = cards
        self.backlinks = backlinks
        plainProse = plain
        frames = Frames(study, linker: linker, prose: plain)
        let claims = ClaimMaker(study: study, cards: cards, backlinks: backlinks, linker: linker, prose: plain)
        self.claims = claims
        let embeds = Embeds(templates: templates, cards: cards, claims: claims)
        prose = ProseRenderer(linker: linker, embed: embeds.html)
    }

    /// All pages, in reading order.
    func pages(bytesPerReportPage: Int) -> [PageEntry] {
        var pages = [home(), themesPage()]
        pages += study.themes.indices.map(themePage)
        pages.append(matrixPage())
        pages.append(quotesPage())
        pages += study.quotes.indices.map(quotePage)
        pages.append(groupsPage())
        pages += study.groups.indices.map(groupPage)
        pages.append(participantsPage())
        pages += study.participants.indices.map(participantPage)
        if let framework = study.framework, !framework.constructs.isEmpty {
            pages.append(constructsPage(framework))
            pages += framework.constructs.indices.map(constructPage)
        }
        if let theory = study.theory { pages.append(theoryPage(theory)) }
        if let model = study.logicModel { pages.append(logicModelPage(model)) }
        if !study.guides.isEmpty {
            pages.append(guidesPage())
            pages += study.guides.indices.compactMap(guidePage)
        }
        pages += study.pages.map(prosePage)
        if !study.references.isEmpty { pages.append(referencesPage()) }
        pages += wholeReport(bytesPerPage: bytesPerReportPage)
        pages += downloads()
        pages.append(notFoundPage())
        return pages
    }
}
