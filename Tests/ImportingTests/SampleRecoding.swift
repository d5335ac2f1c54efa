import Study
import TestSupport

/// The recoding of the sample, in the names of the study that it is imported into.
struct SampleRecoding {
    let changes: [SampleChange]
    /// Quotes that the second version does not have.
    private(set) var gone: Set<QuoteID> = []
    /// Who withdrew.
    private(set) var withdrawn: Set<ParticipantID> = []
    private var added: Set<String> = []
    private var former: [String: String] = [:]

    init() throws {
        changes = try SampleChange.all()
        for change in changes {
            switch change {
            case .codingRemoved(let quote, _, _): gone.insert(QuoteID(quote))
            case .participantWithdrawn(let participant, let quotes, _):
                withdrawn.insert(ParticipantID(participant))
                gone.formUnion(quotes.map { QuoteID($0) })
            case .codeAdded(_, let code): added.insert(code.tag)
            case .codeRenamed(_, let from, let to, _): former[to.tag] = from.tag
            case .quoteMoved, .quoteAdded, .quoteTrimmed: break
            }
        }
    }

    /// The theme that a code means, given the id of the one that the import made.
    func theme(_ tag: String, new: ThemeID) -> ThemeID {
        added.contains(tag) ? new : ThemeID(Sample.theme(former[tag] ?? tag))
    }
}
