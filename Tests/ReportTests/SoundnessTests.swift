import StudyFiles
import TestSupport
import Testing

/// The studies are invented.
@Suite("Every page of a site")
struct SoundnessTests {
    @Test("is whole: links lead somewhere, ids are unique, tags are closed", arguments: Example.all)
    func sound(_ example: Example) throws {
        let faults = try Site(example.folder).faults
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    @Test(
        "promises nothing that it does not hold: no heading without text below it, no empty list",
        arguments: Example.all
    )
    func hollow(_ example: Example) throws {
        let site = try Site(example.folder)
        let hollows = site.addresses.flatMap { address in site[address].hollows.map { "\(address): \($0)" } }
        #expect(hollows.isEmpty, "\(hollows.joined(separator: "\n"))")
    }

    @Test("keeps ids apart from those of headings that a person wrote", arguments: Example.clashes)
    func clashes(_ example: Example) throws {
        let faults = try Site(example.folder).faults
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
}

/// A study by name.
struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let folder: StudyFolder

    static let all = [
        Example(testDescription: "tea at work", folder: TinyStudy.folder()),
        Example(testDescription: "another study altogether", folder: OtherStudy.folder),
        Example(testDescription: "the smallest study", folder: OtherStudy.smallest),
        Example(testDescription: "a study full of markup", folder: HostileStudy.folder(saying: HostileStudy.markup)),
    ]

    static let clashes = [
        Example(
            testDescription: "a page",
            folder: TinyStudy.folder(
                "pages/methods.md",
                replacing: "We asked",
                with: "## Content\n\n## Cite this\n\nWe asked"
            )
        ),
        Example(
            testDescription: "a theme",
            folder: TinyStudy.folder([
                "themes/comfort.md":
                    "## Who speaks\n\n## Sub-themes\n\n## What people said\n\n## Used in\n\n## Group makers\n\n## Quote m1-1\n"
            ])
        ),
        Example(
            testDescription: "the theory",
            folder: TinyStudy.folder(
                "theory.md",
                replacing: "The long story",
                with: "## Propositions\n\n## Proposition slow\n\nThe long story"
            )
        ),
        Example(
            testDescription: "the logic model",
            folder: TinyStudy.folder(
                "logic-model.yml",
                replacing: "columns:",
                with: "introduction: \"## Diagram\\n\\n## Box calm\\n\\n## Box by box\\n\\n## Column inputs\"\ncolumns:"
            )
        ),
    ]
}

extension Site {
    /// What is wrong with the pages, a line each.
    var faults: [String] {
        let read = pages.mapValues(Page.init)
        let ids = read.mapValues { Set($0.ids) }
        return addresses.flatMap { address in
            (read[address]?.faults ?? []).map { "\(address): \($0)" }
                + (read[address]?.tags ?? []).compactMap { tag in
                    guard tag.name == "a", let href = tag["href"] else { return nil }
                    return fault(ofLink: href, on: address, ids).map { "\(address): \($0)" }
                }
        }
    }

    private func fault(ofLink href: String, on address: String, _ ids: [String: Set<String>]) -> String? {
        if ["https:", "http:", "mailto:"].contains(where: href.hasPrefix) || href.hasPrefix("files/") { return nil }
        // What follows a question mark is for the explorer.
        let page = String(href.prefix { $0 != "#" && $0 != "?" })
        if files[page] != nil { return nil }
        guard let known = ids[page.isEmpty ? address : page] else { return "leads to no page: \(href)" }
        guard let mark = href.firstIndex(of: "#") else { return nil }
        return known.contains(String(href[href.index(after: mark)...])) ? nil : "leads to no id: \(href)"
    }
}

extension Page {
    /// What is wrong within the page, a line each.
    var faults: [String] {
        var faults: [String] = []
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted { faults.append("id twice: \(id)") }
        for tag in tags where tag.kind != .end {
            for attribute in ["aria-labelledby", "aria-describedby", "for"] {
                for id in (tag[attribute] ?? "").split(separator: " ")
                where !seen.contains(String(id)) && !ids.contains(String(id)) {
                    faults.append("\(attribute) names no id: \(id)")
                }
            }
            for attribute in ["src", "srcset", "poster", "data"] + (tag.name == "link" ? ["href"] : []) {
                if let value = tag[attribute], value.contains(":") || value.hasPrefix("//") {
                    faults.append("<\(tag.name)> fetches from elsewhere: \(value)")
                }
            }
            if tag["style"] != nil { faults.append("inline style in <\(tag.name)>") }
            faults += tag.attributes.filter { $0.name.hasPrefix("on") }.map { "inline script: \($0.name)" }
        }
        if tags("h1").count != 1 { faults.append("\(tags("h1").count) headings of the first level") }
        if tags("main").count != 1 { faults.append("\(tags("main").count) main parts") }
        var level = 1
        for heading in tags where heading.kind == .start && heading.name.count == 2 && heading.name.first == "h" {
            guard let next = Int(heading.name.dropFirst()) else { continue }
            if next > level + 1 { faults.append("h\(next) after h\(level)") }
            level = next
        }
        return faults + unclosed
    }

    /// What promises something and says nothing: empty elements, and headings with nothing below them.
    var hollows: [String] {
        let said = tokens.filter { token in
            if case .text(let text) = token { text.contains { !$0.isWhitespace } } else { true }
        }
        let mute: Set<String> = [
            "a", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "li", "ol", "p", "td", "th", "ul",
        ]
        return zip(said, said.dropFirst()).compactMap { first, second in
            guard let tag = first.tag, let next = second.tag, next.kind == .end else { return nil }
            if tag.kind == .start, tag.name == next.name, mute.contains(tag.name) { return "empty <\(tag.name)>" }
            let isHeading = tag.kind == .end && ["h2", "h3", "h4"].contains(tag.name)
            return isHeading && next.name == "section" ? "nothing below a heading" : nil
        }
    }

    private var unclosed: [String] {
        var open: [String] = []
        for tag in tags where tag.kind != .whole {
            if tag.kind == .start {
                open.append(tag.name)
            } else if open.last == tag.name {
                open.removeLast()
            } else {
                return ["</\(tag.name)> closes <\(open.last ?? "nothing")>"]
            }
        }
        return open.isEmpty ? [] : ["never closed: \(open.joined(separator: " "))"]
    }
}
