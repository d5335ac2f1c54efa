import Diagnostics
import Markdown
import Study

/// Reads `guides/<group>.md`: a heading for each construct, and a list of questions under it.
enum GuidesReader {
    static func read(
        _ file: MarkdownFile,
        groups: GroupNames,
        constructs: [Construct],
        prose: ProseReader,
        into findings: inout Findings
    ) -> Guide? {
        var title: String?
        if let value = file.fields, var fields = YAMLFields(value, "the front matter of a guide", into: &findings) {
            title = fields.text("title", into: &findings)?.value
            fields.finish(into: &findings)
        }
        let name = FileName.stem(file.path)
        findings.claimed.insert(.guide(GroupID(name)))
        guard let group = groups.group(for: name) else {
            if findings.lost.contains(.group) || findings.isClaimed(.group(GroupID(name))) { return nil }
            findings.add(
                .guideWithoutGroup,
                "there is no group ‘\(name)’ that this guide could belong to",
                at: file.place,
                help: "name the file after a group; " + groups.suggestion(for: name)
            )
            return nil
        }
        let source = findings.sources[file.id]
        let body = String(decoding: source.text[file.bodyOffset...], as: UTF8.self)
        let outline = MarkdownReader.outline(MarkdownText(body, source: file.id, offset: file.bodyOffset))
        var sections: [Guide.Section] = []
        var number = 0
        var introductionEnd: Int?
        for block in outline.blocks {
            switch block {
            case .heading(let heading):
                if introductionEnd == nil { introductionEnd = Int(heading.place.offset) }
                sections.append(section(heading, constructs: constructs, into: &findings))
            case .list(let items) where !sections.isEmpty:
                for item in items {
                    number += 1
                    let question = Guide.Question(number: number, text: item.plainText, place: item.place)
                    sections[sections.count - 1].questions.append(question)
                }
            case .other(let place) where !sections.isEmpty:
                findings.add(
                    .guideText,
                    "this text is neither a heading nor a list of questions",
                    at: place,
                    help: "put ‘- ’ before each question, and other text above the first heading"
                )
            case .list, .other: break
            }
        }
        for section in sections where section.questions.isEmpty {
            findings.add(.guideWithoutQuestion, "there is no question under ‘\(section.title)’", at: section.place)
        }
        return Guide(
            group: group,
            title: title,
            introduction: introduction(file, to: introductionEnd, prose, into: &findings),
            sections: sections,
            place: file.place
        )
    }

    private static func section(
        _ heading: Outline.Heading,
        constructs: [Construct],
        into findings: inout Findings
    ) -> Guide.Section {
        let wanted = heading.plainText.foldedForComparison()
        let construct = constructs.first { construct in
            construct.id.rawValue.foldedForComparison() == wanted || construct.title.foldedForComparison() == wanted
        }
        if construct == nil, !constructs.isEmpty, !findings.lost.contains(.construct) {
            findings.add(
                .guideHeading,
                "‘\(heading.plainText)’ is not a construct of the framework",
                at: heading.place,
                help: NearMiss.suggestion(for: heading.plainText, in: constructs.map(\.title))
                    ?? "the constructs are: \(constructs.map(\.title).joined(separator: ", "))"
            )
        }
        return Guide.Section(
            title: construct?.title ?? heading.plainText,
            construct: construct?.id,
            questions: [],
            place: heading.place
        )
    }

    private static func introduction(
        _ file: MarkdownFile,
        to end: Int?,
        _ prose: ProseReader,
        into findings: inout Findings
    ) -> Prose? {
        let (text, outline) = prose.block(
            of: file.id,
            path: file.path,
            from: file.bodyOffset,
            to: end,
            into: &findings
        )
        return outline.plainText.trimmingSpaces().isEmpty && text.mentions.isEmpty ? nil : text
    }
}
