import Diagnostics
import Interchange
import Recoding
import Study
import StudyFiles

extension Importer {
    mutating func checkDecisions() {
        let known = before.participants.map(\.id.rawValue)
        for participant in request.withdrawn.sorted() where !known.contains(participant.rawValue) {
            findings.add(
                .importDecision,
                "there is no participant ‘\(participant.rawValue.shown)’",
                atPath: name,
                help: NearMiss.suggestion(for: participant.rawValue, in: known)
            )
        }
        let ids = Set(before.quotes.map(\.id))
        for decision in request.decisions {
            if !ids.contains(decision.quote) {
                let help = NearMiss.suggestion(for: decision.quote.rawValue, in: ids.map(\.rawValue).sorted())
                findings.add(
                    .importDecision,
                    "there is no quote ‘\(decision.quote.rawValue.shown)’",
                    atPath: name,
                    help: help
                )
            } else if let position = decision.recoded, !recoded.quotes.indices.contains(position) {
                findings.add(
                    .importDecision,
                    "there is no quotation \(position + 1); the file has \(recoded.quotes.count)",
                    atPath: name
                )
            }
        }
    }

    mutating func checkAmbiguities(_ reconciliation: Reconciliation) {
        let quotes = Dictionary(before.quotes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for ambiguity in reconciliation.ambiguities {
            let words = ambiguity.recoded.map { recoded.quotes[$0].text.firstWords }
            // Where words are alike, codes are what a person can tell them apart by.
            let areAlike = Set(words).count < words.count
            func told(_ words: String, _ codes: [String]) -> String {
                areAlike ? "\(words): \(codes.map { "‘\($0.shown)’" }.joined(separator: ", "))" : words
            }
            let old = ambiguity.quotes.map { id in
                "‘\(id)’ (\(told((quotes[id]?.text ?? "").firstWords, quotes[id]?.themes.map(\.rawValue) ?? [])))"
            }
            let new = zip(ambiguity.recoded, words).map { "\($0 + 1) (\(told($1, recoded.quotes[$0].codes)))" }
            let example = "--decide \(ambiguity.quotes[0])=\((ambiguity.recoded.first ?? 0) + 1)"
            findings.add(
                .importAmbiguous,
                "\(old.joined(separator: ", ")) may be any of the quotations \(new.joined(separator: ", "))",
                atPath: name,
                help: "say which it is, such as \(example), or --decide \(ambiguity.quotes[0])=none, for each of them"
            )
        }
    }

    mutating func checkScope(_ reconciliation: Reconciliation) {
        guard case .asItSeems = request.scope, !isCodebook else { return }
        let gone = missing(reconciliation).count
        guard gone > 0 else { return }
        let total = before.quotes.count
        var reason: String?
        if gone * 3 > total {
            reason = "\(gone) of \(total) quotes are not in the file"
        } else if let group = silencedGroup(reconciliation) {
            // A team may have a project for each group.
            reason = "nothing of the group ‘\(group)’ is in the file"
        } else if people.everybody == nil {
            let themes = Dictionary(before.quotes.map { ($0.id, $0.themes) }, uniquingKeysWith: { first, _ in first })
            let lost = reconciliation.removed.filter { id in
                !(themes[id] ?? []).contains { mentioned.contains($0) }
            }
            let silent = Set(lost.flatMap { themes[$0] ?? [] }).sorted()
            if !lost.isEmpty {
                let names = silent.prefix(3).map { "‘\($0)’" }.joined(separator: ", ")
                reason = "the file does not mention \(names), and \(lost.count) of the quotes would go"
            }
        }
        guard let reason else { return }
        findings.add(
            .importPart,
            reason,
            atPath: name,
            help:
                "add --partial if the file holds a part of the project, so that all else stays, or --whole if it holds "
                + "all of it"
        )
    }

    /// The quotes that would go, but for those of people of whom somebody said that they withdrew.
    func missing(_ reconciliation: Reconciliation) -> Set<QuoteID> {
        let told = before.quotes.filter { request.withdrawn.contains($0.participant) }.map(\.id)
        return Set(reconciliation.removed + reconciliation.withdrawn).subtracting(told)
    }

    /// A group all of whose quotes would go.
    func silencedGroup(_ reconciliation: Reconciliation) -> GroupID? {
        let gone = missing(reconciliation)
        let groups = Dictionary(before.participants.map { ($0.id, $0.group) }, uniquingKeysWith: { first, _ in first })
        let stay = Set(before.quotes.filter { !gone.contains($0.id) }.compactMap { groups[$0.participant] })
        let go = Set(before.quotes.filter { gone.contains($0.id) }.compactMap { groups[$0.participant] })
        return go.subtracting(stay).min()
    }
}
