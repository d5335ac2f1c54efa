import Diagnostics
import Study

/// Every name that a study's files may use, and the check that each use names something.
struct NameIndex {
    private let study: Study
    private let withheld: Set<QuoteID>
    private let quotes: Set<QuoteID>
    private let themes: Set<ThemeID>
    private let participants: Set<ParticipantID>
    private let groups: Set<GroupID>
    private let constructs: Set<ConstructID>
    private let propositions: Set<PropositionID>
    private let boxes: Set<BoxID>
    private let guides: Set<GroupID>
    private let pages: Set<PageID>
    private let references: Set<ReferenceID>
    private var suggestions = SuggestionCache()

    init(_ study: Study, withheld: Set<QuoteID>) {
        self.study = study
        self.withheld = withheld
        quotes = Set(study.quotes.map(\.id))
        themes = Set(study.themes.map(\.id))
        participants = Set(study.participants.map(\.id))
        groups = Set(study.groups.map(\.id))
        constructs = Set(study.framework?.constructs.map(\.id) ?? [])
        propositions = Set(study.theory?.propositions.map(\.id) ?? [])
        boxes = Set(study.logicModel?.boxes.map(\.id) ?? [])
        guides = Set(study.guides.map(\.group))
        pages = Set(study.pages.map(\.id))
        references = Set(study.references.map(\.id))
    }

    /// Names every use that names nothing.
    mutating func check(_ uses: [Located<Target>], into findings: inout Findings) {
        for use in uses where !exists(use.value) {
            if let kind = use.value.nameKind, findings.lost.contains(kind) { continue }
            // A withheld quote is written down, and still must not be named.
            if findings.claimed.contains(use.value), !isWithheld(use.value) { continue }
            let complaint = complaint(about: use.value)
            findings.add(complaint.rule, complaint.summary, at: use.place, help: complaint.help)
        }
    }

    private func isWithheld(_ target: Target) -> Bool {
        if case .quote(let id) = target { withheld.contains(id) } else { false }
    }

    /// Whether the study has a part.
    func exists(_ target: Target) -> Bool {
        switch target {
        case .home, .themes, .quotes, .groups, .participants, .matrix, .report, .downloads: true
        case .theme(let id): themes.contains(id)
        case .quote(let id): quotes.contains(id)
        case .group(let id): groups.contains(id)
        case .participant(let id): participants.contains(id)
        case .constructs: !constructs.isEmpty
        case .construct(let id): constructs.contains(id)
        case .logicModel: study.logicModel != nil
        case .box(let id): boxes.contains(id)
        case .theory: study.theory != nil
        case .proposition(let id): propositions.contains(id)
        case .guides: !guides.isEmpty
        case .guide(let id): guides.contains(id)
        case .page(let id): pages.contains(id)
        case .references: !references.isEmpty
        case .changes: !study.releases.isEmpty
        case .reference(let id): references.contains(id)
        }
    }

    private mutating func complaint(about target: Target) -> (rule: Rule, summary: String, help: String?) {
        switch target {
        case .theme(let id):
            return former(.unknownTheme, .theme(id))
                ?? unknown(.unknownTheme, "theme", id, study.themes.map(\.id))
        case .quote(let id):
            if withheld.contains(id) {
                return (
                    .withheldQuote, "the quote ‘\(id)’ is withheld from publication",
                    "name another quote, or take the mention away"
                )
            }
            return former(.unknownQuote, .quote(id))
                ?? unknown(.unknownQuote, "quote", id, study.quotes.map(\.id))
        case .group(let id):
            return unknown(.unknownGroup, "group", id, study.groups.map(\.id))
        case .participant(let id):
            return unknown(.unknownParticipant, "participant", id, study.participants.map(\.id))
        case .construct(let id):
            return unknown(.unknownConstruct, "construct", id, study.framework?.constructs.map(\.id) ?? [])
        case .box(let id):
            return unknown(.unknownBox, "box", id, study.logicModel?.boxes.map(\.id) ?? [])
        case .proposition(let id):
            return unknown(.unknownProposition, "proposition", id, study.theory?.propositions.map(\.id) ?? [])
        case .guide(let id):
            return unknown(.unknownGuide, "interview guide for", id, study.guides.map(\.group))
        case .page(let id):
            return unknown(.unknownPage, "page", id, study.pages.map(\.id))
        case .reference(let id):
            return unknown(.unknownReference, "reference", id, study.references.map(\.id))
        case .constructs:
            return missing("constructs", "a framework with constructs in study.yml")
        case .logicModel:
            return missing("logic model", "a file logic-model.yml")
        case .theory:
            return missing("theory", "a file theory.md")
        case .guides:
            return missing("interview guides", "a folder guides with a file for each group")
        case .references:
            return missing("references", "a file references.json")
        case .changes:
            return missing("release to compare with", "‘verbatim release’")
        case .home, .themes, .quotes, .groups, .participants, .matrix, .report, .downloads:
            return (.missingTarget, "this part of the site is not there", nil)
        }
    }

    /// What the ledger knows of something that is no more.
    private func former(_ rule: Rule, _ name: Ledger.Name) -> (rule: Rule, summary: String, help: String?)? {
        guard let entry = study.ledger[name] else { return nil }
        let (fate, ids) = study.ledger.end(of: name)
        let what = "the \(name.kind.rawValue) ‘\(name.id.shown)’"
        let names = ids.map { "‘\($0.shown)’" }.joined(separator: ", ")
        switch entry.fate {
        case .live, .removed: return (rule, "\(what) is no longer part of the study", "take the mention away")
        case .withdrawn: return (rule, "\(what) was withdrawn", "take the mention away")
        case .renamed, .merged, .split:
            guard !ids.isEmpty else {
                let isWithdrawn = fate == .withdrawn
                let summary = isWithdrawn ? "\(what) was withdrawn" : "\(what) is no longer part of the study"
                return (rule, summary, "take the mention away")
            }
            let has = entry.fate == .split ? "was split" : entry.fate == .merged ? "was merged" : "was renamed"
            return (rule, "\(what) \(has)", "write \(names)")
        }
    }

    private mutating func unknown<ID: Identifier>(
        _ rule: Rule,
        _ what: String,
        _ id: ID,
        _ known: [ID]
    ) -> (rule: Rule, summary: String, help: String?) {
        let names = known.map(\.rawValue)
        var help = suggestions.suggestion(for: id.rawValue, in: names)
        if help == nil, !names.isEmpty, names.count <= 8 { help = "there are: \(names.joined(separator: ", "))" }
        return (rule, "there is no \(what) ‘\(id.rawValue.shown)’", help)
    }

    private func missing(_ what: String, _ needed: String) -> (rule: Rule, summary: String, help: String?) {
        (.missingTarget, "this study has no \(what)", "they come from \(needed)")
    }
}
