import Fingerprints
import Markup
import Processors
import Recoding
import Study
import Templates

/// Makes the pages of a study. What several pages need is made once, here; what one page needs is made when it is
/// rendered.
///
/// A class, as every page that waits to be rendered holds it: a struct of this size would be copied for each of them.
final class PageMaker: Sendable {
    let study: Study
    let templates: ReportTemplates
    let phrases: Phrases
    let limits: PageLimits
    let graph: EvidenceGraph
    let cards: Cards
    let backlinks: Backlinks
    let linker: Linker
    let frames: Frames
    let claims: ClaimMaker
    /// Prose without embeds: for what is itself embedded, so that nothing can contain itself.
    let plainProse: ProseRenderer
    let prose: ProseRenderer
    let embeds: Embeds
    /// In which order the whole report tells the findings: worked out as soon as the evidence is known.
    let reading: Meanwhile<ReportReading>
    private let togetherOnce = Once<Together>()
    let comparedOnce = Once<Changes>()

    init(_ study: Study, _ templates: ReportTemplates, _ phrases: Phrases, _ limits: PageLimits) {
        self.study = study
        self.templates = templates
        self.phrases = phrases
        self.limits = limits
        let graph = EvidenceGraph(study)
        let backlinks = Meanwhile { Backlinks(study, graph.index, phrases) }
        reading = Meanwhile { ReportReading(study, graph) }
        let linker = Linker(
            study: study,
            graph: graph,
            phrases: phrases,
            citations: CitationStyle(study.references, phrases)
        )
        let plain = ProseRenderer(linker: linker, embed: nil)
        let cards = Cards(study, graph, phrases, plain, limits)
        self.graph = graph
        self.linker = linker
        self.cards = cards
        let links = backlinks.outcome()
        self.backlinks = links
        plainProse = plain
        frames = Frames(study, linker: linker, prose: plain, templates: templates)
        let claims = ClaimMaker(study: study, cards: cards, backlinks: links, linker: linker, prose: plain)
        self.claims = claims
        let embeds = Embeds(templates: templates, cards: cards, claims: claims)
        self.embeds = embeds
        prose = ProseRenderer(linker: linker, embed: embeds.html)
    }

    /// Which themes occur together: made when the first page shows it.
    var together: Together { togetherOnce.get { Together(graph) } }

    /// All pages, in reading order.
    func pages() -> [PageEntry] {
        // What has to be gone through as a whole before its pages are known.
        let report = Meanwhile { [self] in wholeReport(bytesPerPage: limits.reportBytes) }
        let search = Meanwhile { [self] in SearchFiles(self).entries() }
        var pages = [home(), themesPage()]
        for theme in study.themes.indices {
            pages.append(themePage(theme))
            pages += themeGroupPages(theme)
        }
        pages.append(matrixPage())
        pages += quotesPages()
        pages += pagesOfQuotes()
        pages.append(groupsPage())
        pages += study.groups.indices.map(groupPage)
        pages.append(participantsPage())
        pages += study.participants.indices.map(participantPage)
        if let framework = study.framework, !framework.constructs.isEmpty {
            pages.append(constructsPage(framework))
            pages += framework.constructs.indices.map(constructPage)
        }
        if let theory = study.theory {
            pages.append(theoryPage(theory))
            pages += theory.propositions.indices.map { propositionPage($0, of: theory) }
        }
        if let model = study.logicModel {
            pages.append(logicModelPage(model))
            pages += model.boxes.indices.map { boxPage($0, of: model) }
        }
        if !study.guides.isEmpty {
            pages.append(guidesPage())
            pages += study.guides.indices.compactMap(guidePage)
        }
        pages += study.pages.map(prosePage)
        if !study.references.isEmpty { pages.append(referencesPage()) }
        pages += report.outcome()
        pages += downloads()
        if !study.releases.isEmpty { pages.append(changesPage()) }
        pages += formerPages()
        pages.append(searchPage())
        pages += search.outcome()
        pages.append(notFoundPage())
        return pages
    }
}
