import Markup
import Templates

/// All interview guides, and side by side what each group was asked about each construct.
struct GuidesPage: PageModel {
    let frame: PageFrame
    let guides: [GuideCard]
    let groups: [GroupLink]
    let rows: [GuideRow]

    static let fields = Fields<GuidesPage>(page: [
        .list("guides") { $0.guides },
        .list("groups") { $0.groups },
        .list("rows") { $0.rows },
    ])
}

/// An interview guide, as other pages name it.
struct GuideCard: TemplateData {
    let title: String
    let href: String
    let group: GroupLink
    let questionsText: String

    static let fields: Fields<GuideCard> = [
        .text("title") { $0.title },
        .text("href") { $0.href },
        .record("group") { $0.group },
        .text("questionsText") { $0.questionsText },
    ]
}

/// What each group was asked about one subject.
struct GuideRow: TemplateData {
    let title: String
    /// The page of the construct, if it is one.
    let href: String?
    /// The themes that answer it.
    let themes: [ThemeLink]
    let groups: [GroupQuestions]

    static let fields: Fields<GuideRow> = [
        .text("title") { $0.title },
        .optionalText("href") { $0.href },
        .list("themes") { $0.themes },
        .flag("hasThemes") { !$0.themes.isEmpty },
        .list("groups") { $0.groups },
    ]
}

/// The interview guide of one group.
struct GuidePage: PageModel {
    let frame: PageFrame
    let guide: GuideView

    static let fields = Fields<GuidePage>(page: [
        .record("guide") { $0.guide }
    ])
}

/// An interview guide with all its questions.
struct GuideView: TemplateData {
    let card: GuideCard
    let introduction: HTML?
    let sections: [GuideSectionView]

    static let fields: Fields<GuideView> = [
        .text("title") { $0.card.title },
        .text("href") { $0.card.href },
        .record("group") { $0.card.group },
        .text("questionsText") { $0.card.questionsText },
        .optionalHTML("introduction") { $0.introduction },
        .list("sections") { $0.sections },
    ]
}

/// The questions of a guide under one heading.
struct GuideSectionView: TemplateData {
    let title: String
    /// The page of the construct, if it is one.
    let href: String?
    /// The themes that answer it.
    let themes: [ThemeLink]
    let questions: [QuestionView]

    static let fields: Fields<GuideSectionView> = [
        .text("title") { $0.title },
        .optionalText("href") { $0.href },
        .list("themes") { $0.themes },
        .flag("hasThemes") { !$0.themes.isEmpty },
        .list("questions") { $0.questions },
    ]
}
