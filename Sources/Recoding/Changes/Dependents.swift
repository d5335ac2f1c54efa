import Diagnostics
import Study

/// A sentence, a claim, a box or an arrow that rests on quotes of which something changed.
public struct Dependent: Sendable {
    /// What rests on them.
    public enum Subject: Sendable, Hashable {
        /// A sentence of prose, without marks.
        case sentence(String)
        case proposition(PropositionID)
        case box(BoxID)
        case arrow(from: BoxID, to: BoxID)
        /// The quote that stands for a theme.
        case keyQuote(of: ThemeID)
    }

    /// What happened to a quote.
    public enum Happening: String, Sendable, Hashable, CaseIterable {
        case recoded, reworded, gone, withdrawn
        /// It supports a theme now that the subject rests on.
        case gained
        /// It no longer supports a theme that the subject rests on.
        case lost
    }

    /// A quote and what happened to it.
    public struct Reason: Sendable, Hashable {
        public let quote: QuoteID
        public let happening: Happening
    }

    public let subject: Subject
    /// The reasons, in the order of the subject's own list.
    public let reasons: [Reason]
    /// Where it was written.
    public let place: Place
}

extension Changes {
    /// What in a study rests on quotes of which something changed, in the order of its files.
    ///
    /// `former` is the state that the changes start from. The study may be one that cannot be published because it still speaks of quotes that are gone; those are the
    /// most important ones to know.
    public func dependents(in study: Study, since former: Snapshot) -> [Dependent] {
        DependentFinder(self, study, former).all()
    }
}

private struct DependentFinder {
    let study: Study
    private var happenings: [QuoteID: Dependent.Happening] = [:]
    private var gained: [ThemeID: [QuoteID]] = [:]
    private var lost: [ThemeID: [QuoteID]] = [:]

    init(_ changes: Changes, _ study: Study, _ former: Snapshot) {
        self.study = study
        let removed = Set(changes.quotesRemoved)
        let names = Dictionary(changes.themesRenamed.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        for quote in former.quotes where removed.contains(quote.id) {
            for theme in quote.themes { lost[names[theme] ?? theme, default: []].append(quote.id) }
        }
        let added = Set(changes.quotesAdded)
        for quote in study.quotes where added.contains(quote.id) {
            for theme in quote.themes { gained[theme, default: []].append(quote.id) }
        }
        for reworded in changes.quotesReworded { happenings[reworded.quote] = .reworded }
        for recoded in changes.quotesRecoded {
            happenings[recoded.quote] = .recoded
            for theme in recoded.from { lost[theme, default: []].append(recoded.quote) }
            for theme in recoded.to { gained[theme, default: []].append(recoded.quote) }
        }
        for id in changes.quotesRemoved { happenings[id] = .gone }
        for renamed in changes.quotesRenamed { happenings[renamed.from] = .gone }
        for merged in changes.quotesMerged { for id in merged.from { happenings[id] = .gone } }
        for split in changes.quotesSplit { happenings[split.from] = .gone }
        for unclear in changes.unclear { for id in unclear.from { happenings[id] = .gone } }
        for id in changes.quotesWithdrawn { happenings[id] = .withdrawn }
    }

    func all() -> [Dependent] {
        var found = study.allProse.flatMap(sentences)
        for theme in study.themes {
            guard let quote = theme.keyQuote, let happening = happenings[quote] else { continue }
            found.append(
                Dependent(
                    subject: .keyQuote(of: theme.id),
                    reasons: [Dependent.Reason(quote: quote, happening: happening)],
                    place: theme.place
                )
            )
        }
        for proposition in study.theory?.propositions ?? [] {
            found += dependent(
                .proposition(proposition.id),
                proposition.support,
                proposition.against,
                at: proposition.place
            )
        }
        for box in study.logicModel?.boxes ?? [] { found += dependent(.box(box.id), box.support, at: box.place) }
        for arrow in study.logicModel?.arrows ?? [] {
            found += dependent(.arrow(from: arrow.from, to: arrow.to), arrow.support, at: arrow.place)
        }
        return found
    }

    private func dependent(
        _ subject: Dependent.Subject,
        _ support: Support,
        _ against: [QuoteID] = [],
        at place: Place
    ) -> [Dependent] {
        var reasons = (support.quotes + against).compactMap(reason)
        for theme in support.themes {
            reasons += (lost[theme] ?? []).map { Dependent.Reason(quote: $0, happening: .lost) }
            reasons += (gained[theme] ?? []).map { Dependent.Reason(quote: $0, happening: .gained) }
        }
        // That a quote left or came says already that it supports other themes.
        let moved = Set(reasons.filter { $0.happening == .lost || $0.happening == .gained }.map(\.quote))
        reasons.removeAll { $0.happening == .recoded && moved.contains($0.quote) }
        var seen: Set<Dependent.Reason> = []
        reasons.removeAll { !seen.insert($0).inserted }
        guard !reasons.isEmpty else { return [] }
        return [Dependent(subject: subject, reasons: reasons, place: place)]
    }

    private func reason(_ quote: QuoteID) -> Dependent.Reason? {
        happenings[quote].map { Dependent.Reason(quote: quote, happening: $0) }
    }

    private func sentences(of prose: Prose) -> [Dependent] {
        prose.mentions.compactMap { mention in
            guard case .quote(let id) = mention.target, let reason = reason(id) else { return nil }
            let text = Sentence.around(mention.place, in: prose)
            return Dependent(subject: .sentence(text), reasons: [reason], place: mention.place)
        }
    }
}

/// Finds the sentence of prose that a mention stands in.
enum Sentence {
    /// The sentence without links and marks; empty where an embed stands alone.
    static func around(_ place: Place, in prose: Prose) -> String {
        let bytes = Array(prose.markdown.utf8)
        let start = Int(place.offset) - Int(prose.place.offset)
        guard place.source == prose.place.source, start >= 0, start < bytes.count else { return "" }
        var from = start
        while from > 0, !isEnd(bytes, from - 1) { from -= 1 }
        var to = start
        // What a link says may hold a full stop, so the end is looked for behind the mention.
        to = min(bytes.count, start + Int(place.length))
        while to < bytes.count, !isEnd(bytes, to) { to += 1 }
        if to < bytes.count, !isBreak(bytes, to) { to += 1 }
        return plain(String(decoding: bytes[from..<to], as: UTF8.self))
    }

    private static func isBreak(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == 0x0A && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    }

    private static func isEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
        if isBreak(bytes, index) { return true }
        guard [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index]) else { return false }
        guard index + 1 < bytes.count else { return true }
        guard bytes[index + 1] == 0x20 || bytes[index + 1] == 0x0A else { return false }
        // No sentence begins with a small letter: that was an abbreviation.
        let next = bytes[(index + 1)...].first { $0 != 0x20 && $0 != 0x0A }
        return next.map { !(0x61...0x7A).contains($0) } ?? true
    }

    /// Links become their text, embeds nothing; the marks of emphasis, lists and headings go.
    private static func plain(_ markdown: String) -> String {
        var result = ""
        var rest = Substring(markdown)
        while let open = rest.firstIndex(of: "[") {
            guard let close = rest[open...].firstIndex(of: "]"),
                let after = rest.index(close, offsetBy: 1, limitedBy: rest.endIndex), after < rest.endIndex,
                rest[after] == "(", let end = rest[after...].firstIndex(of: ")")
            else {
                result += rest[...open]
                rest = rest[rest.index(after: open)...]
                continue
            }
            let isEmbed = rest[..<open].hasSuffix("!")
            result += isEmbed ? rest[..<open].dropLast() : rest[..<open]
            if !isEmbed { result += rest[rest.index(after: open)..<close] }
            rest = rest[rest.index(after: end)...]
        }
        result += rest
        let marks: Set<Character> = ["*", "_", "#", ">", "`"]
        return result.filter { !marks.contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
