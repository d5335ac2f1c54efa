import Diagnostics
import Study

/// What a study becomes when its quotes were coded anew in a tool: which quote is which, and what its tables and its
/// ledger have to say then.
public struct Reconciliation: Sendable {
    /// A row of `quotes/*.csv` as it has to be.
    public struct Row: Sendable, Hashable {
        /// The id that the row has to give.
        public let id: QuoteID
        public let participant: ParticipantID
        /// Theme ids, in the order of the codebook, and then the codes that no theme claims, sorted.
        public let codes: [String]
        public let text: String
        public let source: String?
        /// Where the quote is among the recoded ones; nil for one that waits for a decision and is left as it was.
        public let recoded: Int?
        /// What became of the words; nil for a quote that is new, or new by a split or a merger.
        public let rewording: Rewording?
        /// The ids of the quotes that were split or merged to make this one.
        public let madeOf: [QuoteID]
    }

    /// Quotes that cannot be told apart. A `Decision` for each of them settles it.
    public struct Ambiguity: Sendable, Hashable {
        public let quotes: [QuoteID]
        /// Positions among the recoded quotes.
        public let recoded: [Int]
    }

    /// The rows, those of the study in its order, then those that are new, by participant and text.
    public internal(set) var rows: [Row] = []
    /// Quotes that are no more.
    public internal(set) var removed: [QuoteID] = []
    /// Quotes of participants who are no more. Nothing of them may stay but their ids in the ledger.
    public internal(set) var withdrawn: [QuoteID] = []
    public internal(set) var withdrawnParticipants: [ParticipantID] = []
    /// Participants whom the tool calls by another name.
    public internal(set) var renamedParticipants: [ParticipantID: ParticipantID] = [:]
    /// What a person has to decide; until then both sides are left as they are.
    public internal(set) var ambiguities: [Ambiguity] = []
    /// Recoded quotes that the study withholds, by their positions. They get no row.
    public internal(set) var withheld: [Int] = []
    /// Codes that no theme claims and that stand for a theme whose own codes are no more.
    public internal(set) var codesOfThemes: [String: ThemeID] = [:]
    /// Codes that no theme claims and that stand for none, with how many quotes have them.
    public internal(set) var unknownCodes: [String: Int] = [:]
    /// The ledger as it has to be.
    public internal(set) var ledger: Ledger
    /// Releases of the study that have to forget those who withdrew.
    public internal(set) var forgetting: [Release] = []

    init(ledger: Ledger) { self.ledger = ledger }
}

extension Reconciliation {
    /// Reconciles a study with what a tool gave. A function of its input.
    ///
    /// - Parameters:
    ///   - theme: The theme that a code means. If not given, codes mean what the codebook says.
    ///   - withheld: What the study's files hold and do not publish, so that no import can publish it.
    ///   - decisions: What a person decided about quotes that could not be told apart before.
    public static func reconcile(
        study: Study,
        ledger: Ledger,
        recoded: Recoded,
        theme: ((String) -> ThemeID?)? = nil,
        withheld: [WithheldQuote] = [],
        decisions: [Decision] = []
    ) -> Reconciliation {
        let codes = CodebookNames(study)
        var reconciler = Reconciler(study, ledger, recoded, theme ?? codes.theme)
        reconciler.match(withheld, decisions)
        return reconciler.finish()
    }
}

/// The names of themes that codes may have.
private struct CodebookNames {
    private var themes: [String: ThemeID] = [:]

    init(_ study: Study) {
        for theme in study.themes {
            for name in [theme.id.rawValue, theme.title] + theme.codes {
                let key = name.foldedForComparison()
                if themes[key] == nil { themes[key] = theme.id }
            }
        }
    }

    func theme(_ code: String) -> ThemeID? { themes[code.foldedForComparison()] }
}
