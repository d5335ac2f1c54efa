import Fingerprints
import Markup
import Study

/// Knows the title and the address of every part of a study.
///
/// A class, as each text that is rendered takes it along: a struct of this size would be copied for each of them.
final class Linker: Sendable {
    let study: Study
    let index: StudyIndex
    private let graph: EvidenceGraph
    let phrases: Phrases
    let citations: CitationStyle

    init(study: Study, graph: EvidenceGraph, phrases: Phrases, citations: CitationStyle) {
        self.study = study
        self.graph = graph
        index = graph.index
        self.phrases = phrases
        self.citations = citations
    }

    /// What a part is called where nothing else names it.
    func title(_ target: Target) -> String {
        switch target {
        case .home: phrases.text(.home)
        case .themes: phrases.text(.themes)
        case .theme(let id): index.themes[id].map { study.themes[$0].title } ?? id.rawValue
        case .quotes: phrases.text(.quotes)
        case .quote(let id): quoteTitle(id)
        case .groups: phrases.text(.groups)
        case .group(let id): index.groups[id].map { study.groups[$0].title } ?? id.rawValue
        case .participants: phrases.text(.participants)
        case .participant(let id): id.rawValue
        case .constructs: phrases.text(.constructs)
        case .construct(let id):
            index.constructs[id].flatMap { study.framework?.constructs[$0].title } ?? id.rawValue
        case .matrix: phrases.text(.matrix)
        case .logicModel: study.logicModel?.title ?? phrases.text(.logicModel)
        case .box(let id): index.boxes[id].flatMap { study.logicModel?.boxes[$0].title } ?? id.rawValue
        case .theory: phrases.text(.theory)
        case .proposition(let id): propositionTitle(id)
        case .guides: phrases.text(.guides)
        case .guide(let id): guideTitle(id)
        case .page(let id): index.pages[id].map { study.pages[$0].title } ?? id.rawValue
        case .references: phrases.text(.references)
        case .report: phrases.text(.report)
        case .downloads: phrases.text(.downloads)
        case .changes: phrases.text(.changes)
        case .reference(let id):
            index.references[id].map { "\(citations.label($0)) (\(citations.year($0)))" } ?? id.rawValue
        }
    }

    /// Adds all that the title of a part is made of to a fingerprint, without making it: many texts name many parts.
    func addTitle(of target: Target, to fingerprinter: inout Fingerprinter) {
        switch target {
        case .quote(let id):
            guard let position = index.quotes[id] else { return fingerprinter.add(id.rawValue) }
            fingerprinter.add(study.quotes[position].participant.rawValue)
            fingerprinter.add(study.groups[graph.group(ofQuote: position)].singular)
        case .reference(let id):
            guard let position = index.references[id] else { return fingerprinter.add(id.rawValue) }
            fingerprinter.add(citations.label(position))
            fingerprinter.add(citations.year(position))
        default: fingerprinter.add(title(target))
        }
    }

    /// What a part is called where space is short: in the navigation and on the way up.
    func shortTitle(_ target: Target) -> String {
        switch target {
        case .logicModel: phrases.text(.logicModel)
        case .theme(let id):
            index.themes[id].map { study.themes[$0].shortTitle ?? study.themes[$0].title } ?? id.rawValue
        default: title(target)
        }
    }

    private func quoteTitle(_ id: QuoteID) -> String {
        guard let position = index.quotes[id] else { return id.rawValue }
        let participant = study.quotes[position].participant.rawValue
        let group = study.groups[graph.group(ofQuote: position)].singular
        return phrases.text(.attribution, ["participant": participant, "group": group])
    }

    private func propositionTitle(_ id: PropositionID) -> String {
        guard let position = index.propositions[id], let theory = study.theory else { return id.rawValue }
        return phrases.text(.propositionTitle, ["number": String(theory.propositions[position].number)])
    }

    func guideTitle(_ id: GroupID) -> String {
        if let position = index.guides[id], let title = study.guides[position].title { return title }
        return phrases.text(.guideTitle, ["group": title(.group(id))])
    }
}
