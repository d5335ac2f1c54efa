import Diagnostics
import Foundation
import Study

/// What `references.json` holds, a CSL-JSON array as Zotero exports it, before anything is made of it. It can be told
/// from the file alone, and takes longer than what is.
struct ReferencesFile: Sendable {
    fileprivate var entries: [LossyEntry] = []
    /// Where each entry starts.
    fileprivate var starts: [Int] = []
    /// Why there are no entries.
    fileprivate var mistake: Mistake?

    fileprivate enum Mistake {
        case notJSON(offset: Int)
        case noList
    }

    /// Takes a text apart.
    init(_ text: [UInt8]) {
        let syntax = JSONSyntax(text)
        if let offset = syntax.firstError {
            mistake = .notJSON(offset: offset)
        } else if let entries = try? JSONDecoder().decode([LossyEntry].self, from: Data(text)) {
            self.entries = entries
            starts = syntax.itemStarts
        } else {
            mistake = .noList
        }
    }
}

/// Makes references of the entries of a file.
enum ReferencesReader {
    static func read(_ id: SourceID, _ file: ReferencesFile, into findings: inout Findings) -> [Reference] {
        let source = findings.sources[id]
        if let mistake = file.mistake {
            var offset: Int?
            if case .notJSON(let start) = mistake { offset = start }
            findings.lost.insert(.reference)
            findings.add(
                .jsonSyntax,
                offset == nil ? "this file must be a list of references" : "this is not JSON from here on",
                at: Place(source: id, offset: offset ?? 0, length: (offset ?? 0) < source.text.count ? 1 : 0),
                help: "export the references again, as CSL-JSON"
            )
            return []
        }
        var registry = Registry<ReferenceID>("reference", as: Target.reference)
        return file.entries.enumerated().compactMap { index, lossy in
            let start = index < file.starts.count ? file.starts[index] : 0
            let place = JSONItems.placeOfID(in: source.text, from: start, source: id)
            guard let entry = lossy.entry else {
                findings.lost.insert(.reference)
                findings.add(
                    .badReference,
                    "this entry is not a CSL-JSON reference",
                    at: Place(source: id, offset: start, length: 1),
                    help: lossy.problem
                )
                return nil
            }
            return reference(entry, at: place, &registry, into: &findings)
        }
    }

    private static func reference(
        _ entry: CSLEntry,
        at place: Place,
        _ registry: inout Registry<ReferenceID>,
        into findings: inout Findings
    ) -> Reference? {
        guard let key = entry.id?.text, !key.isEmpty else {
            findings.add(.badReference, "this reference has no id", at: place, help: "give it an id to cite it by")
            return nil
        }
        guard registry.take(ReferenceID(key), at: place, into: &findings) else { return nil }
        guard let title = entry.title, !title.isEmpty else {
            findings.add(.badReference, "the reference ‘\(key)’ has no title", at: place)
            return nil
        }
        let names = (entry.author ?? entry.editor ?? []).compactMap(\.name)
        if names.isEmpty {
            findings.add(
                .incompleteReference,
                "the reference ‘\(key)’ has no author, so its title stands in for one",
                at: place
            )
        }
        if let url = entry.url, !WebAddress.isSafe(url) {
            findings.add(.unsafeLink, "‘\(url)’ is not a web address", at: place, help: "write https://…")
        }
        return Reference(
            id: ReferenceID(key),
            type: entry.type ?? "document",
            authors: names,
            year: entry.issued?.date?.year,
            title: title,
            containerTitle: entry.containerTitle,
            volume: entry.volume?.text,
            issue: entry.issue?.text,
            page: entry.page?.text ?? entry.number?.text,
            publisher: entry.publisher,
            publisherPlace: entry.publisherPlace,
            doi: entry.doi,
            url: entry.url,
            accessed: entry.accessed?.date,
            place: place
        )
    }
}

/// An entry that is kept apart when it cannot be read, so that the others still are.
private struct LossyEntry: Decodable {
    let entry: CSLEntry?
    let problem: String?

    init(from decoder: any Decoder) throws {
        do {
            entry = try CSLEntry(from: decoder)
            problem = nil
        } catch DecodingError.typeMismatch(_, let context) {
            entry = nil
            problem = "‘\(context.codingPath.last?.stringValue ?? "it")’ is of another kind than CSL-JSON has there"
        } catch {
            entry = nil
            problem = nil
        }
    }
}

/// What CSL-JSON says of a work, as far as a list of references shows it.
private struct CSLEntry: Decodable {
    let id: TextOrNumber?
    let type: String?
    let title: String?
    let author: [CSLName]?
    let editor: [CSLName]?
    let issued: CSLDate?
    let accessed: CSLDate?
    let containerTitle: String?
    let volume: TextOrNumber?
    let issue: TextOrNumber?
    let page: TextOrNumber?
    let number: TextOrNumber?
    let publisher: String?
    let publisherPlace: String?
    let doi: String?
    let url: String?

    enum CodingKeys: String, CodingKey {
        case id, type, title, author, editor, issued, accessed, volume, issue, page, number, publisher
        case containerTitle = "container-title"
        case publisherPlace = "publisher-place"
        case doi = "DOI"
        case url = "URL"
    }
}

private struct CSLName: Decodable {
    let family: String?
    let given: String?
    let literal: String?
    let particle: String?
    let suffix: String?

    enum CodingKeys: String, CodingKey {
        case family, given, literal, suffix
        case particle = "non-dropping-particle"
    }

    var name: Reference.Name? {
        if let literal { return .body(literal) }
        guard let family else { return given.map { .body($0) } }
        let whole = [particle, family].compactMap { $0 }.joined(separator: " ")
        let first = [given, suffix].compactMap { $0 }.joined(separator: ", ")
        return first.isEmpty ? .body(whole) : .person(family: whole, given: first)
    }
}

private struct CSLDate: Decodable {
    let parts: [[TextOrNumber]]?
    let raw: String?
    let literal: String?

    enum CodingKeys: String, CodingKey {
        case raw, literal
        case parts = "date-parts"
    }

    var date: PartialDate? {
        if let first = parts?.first, !first.isEmpty {
            let numbers = first.prefix(3).compactMap { Int($0.text) }
            guard let year = numbers.first else { return nil }
            let padded = [String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"]
            let rest = numbers.dropFirst().map { $0 < 10 ? "0\($0)" : "\($0)" }
            return PartialDate((padded + rest).joined(separator: "-")) ?? PartialDate(padded[0])
        }
        guard let said = raw ?? literal else { return nil }
        return PartialDate(said) ?? PartialDate(String(said.prefix(4)))
    }
}

/// Programs write numbers with and without quotes.
private struct TextOrNumber: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let string = try? container.decode(String.self) {
            text = string
        } else if let integer = try? container.decode(Int.self) {
            text = String(integer)
        } else {
            text = String(try container.decode(Double.self))
        }
    }
}
