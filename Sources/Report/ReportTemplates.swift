import Diagnostics
import Templates

/// A template for each kind of page and embed, ready for its model.
public struct ReportTemplates: Sendable {
    let navigation: Template<NavigationView>
    let footer: Template<FooterView>
    let home: Template<HomePage>
    let themes: Template<ThemesPage>
    let theme: Template<ThemePage>
    let themeGroup: Template<ThemeGroupPage>
    let matrix: Template<MatrixPage>
    let quotes: Template<QuotesPage>
    let quote: Template<QuotePage>
    let groups: Template<GroupsPage>
    let group: Template<GroupPage>
    let participants: Template<ParticipantsPage>
    let participant: Template<ParticipantPage>
    let constructs: Template<ConstructsPage>
    let construct: Template<ConstructPage>
    let theory: Template<TheoryPage>
    let proposition: Template<PropositionPage>
    let logicModel: Template<LogicModelPage>
    let box: Template<BoxPage>
    let guides: Template<GuidesPage>
    let guide: Template<GuidePage>
    let page: Template<ProsePage>
    let references: Template<ReferencesPage>
    let downloads: Template<DownloadsPage>
    let changes: Template<ChangesPage>
    let former: Template<FormerPage>
    let search: Template<SearchPage>
    let notFound: Template<NotFoundPage>

    let report: Template<ReportPage>
    let reportBody: Template<ReportBody>
    /// A quote with its words, where prose of the whole report shows it.
    let reportQuote: Template<NumberedQuote>
    /// The same where its words stand elsewhere in the findings.
    let reportQuoteElsewhere: Template<QuoteReferenceView>

    let embedQuote: Template<QuoteItem>
    let embedTheme: Template<ThemeNode>
    let embedGroup: Template<GroupCard>
    let embedParticipant: Template<ParticipantCard>
    let embedConstruct: Template<ConstructCard>
    let embedProposition: Template<PropositionView>
    let embedBox: Template<BoxView>
    let embedGuide: Template<GuideView>

    /// Compiles all of them, so that every mistake in any is found at once; nil if there was one.
    public init?(_ library: TemplateLibrary, diagnostics: inout Diagnostics) {
        var isSound = true
        // One that cannot be compiled leaves an empty one behind, so that the others are still looked at.
        func compile<Model: TemplateData>(_ name: String) -> Template<Model> {
            if let template = library.compile(name, for: Model.self, diagnostics: &diagnostics) { return template }
            isSound = false
            return .empty(name)
        }
        navigation = compile("navigation")
        footer = compile("footer")
        home = compile("home")
        themes = compile("themes")
        theme = compile("theme")
        themeGroup = compile("theme-group")
        matrix = compile("matrix")
        quotes = compile("quotes")
        quote = compile("quote")
        groups = compile("groups")
        group = compile("group")
        participants = compile("participants")
        participant = compile("participant")
        constructs = compile("constructs")
        construct = compile("construct")
        theory = compile("theory")
        proposition = compile("proposition")
        logicModel = compile("logic-model")
        box = compile("box")
        guides = compile("guides")
        guide = compile("guide")
        page = compile("page")
        references = compile("references")
        downloads = compile("downloads")
        changes = compile("changes")
        former = compile("former")
        search = compile("search")
        notFound = compile("404")

        report = compile("report")
        reportBody = compile("report-body")
        reportQuote = compile("report-quote")
        reportQuoteElsewhere = compile("report-quote-elsewhere")

        embedQuote = compile("embed-quote")
        embedTheme = compile("embed-theme")
        embedGroup = compile("embed-group")
        embedParticipant = compile("embed-participant")
        embedConstruct = compile("embed-construct")
        embedProposition = compile("embed-proposition")
        embedBox = compile("embed-box")
        embedGuide = compile("embed-guide")
        guard isSound else { return nil }
    }
}
