import Processors
import Study

/// Finds the parts of a study by their ids, as positions in its lists.
struct StudyIndex: Sendable {
    let groups: [GroupID: Int]
    let participants: [ParticipantID: Int]
    var quotes: [QuoteID: Int] { quotesMade.outcome() }
    let themes: [ThemeID: Int]
    let constructs: [ConstructID: Int]
    let propositions: [PropositionID: Int]
    let boxes: [BoxID: Int]
    let columns: [ColumnID: Int]
    let guides: [GroupID: Int]
    let pages: [PageID: Int]
    let references: [ReferenceID: Int]
    /// There are many quotes, and few are looked up by their id.
    private let quotesMade: Meanwhile<[QuoteID: Int]>

    init(_ study: Study) {
        groups = Self.positions(study.groups.map(\.id))
        participants = Self.positions(study.participants.map(\.id))
        quotesMade = Meanwhile { [quotes = study.quotes] in Self.positions(quotes.map(\.id)) }
        themes = Self.positions(study.themes.map(\.id))
        constructs = Self.positions(study.framework?.constructs.map(\.id) ?? [])
        propositions = Self.positions(study.theory?.propositions.map(\.id) ?? [])
        boxes = Self.positions(study.logicModel?.boxes.map(\.id) ?? [])
        columns = Self.positions(study.logicModel?.columns.map(\.id) ?? [])
        guides = Self.positions(study.guides.map(\.group))
        pages = Self.positions(study.pages.map(\.id))
        references = Self.positions(study.references.map(\.id))
    }

    private static func positions<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
        Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
}
