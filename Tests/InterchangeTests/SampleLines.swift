import Interchange
import TestSupport

extension Sample {
    /// The quotes as they are compared: with codes by tag, in alphabetical order.
    func lines(_ text: (String) -> String = { $0 }, group: (String) -> String? = { $0 }) -> [Line] {
        quotes.map { quote in
            Line(
                participant: quote.participant,
                group: group(quote.group),
                text: text(quote.text),
                codes: quote.codes.sorted()
            )
        }.sorted()
    }

    /// The tag of a code by what a tool calls it: `trust.boundaries`, or the titles of theme and sub-theme.
    func tag(_ code: CodedProject.Code) -> String {
        let titles = Dictionary(uniqueKeysWithValues: themes.map { ($0.tag, $0.title) })
        let byTitles = codes.first { code.path == [titles[$0.theme] ?? "", $0.title] }
        let byTag = codes.first { code.path.joined(separator: ".") == $0.tag }
        return (byTitles ?? byTag)?.tag ?? "unknown code \(code.path)"
    }

    /// A quote as it is compared.
    struct Line: Comparable, CustomStringConvertible {
        let participant: String
        let group: String?
        let text: String
        let codes: [String]

        var description: String { "\(participant) [\(group ?? "no group")] \(codes): \(text)" }

        static func < (left: Line, right: Line) -> Bool { left.description < right.description }
    }
}

extension CodedProject {
    /// The quotations as they are compared.
    func lines(_ expected: Sample) -> [Sample.Line] {
        quotations.map { quotation in
            let participant = quotation.participant.map { participants[$0] }
            return Sample.Line(
                participant: participant?.name ?? "nobody",
                group: participant?.group,
                text: quotation.text,
                codes: quotation.codes.map { expected.tag(codes[$0]) }.sorted()
            )
        }.sorted()
    }
}

extension Sample {
    /// Every file that can be read.
    static let everyFile: [String] = {
        let others = [
            "made_by_us/maxqda/coded_segments_semicolon_cp1252.csv", "tool/taguette/highlights_all.csv",
            "tool/taguette/highlights_all.xlsx", "tool/taguette/codebook.qdc", "tool/taguette/codebook.csv",
            "tool/qualcoder/Codebook-peer_support.qdc",
        ]
        let files = WholeSampleTests.projects + WholeSampleTests.tables + TableSampleTests.groupless + others
        return files.map { "v1/" + $0 } + files.map { "v2/" + $0 }
    }()
}
