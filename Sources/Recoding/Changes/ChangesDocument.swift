import Foundation
import Study

/// Changes as JSON for other programs. `docs/changes.md` describes the form; `version` changes when a key is renamed or
/// goes away.
public struct ChangesDocument: Encodable, Sendable {
    struct Since: Encodable, Sendable {
        let release: String
        let date: String?
    }

    struct Pair: Encodable, Sendable {
        let from, to: String
    }

    struct Merged: Encodable, Sendable {
        let from: [String]
        let to: String
    }

    struct Split: Encodable, Sendable {
        let from: String
        let to: [String]
    }

    struct Recoded: Encodable, Sendable {
        let quote: String
        let from, to: [String]
    }

    struct Reworded: Encodable, Sendable {
        let quote, how: String
    }

    struct Unclear: Encodable, Sendable {
        let from, to: [String]
    }

    struct Retitled: Encodable, Sendable {
        let theme, from, to: String
    }

    struct Quotes: Encodable, Sendable {
        let added, removed, withdrawn: [String]
        let renamed: [Pair]
        let merged: [Merged]
        let split: [Split]
        let recoded: [Recoded]
        let reworded: [Reworded]
        let unclear: [Unclear]
    }

    struct Themes: Encodable, Sendable {
        let added, removed: [String]
        let renamed: [Pair]
        let merged: [Merged]
        let split: [Split]
        let retitled: [Retitled]
    }

    struct Participants: Encodable, Sendable {
        let added: [String]
        let renamed: [Pair]
    }

    struct Count: Encodable, Sendable {
        let quotes, participants: Int
    }

    struct Evidence: Encodable, Sendable {
        let theme, group: String
        let before, after: Count
    }

    struct Reason: Encodable, Sendable {
        let quote, what: String
    }

    struct Affected: Encodable, Sendable {
        let kind: String
        var id, from, to, text: String?
        let quotes: [Reason]
        let file: String
        let line: Int
    }

    let version = 1
    let since: Since
    let quotes: Quotes
    let themes: Themes
    let participants: Participants
    let evidence: [Evidence]
    let affected: [Affected]

    /// The document. `position` tells the file and line of a dependent.
    public init(
        _ changes: Changes,
        since release: Release,
        dependents: [Dependent],
        position: (Dependent) -> (file: String, line: Int)
    ) {
        since = Since(release: release.name, date: release.date.map { "\($0)" })
        quotes = Quotes(
            added: changes.quotesAdded.map(\.rawValue),
            removed: changes.quotesRemoved.map(\.rawValue),
            withdrawn: changes.quotesWithdrawn.map(\.rawValue),
            renamed: changes.quotesRenamed.map { Pair(from: $0.from.rawValue, to: $0.to.rawValue) },
            merged: changes.quotesMerged.map { Merged(from: $0.from.map(\.rawValue), to: $0.to.rawValue) },
            split: changes.quotesSplit.map { Split(from: $0.from.rawValue, to: $0.to.map(\.rawValue)) },
            recoded: changes.quotesRecoded.map {
                Recoded(quote: $0.quote.rawValue, from: $0.from.map(\.rawValue), to: $0.to.map(\.rawValue))
            },
            reworded: changes.quotesReworded.map { Reworded(quote: $0.quote.rawValue, how: $0.rewording.rawValue) },
            unclear: changes.unclear.map { Unclear(from: $0.from.map(\.rawValue), to: $0.to.map(\.rawValue)) }
        )
        themes = Themes(
            added: changes.themesAdded.map(\.rawValue),
            removed: changes.themesRemoved.map(\.rawValue),
            renamed: changes.themesRenamed.map { Pair(from: $0.from.rawValue, to: $0.to.rawValue) },
            merged: changes.themesMerged.map { Merged(from: $0.from.map(\.rawValue), to: $0.to.rawValue) },
            split: changes.themesSplit.map { Split(from: $0.from.rawValue, to: $0.to.map(\.rawValue)) },
            retitled: changes.themesRetitled.map { Retitled(theme: $0.theme.rawValue, from: $0.from, to: $0.to) }
        )
        participants = Participants(
            added: changes.participantsAdded.map(\.rawValue),
            renamed: changes.participantsRenamed.map { Pair(from: $0.from.rawValue, to: $0.to.rawValue) }
        )
        evidence = changes.shifts.map { shift in
            Evidence(
                theme: shift.theme.rawValue,
                group: shift.group.rawValue,
                before: Count(quotes: shift.before.quotes, participants: shift.before.participants),
                after: Count(quotes: shift.after.quotes, participants: shift.after.participants)
            )
        }
        affected = dependents.map { Self.affected($0, at: position($0)) }
    }

    private static func affected(_ dependent: Dependent, at place: (file: String, line: Int)) -> Affected {
        let quotes = dependent.reasons.map { Reason(quote: $0.quote.rawValue, what: $0.happening.rawValue) }
        func affected(_ kind: String) -> Affected {
            Affected(kind: kind, quotes: quotes, file: place.file, line: place.line)
        }
        switch dependent.subject {
        case .sentence(let text):
            var sentence = affected("sentence")
            sentence.text = text
            return sentence
        case .proposition(let id):
            var proposition = affected("proposition")
            proposition.id = id.rawValue
            return proposition
        case .box(let id):
            var box = affected("box")
            box.id = id.rawValue
            return box
        case .arrow(let from, let to):
            var arrow = affected("arrow")
            (arrow.from, arrow.to) = (from.rawValue, to.rawValue)
            return arrow
        case .keyQuote(let theme):
            var quote = affected("key-quote")
            quote.id = theme.rawValue
            return quote
        }
    }

    /// The document as text; the same changes give the same text.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Nothing in it can fail to be encoded.
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
