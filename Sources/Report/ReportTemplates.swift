import Diagnostics
import Templates

/// A template for each kind of page and embed, ready for its model.
public struct ReportTemplates: Sendable {
    let home: Template<HomePage>
    let themes: Template<ThemesPage>
    let theme: Template<ThemePage>
    let matrix: Template<MatrixPage>
    let quotes: Template<QuotesPage>
    let themeGroup: Template<ThemeGroupPage>
    let quote: Template<QuotePage>
    let groups: Template<GroupsPage>
    let group: Template<GroupPage>
    let participants: Template<ParticipantsPage>
    let participant: Template<ParticipantPage>
    let constructs: Template<ConstructsPage>
    let construct: Template<ConstructPage>
    let guides: Template<GuidesPage>
    let guide: Template<GuidePage>
    let proposition: Template<PropositionPage>
    let theory: Template<TheoryPage>
    let box: Template<BoxPage>
    let logicModel: Template<LogicModelPage>
    let page: Template<ProsePage>
    let references: Template<ReferencesPage>
    let notFound: Template<NotFoundPage>
    let search: Template<SearchPage>
    let downloads: Template<DownloadsPage>
    let embedQuote: Template<QuoteItem>
    let embedTheme: Template<ThemeNode>
    let embedGroup: Template<GroupCard>
    let embedParticipant: Template<ParticipantCard>
    let embedConstruct: Template<ConstructCard>
    let embedProposition: Template<PropositionView>
    let embedBox: Template<BoxView>
    let embedGuide: Template<GuideView>
    let wholeReport: WholeReportTemplates

    /// Compiles all of them, so that every mistake in any is found at once; nil if there was one.
    ///
    /// To be done even if there is no study to show: a mistake in a template is one all the same.
    public init?(_ library: TemplateLibrary, diagnostics: inout Diagnostics) {
        func compile<Model: TemplateData>(_ name: String, _ model: Model.Type = Model.self) -> Template<Model>? {
            library.compile(name, for: model, diagnostics: &diagnostics)
        }
        let home: Template<HomePage>? = compile("home")
        let themes: Template<ThemesPage>? = compile("themes")
        let theme: Template<ThemePage>? = compile("theme")
        let matrix: Template<MatrixPage>? = compile("matrix")
        let quotes: Template<QuotesPage>? = compile("quotes")
        let themeGroup: Template<ThemeGroupPage>? = compile("theme-group")
        let quote: Template<QuotePage>? = compile("quote")
        let groups: Template<GroupsPage>? = compile("groups")
        let group: Template<GroupPage>? = compile("group")
        let participants: Template<ParticipantsPage>? = compile("participants")
        let participant: Template<ParticipantPage>? = compile("participant")
        let constructs: Template<ConstructsPage>? = compile("constructs")
        let construct: Template<ConstructPage>? = compile("construct")
        let guides: Template<GuidesPage>? = compile("guides")
        let guide: Template<GuidePage>? = compile("guide")
        let proposition: Template<PropositionPage>? = compile("proposition")
        let theory: Template<TheoryPage>? = compile("theory")
        let box: Template<BoxPage>? = compile("box")
        let logicModel: Template<LogicModelPage>? = compile("logic-model")
        let page: Template<ProsePage>? = compile("page")
        let references: Template<ReferencesPage>? = compile("references")
        let notFound: Template<NotFoundPage>? = compile("404")
        let search: Template<SearchPage>? = compile("search")
        let downloads: Template<DownloadsPage>? = compile("downloads")
        let embedQuote: Template<QuoteItem>? = compile("embed-quote")
        let embedTheme: Template<ThemeNode>? = compile("embed-theme")
        let embedGroup: Template<GroupCard>? = compile("embed-group")
        let embedParticipant: Template<ParticipantCard>? = compile("embed-participant")
        let embedConstruct: Template<ConstructCard>? = compile("embed-construct")
        let embedProposition: Template<PropositionView>? = compile("embed-proposition")
        let embedBox: Template<BoxView>? = compile("embed-box")
        let embedGuide: Template<GuideView>? = compile("embed-guide")
        let wholeReport = WholeReportTemplates(library, diagnostics: &diagnostics)
        guard let home, let themes, let theme, let matrix, let quotes, let quote, let groups, let group,
            let participants, let participant, let constructs, let construct, let guides, let guide, let theory,
            let logicModel, let page, let references, let notFound, let downloads, let themeGroup, let proposition,
            let box, let search,
            let embedQuote, let embedTheme, let embedGroup, let embedParticipant, let embedConstruct,
            let embedProposition, let embedBox, let embedGuide, let wholeReport
        else { return nil }
        self.home = home
        self.themes = themes
        self.theme = theme
        self.matrix = matrix
        self.quotes = quotes
        self.themeGroup = themeGroup
        self.quote = quote
        self.groups = groups
        self.group = group
        self.participants = participants
        self.participant = participant
        self.constructs = constructs
        self.construct = construct
        self.guides = guides
        self.guide = guide
        self.proposition = proposition
        self.theory = theory
        self.box = box
        self.logicModel = logicModel
        self.page = page
        self.references = references
        self.notFound = notFound
        self.search = search
        self.downloads = downloads
        self.embedQuote = embedQuote
        self.embedTheme = embedTheme
        self.embedGroup = embedGroup
        self.embedParticipant = embedParticipant
        self.embedConstruct = embedConstruct
        self.embedProposition = embedProposition
        self.embedBox = embedBox
        self.embedGuide = embedGuide
        self.wholeReport = wholeReport
    }
}
