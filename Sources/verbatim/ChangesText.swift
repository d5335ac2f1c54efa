import Recoding
import Study

/// Changes as text for people.
struct ChangesText {
    private let release: Release
    private let changes: Changes
    private let titles: [ThemeID: String]
    private let groups: [GroupID: String]

    init(_ study: Study, _ release: Release, _ changes: Changes) {
        self.release = release
        self.changes = changes
        let former = release.snapshot.themes.map { ($0.id, $0.title) }
        titles = Dictionary(study.themes.map { ($0.id, $0.title) } + former, uniquingKeysWith: { first, _ in first })
        let formerGroups = release.snapshot.groups.map { ($0.id, $0.title) }
        groups = Dictionary(
            study.groups.map { ($0.id, $0.title) } + formerGroups,
            uniquingKeysWith: { first, _ in first }
        )
    }

    func text(_ dependents: [Dependent], _ position: (Dependent) -> (file: String, line: Int)) -> String {
        guard !changes.isEmpty else { return "Nothing changed since \(release.name).\n" }
        var lines = ["Since \(release.name):"]
        func section(_ title: String, _ items: [String]) {
            guard !items.isEmpty else { return }
            lines += ["", "\(title) (\(items.count))"] + items.map { "  \($0)" }
        }
        section("Quotes added", changes.quotesAdded.map(\.rawValue))
        section("Quotes removed", changes.quotesRemoved.map(\.rawValue))
        section("Quotes withdrawn", changes.quotesWithdrawn.map(\.rawValue))
        section("Quotes on other themes", changes.quotesRecoded.map(recoded))
        section("Quotes reworded", changes.quotesReworded.map { "\($0.quote): \($0.rewording.rawValue)" })
        section("Quotes with another id", changes.quotesRenamed.map { "\($0.from) → \($0.to)" })
        section("Quotes merged", changes.quotesMerged.map { "\(joined($0.from)) → \($0.to)" })
        section("Quotes split", changes.quotesSplit.map { "\($0.from) → \(joined($0.to))" })
        section("Quotes that cannot be told apart", changes.unclear.map { "\(joined($0.from)) → \(joined($0.to))?" })
        section("Themes added", changes.themesAdded.map(title))
        section("Themes removed", changes.themesRemoved.map(title))
        section("Themes with another id", changes.themesRenamed.map { "\($0.from) → \($0.to)" })
        section("Themes with another title", changes.themesRetitled.map { "\($0.from) → \($0.to)" })
        section(
            "Themes merged",
            changes.themesMerged.map { "\($0.from.map(title).joined(separator: ", ")) → \(title($0.to))" }
        )
        section(
            "Themes split",
            changes.themesSplit.map { "\(title($0.from)) → \($0.to.map(title).joined(separator: ", "))" }
        )
        section("Participants added", changes.participantsAdded.map(\.rawValue))
        section("Participants with another name", changes.participantsRenamed.map { "\($0.from) → \($0.to)" })
        section("Evidence by group", changes.shifts.map(shift))
        section("Rests on what changed", dependents.map { dependent($0, position($0)) })
        return lines.joined(separator: "\n") + "\n"
    }

    private func title(_ theme: ThemeID) -> String { titles[theme] ?? theme.rawValue }

    private func joined(_ ids: [QuoteID]) -> String { ids.map(\.rawValue).joined(separator: ", ") }

    private func recoded(_ recoded: Changes.Recoded) -> String {
        let parts = recoded.from.map { "no longer ‘\(title($0))’" } + recoded.to.map { "now ‘\(title($0))’" }
        return "\(recoded.quote): \(parts.joined(separator: ", "))"
    }

    private func shift(_ shift: Shift) -> String {
        func count(_ count: Shift.Count) -> String {
            "\(counted(count.quotes, "quote", "quotes")) from \(count.participants)"
        }
        let group = groups[shift.group] ?? shift.group.rawValue
        return "\(title(shift.theme)), \(group): \(count(shift.before)) → \(count(shift.after))"
    }

    private func dependent(_ dependent: Dependent, _ place: (file: String, line: Int)) -> String {
        let subject =
            switch dependent.subject {
            case .sentence(let text): text.isEmpty ? "an embedded quote" : "“\(text)”"
            case .proposition(let id): "proposition ‘\(id)’"
            case .box(let id): "box ‘\(id)’"
            case .arrow(let from, let to): "arrow from ‘\(from)’ to ‘\(to)’"
            case .keyQuote(let theme): "the quote that stands for ‘\(title(theme))’"
            }
        let reasons = dependent.reasons.map { reason in
            let what =
                switch reason.happening {
                case .recoded: "supports other themes"
                case .reworded: "has other words"
                case .gone: "is gone"
                case .withdrawn: "was withdrawn"
                case .gained: "came to it"
                case .lost: "left it"
                }
            return "\(reason.quote) \(what)"
        }
        return "\(place.file):\(place.line): \(subject): \(reasons.joined(separator: ", "))"
    }
}
