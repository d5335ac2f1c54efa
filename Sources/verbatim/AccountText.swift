import Importing
import Study

/// The account of an import as text for people. What came from files is shown without what a terminal would obey.
struct AccountText {
    /// Nobody reads longer lists; `--format json` has them whole.
    private static let longest = 200

    private let account: Account

    init(_ account: Account) { self.account = account }

    var text: String {
        var lines: [String] = []
        func section(_ title: String, _ items: [String]) {
            guard !items.isEmpty else { return }
            lines += (lines.isEmpty ? [] : [""]) + [title] + items.prefix(Self.longest).map { "  \($0)" }
            if items.count > Self.longest { lines.append("  … and \(items.count - Self.longest) more") }
        }
        section("What was read", account.source)
        section("Quotes", [summary])
        section("Moved (\(account.moved.count))", account.moved.map(moved))
        section("Reworded (\(account.reworded.count))", account.reworded.map { "\($0.quote): \($0.how)" })
        section(
            "Edited by your team, so their words stay (\(account.edited.count))",
            account.edited.map(\.rawValue)
        )
        section("Merged (\(account.merged.count))", account.merged.map { "\(joined($0.from)) → \($0.to)" })
        section("Split (\(account.split.count))", account.split.map { "\($0.from) → \(joined($0.to))" })
        section("Added (\(account.added.count))", account.added.map(added))
        section("Removed (\(account.removed.count))", account.removed.map(\.rawValue))
        section("Withdrawn (\(account.withdrawn.count))", account.withdrawn.map(\.rawValue))
        section("Without a theme, so they get no row (\(newWithoutTheme.count))", newWithoutTheme.map(leftOut))
        section(
            "Without a theme, so they stay as they were (\(oldWithoutTheme.count))",
            oldWithoutTheme.map(leftOut)
        )
        section(
            "Codes with another name",
            account.renamedCodes.map { "‘\($0.code)’ means ‘\(title($0.theme))’, and is added to its codes" }
        )
        section("Codes that no theme claims", account.unknownCodes.map(unknown))
        section("New themes", account.newThemes.map { "\($0): \(title($0))" })
        section(
            "Titles that are others in the tool, and stay",
            account.otherTitles.map { "\($0.theme): ‘\($0.here)’; there it is called ‘\($0.there)’" }
        )
        section("New participants", account.newParticipants.map { "\($0.participant) in ‘\($0.group)’" })
        section("Participants with another name", account.renamedParticipants.map { "\($0.from) → \($0.to)" })
        section("Participants who withdrew", account.withdrawnParticipants.map(\.rawValue))
        section("Worth knowing", account.remarks)
        section("Files", account.files.flatMap { file in [file.path] + file.changes.map { "  " + $0 } })
        return Self.harmless(lines.joined(separator: "\n")) + "\n\n"
    }

    private var newWithoutTheme: [Account.LeftOut] { account.leftOut.filter { $0.quote == nil } }
    private var oldWithoutTheme: [Account.LeftOut] { account.leftOut.filter { $0.quote != nil } }

    private var summary: String {
        let how = Dictionary(grouping: account.reworded, by: \.how).mapValues(\.count)
        let counts: [(Int, String)] = [
            (account.kept, "kept"), (account.moved.count, "moved"), (how["trimmed"] ?? 0, "trimmed"),
            (how["extended"] ?? 0, "extended"), (how["redrawn"] ?? 0, "redrawn"), (how["mended"] ?? 0, "mended"),
            (account.merged.count, "merged"), (account.split.count, "split"), (account.added.count, "added"),
            (account.removed.count, "removed"), (account.withdrawn.count, "withdrawn"),
            (account.notMentioned, "not mentioned"), (account.withheld, "withheld by the study"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    private func title(_ theme: ThemeID) -> String { account.titles[theme] ?? theme.rawValue }

    private func joined(_ ids: [QuoteID]) -> String { ids.map(\.rawValue).joined(separator: ", ") }

    private func moved(_ moved: Account.Moved) -> String {
        let parts = moved.from.map { "no longer ‘\(title($0))’" } + moved.to.map { "now ‘\(title($0))’" }
        return "\(moved.quote): \(parts.joined(separator: ", "))"
    }

    private func added(_ added: Account.Added) -> String {
        "\(added.quote): \(added.themes.map { "‘\(title($0))’" }.joined(separator: ", ")): \(added.words)"
    }

    private func leftOut(_ one: Account.LeftOut) -> String {
        "\(one.quote?.rawValue ?? one.participant.rawValue) (\(one.codes.joined(separator: "; "))): \(one.words)"
    }

    private func unknown(_ code: Account.UnknownCode) -> String {
        let count = counted(code.quotes, "quote", "quotes")
        let near = code.nearest.map { "; the nearest theme is ‘\(title($0))’" } ?? ""
        return "‘\(code.code)’: \(count)\(near)"
    }

    /// Nothing that stands in a file can drive the terminal.
    private static func harmless(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where scalar != "\n", .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
            case .format where scalar != "\u{200D}" && scalar != "\u{200C}": result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
