import Markup
import Templates

/// What stands before the first theme: how much was found, and who speaks on what.
struct ReportFindings: TemplateData {
    let title: String
    let tally: Tally
    let groups: [GroupLink]
    let rows: [ReportRow]

    /// How many rows the table has. A table of more than a few pages says nothing at a glance.
    static func rows(_ themes: Int) -> Int { themes <= 120 ? themes : 0 }

    static let fields: Fields<ReportFindings> = [
        .text("title") { $0.title },
        .record("tally") { $0.tally },
        .list("groups") { $0.groups },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
    ]
}

/// A theme in the table of who speaks on what.
struct ReportRow: TemplateData {
    let number: String
    let node: ThemeNode

    static let fields: Fields<ReportRow> = [
        .text("number") { $0.number },
        .record("theme") { $0.node.theme },
        .record("tally") { $0.node.tally },
        .list("shares") { $0.node.shares },
    ]
}

/// A theme, or what did not fit of it on the page before.
struct ReportTheme: TemplateData {
    let heading: ReportHeading
    let node: ThemeNode
    let isContinued: Bool
    let prose: DeferredHTML?
    /// The constructs that it is aligned with.
    let constructs: [Link]
    let voices: [ReportVoice]

    static let fields: Fields<ReportTheme> = [
        .html("heading") { $0.heading.html },
        .record("theme") { $0.node.theme },
        .flag("isTop") { $0.node.theme.depth == 0 },
        .flag("isContinued") { $0.isContinued },
        .list("shares") { $0.node.shares },
        .deferredHTML("prose") { $0.prose },
        .list("constructs") { $0.constructs },
        .flag("hasConstructs") { !$0.constructs.isEmpty },
        .list("voices") { $0.voices },
    ]
}

/// What one group said on a theme.
struct ReportVoice: TemplateData {
    let heading: ReportHeading
    let group: GroupLink
    let quotes: [NumberedQuote]
    /// The quotes that stand in full in the theme's own prose.
    let inProse: [QuoteReference]
    /// The quotes that stand in full under other themes.
    let elsewhere: [QuoteReference]

    static let fields: Fields<ReportVoice> = [
        .html("heading") { $0.heading.html },
        .record("group") { $0.group },
        .list("quotes") { $0.quotes },
        .list("inProse") { $0.inProse },
        .flag("hasInProse") { !$0.inProse.isEmpty },
        .list("elsewhere") { $0.elsewhere },
        .flag("hasElsewhere") { !$0.elsewhere.isEmpty },
    ]
}
