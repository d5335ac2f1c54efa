import Diagnostics
import Study

/// A release as a file: JSON with a line for each group, participant, theme and quote, and no words of anybody.
public enum ReleaseFile {
    /// The folder of releases in the study's.
    public static let folder = "releases"
    /// The version of the form; it changes when a key is renamed or goes away.
    public static let version = 1

    /// Where a release stands in the study's folder.
    public static func path(of name: String) -> String { "\(folder)/\(name).json" }

    /// The bytes of the file; the same release gives the same bytes.
    public static func bytes(of release: Release) -> [UInt8] {
        var text = "{\n  \"verbatim-release\": \(version),\n  \"name\": \(JSONText.string(release.name)),\n"
        text += "  \"number\": \(release.number),\n"
        if let date = release.date { text += "  \"date\": \(JSONText.string("\(date)")),\n" }
        let snapshot = release.snapshot
        text += list("groups", snapshot.groups.map { [("id", string($0.id)), ("title", JSONText.string($0.title))] })
        text += ",\n"
        text += list(
            "participants",
            snapshot.participants.map { [("id", string($0.id)), ("group", string($0.group))] }
        )
        text += ",\n"
        text += list(
            "themes",
            snapshot.themes.map { theme in
                [("id", string(theme.id)), ("title", JSONText.string(theme.title))]
                    + (theme.parent.map { [("parent", string($0))] } ?? [])
            }
        )
        text += ",\n"
        text += list("quotes", snapshot.quotes.map(fields))
        if !snapshot.withdrawn.isEmpty {
            text += ",\n  \"withdrawn\": [" + snapshot.withdrawn.map { string($0) }.joined(separator: ", ") + "]"
        }
        text += "\n}\n"
        return Array(text.utf8)
    }

    private static func fields(_ quote: Snapshot.Quote) -> [(String, String)] {
        [
            ("id", string(quote.id)), ("participant", string(quote.participant)),
            ("themes", "[" + quote.themes.map { string($0) }.joined(separator: ", ") + "]"),
            ("whole", JSONText.string(String(quote.print.whole, radix: 36))),
            ("pieces", JSONText.string(PrintText.text(of: quote.print.pieces))),
        ]
    }

    private static func string(_ id: some Identifier) -> String { JSONText.string(id.rawValue) }

    private static func list(_ key: String, _ items: [[(String, String)]]) -> String {
        guard !items.isEmpty else { return "  \"\(key)\": []" }
        let lines = items.map { item in
            "    {" + item.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
        }
        return "  \"\(key)\": [\n" + lines.joined(separator: ",\n") + "\n  ]"
    }
}
