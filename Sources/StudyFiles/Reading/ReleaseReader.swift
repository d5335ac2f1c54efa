import Diagnostics
import Foundation
import Recoding
import Study

/// Reads a file of `releases/`.
enum ReleaseReader {
    static func read(_ id: SourceID, path: String, into findings: inout Findings) -> Release? {
        let source = findings.sources[id]
        if let offset = JSONSyntax(source.text).firstError {
            findings.add(
                .jsonSyntax,
                "this is not JSON from here on",
                at: Place(source: id, offset: offset, length: offset < source.text.count ? 1 : 0),
                help: "bring the file back as it was; releases are not written by hand"
            )
            return nil
        }
        let name = String(path.dropFirst(FileName.releases.count + 1).dropLast(".json".count))
        let problem: String
        do {
            let document = try JSONDecoder().decode(ReleaseDocument.self, from: Data(source.text))
            if document.version > ReleaseFile.version {
                problem = "it was made by a newer Verbatim"
            } else if document.name != name {
                problem = "it says that it is the release ‘\(document.name.shown)’"
            } else if let release = document.release {
                return release
            } else {
                problem = "a quote has no print that can be read"
            }
        } catch {
            problem = "something is missing from it"
        }
        findings.add(
            .badRelease,
            "this is not the release ‘\(name.shown)’: \(problem)",
            at: Place(source: id, offset: 0, length: 0),
            help: "bring the file back as it was, or take it away"
        )
        return nil
    }
}

/// The form of the file.
private struct ReleaseDocument: Decodable {
    struct Group: Decodable {
        let id, title: String
    }

    struct Participant: Decodable {
        let id, group: String
    }

    struct Theme: Decodable {
        let id, title: String
        let parent: String?
    }

    struct Quote: Decodable {
        let id, participant: String
        let themes: [String]
        let whole, pieces: String
    }

    let version: Int
    let name: String
    let number: Int
    let date: String?
    let groups: [Group]
    let participants: [Participant]
    let themes: [Theme]
    let quotes: [Quote]
    let withdrawn: [String]?

    enum CodingKeys: String, CodingKey {
        case version = "verbatim-release"
        case name, number, date, groups, participants, themes, quotes, withdrawn
    }

    /// The release; nil if a print cannot be read.
    var release: Release? {
        var snapshot = Snapshot(
            groups: groups.map { Snapshot.Group(id: GroupID($0.id), title: $0.title) },
            participants: participants.map {
                Snapshot.Participant(id: ParticipantID($0.id), group: GroupID($0.group))
            },
            themes: themes.map { theme in
                Snapshot.Theme(id: ThemeID(theme.id), title: theme.title, parent: theme.parent.map { ThemeID($0) })
            }
        )
        snapshot.withdrawn = (withdrawn ?? []).map { QuoteID($0) }
        snapshot.quotes.reserveCapacity(quotes.count)
        for quote in quotes {
            guard let whole = UInt64(quote.whole, radix: 36), let pieces = PrintText.pieces(from: quote.pieces) else {
                return nil
            }
            snapshot.quotes.append(
                Snapshot.Quote(
                    id: QuoteID(quote.id),
                    participant: ParticipantID(quote.participant),
                    themes: quote.themes.map { ThemeID($0) },
                    print: TextPrint(whole: whole, pieces: pieces)
                )
            )
        }
        return Release(name: name, number: number, date: date.flatMap { PartialDate($0) }, snapshot: snapshot)
    }
}
