import Markup
import Templates

/// All stakeholder groups.
struct GroupsPage: PageModel {
    let frame: PageFrame
    let groups: [GroupCard]

    static let fields = Fields<GroupsPage>(page: [
        .list("groups") { $0.groups }
    ])
}

/// One stakeholder group: who it is and what it says.
struct GroupPage: PageModel {
    let frame: PageFrame
    let group: GroupCard
    let members: [ParticipantCard]
    /// The topmost themes on which it has quotes, the most first.
    let spokenThemes: [ThemeShare]
    /// The themes on which it has none.
    let silentThemes: [ThemeLink]
    let themes: [ThemeQuotes]
    let citedIn: [Link]

    static let fields = Fields<GroupPage>(page: [
        .record("group") { $0.group },
        .list("members") { $0.members },
        .flag("hasMembers") { !$0.members.isEmpty },
        .flag("isQuoted") { !$0.themes.isEmpty },
        .list("spokenThemes") { $0.spokenThemes },
        .flag("hasSpoken") { !$0.spokenThemes.isEmpty },
        .list("silentThemes") { $0.silentThemes },
        .flag("hasSilent") { !$0.silentThemes.isEmpty },
        .list("themes") { $0.themes },
        .list("citedIn") { $0.citedIn },
        .flag("isCited") { !$0.citedIn.isEmpty },
    ])
}

/// What one group contributes to one theme.
struct ThemeShare: TemplateData {
    let theme: ThemeLink
    let share: GroupShare

    static let fields: Fields<ThemeShare> = [
        .record("theme") { $0.theme },
        .record("share") { $0.share },
    ]
}

/// All participants, group by group.
struct ParticipantsPage: PageModel {
    let frame: PageFrame
    /// The names of the attributes that readers may know.
    let attributes: [String]
    let groups: [GroupMembers]

    static let fields = Fields<ParticipantsPage>(page: [
        .texts("attributes") { $0.attributes },
        .list("groups") { $0.groups },
    ])
}

/// The participants of a group.
struct GroupMembers: TemplateData {
    let group: GroupLink
    let members: [ParticipantCard]

    static let fields: Fields<GroupMembers> = [
        .record("group") { $0.group },
        .list("members") { $0.members },
        .text("membersCount") { String($0.members.count) },
        .flag("hasMembers") { !$0.members.isEmpty },
    ]
}

/// One participant: what is known and what was said.
struct ParticipantPage: PageModel {
    let frame: PageFrame
    let participant: ParticipantCard
    let themes: [ThemeQuotes]
    let citedIn: [Link]

    static let fields = Fields<ParticipantPage>(page: [
        .record("participant") { $0.participant },
        .list("themes") { $0.themes },
        .flag("isQuoted") { !$0.themes.isEmpty },
        .list("citedIn") { $0.citedIn },
        .flag("isCited") { !$0.citedIn.isEmpty },
    ])
}
