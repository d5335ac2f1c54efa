import Foundation
import Markup
import Study

/// Writes citations and the list of references by author and year.
struct CitationStyle: Sendable {
    private let references: [Reference]
    /// The letter that tells works of the same authors and year apart, by position.
    private let letters: [String]
    /// How each work is cited, without the year, by position: many texts do.
    private let labels: [String]
    private let phrases: Phrases
    /// The positions in the order of the list: by author, year and title.
    let order: [Int]

    init(_ references: [Reference], _ phrases: Phrases) {
        self.references = references
        self.phrases = phrases
        let labels = references.map { Self.label($0, phrases) }
        self.labels = labels
        let keys = references.map { (Self.sortKey($0), $0.title.lowercased()) }
        let order = references.indices.sorted { left, right in
            (keys[left].0, keys[left].1, left) < (keys[right].0, keys[right].1, right)
        }
        self.order = order
        var sameYear: [String: [Int]] = [:]
        for position in order {
            let reference = references[position]
            let key = "\(labels[position])|\(reference.year.map(String.init) ?? "")"
            sameYear[key, default: []].append(position)
        }
        var letters = [String](repeating: "", count: references.count)
        for positions in sameYear.values where positions.count > 1 {
            for (number, position) in positions.enumerated() where number < 26 {
                letters[position] = String(UnicodeScalar(UInt8(97 + number)))
            }
        }
        self.letters = letters
    }

    /// `Reeves et al.`, `Braun & Clarke`, or the title of a work without author.
    func label(_ position: Int) -> String { labels[position] }

    /// `2024`, `2022b`, `n.d.`
    func year(_ position: Int) -> String {
        (references[position].year.map(String.init) ?? phrases.text(.citationNoDate)) + letters[position]
    }

    /// The entry of the list of references, with its DOI or address as a link.
    func entry(_ position: Int) -> HTML {
        let reference = references[position]
        var html = HTML()
        func text(_ string: String) { html.append(HTML(text: string)) }
        let names = reference.authors.map(Self.inverted)
        let isPart = reference.containerTitle != nil
        if !names.isEmpty {
            let joined = Self.joined(names, phrases.text(.citationAnd))
            text(joined + (joined.hasSuffix(".") ? " " : ". ") + "(\(year(position))). ")
        }
        html.append(HTML(trusted: isPart ? "" : "<cite>"))
        text(reference.title)
        html.append(HTML(trusted: isPart ? "" : "</cite>"))
        text(reference.title.last.map { ".?!".contains($0) } == true ? " " : ". ")
        // A work without an author is found by its title, so the year comes after it.
        if names.isEmpty { text("(\(year(position))). ") }
        if let container = reference.containerTitle {
            html.append(HTML(trusted: "<cite>"))
            text(container)
            html.append(HTML(trusted: "</cite>"))
            if let volume = reference.volume {
                text(", \(volume)")
                if let issue = reference.issue { text("(\(issue))") }
            }
            if let page = reference.page { text(", \(page)") }
            text(". ")
        }
        if let publisher = reference.publisher {
            text([reference.publisherPlace, publisher].compactMap(\.self).joined(separator: ": ") + ". ")
        }
        if let doi = reference.doi {
            html.append(Self.link("https://doi.org/" + doi, shown: "https://doi.org/" + doi))
        } else if let url = reference.url {
            html.append(Self.link(url, shown: url))
            if let accessed = reference.accessed {
                text(" (\(phrases.text(.citationAccessed, ["date": phrases.date(accessed)])))")
            }
        }
        return html
    }

    private static func link(_ href: String, shown: String) -> HTML {
        var html = HTML(trusted: "<a class=\"external\" rel=\"noopener noreferrer\" href=\"")
        html.append(HTML(text: href))
        html.append(HTML(trusted: "\">"))
        html.append(HTML(text: shown))
        html.append(HTML(trusted: "</a>"))
        return html
    }

    private static func label(_ reference: Reference, _ phrases: Phrases) -> String {
        let families = reference.authors.map { name in
            switch name {
            case .person(let family, _): family
            case .body(let body): body
            }
        }
        switch families.count {
        case 0: return reference.title
        case 1: return families[0]
        case 2: return families[0] + " " + phrases.text(.citationAnd) + " " + families[1]
        default: return families[0] + " " + phrases.text(.citationOthers)
        }
    }

    private static func sortKey(_ reference: Reference) -> String {
        let names = reference.authors.map(inverted).joined(separator: " ")
        let folded = withoutAccents((names.isEmpty ? reference.title : names).lowercased())
        return folded + "|" + (reference.year.map(String.init) ?? "9999")
    }

    /// Accents do not count for the order of a list.
    private static func withoutAccents(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard !scalar.isASCII else {
                folded.append(scalar)
                continue
            }
            folded += String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
                .filter { $0.properties.generalCategory != .nonspacingMark }
        }
        return String(folded)
    }

    /// `Reeves, V.`
    private static func inverted(_ name: Reference.Name) -> String {
        switch name {
        case .body(let body): return body
        case .person(let family, let given):
            let initials = given.split(whereSeparator: { $0 == " " || $0 == "." }).map { part in
                part.split(separator: "-").compactMap(\.first).map { "\($0)." }.joined(separator: "-")
            }
            return "\(family), \(initials.joined(separator: " "))"
        }
    }

    private static func joined(_ names: [String], _ and: String) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + ", \(and) " + last
    }
}

extension Phrases {
    /// A date to its own precision, in words.
    func date(_ date: PartialDate) -> String {
        guard let month = date.month, months.indices.contains(month - 1) else { return String(date.year) }
        let (year, name) = (String(date.year), months[month - 1])
        guard let day = date.day else { return text(.dateMonth, ["year": year, "month": name]) }
        return text(.dateDay, ["year": year, "month": name, "day": String(day)])
    }

    /// From one date to another.
    func dates(_ span: DateSpan) -> String {
        guard let to = span.to else { return date(span.from) }
        return text(.dateSpan, ["from": date(span.from), "to": date(to)])
    }
}
