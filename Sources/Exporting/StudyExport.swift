import Diagnostics
import Study

/// A study as files that other programs open: a REFI-QDA project, its codebook, and a table.
///
/// A function of the study: the same study gives the same bytes. Only what may be published is in them, as a `Study`
/// holds nothing else. Imported again, they give the quotes, participants, groups and themes of the study.
public struct StudyExport: Sendable {
    /// What a person should know: characters that the formats cannot hold.
    public let findings: Diagnostics
    private let content: ExportContent

    /// The files of a study. They are made when they are asked for.
    public init(_ study: Study) {
        var findings = Diagnostics()
        content = ExportContent(study, findings: &findings)
        self.findings = findings
    }

    /// How many codes the exported codebook has: one a theme.
    public var codeCount: Int { content.codes.count }
    /// How many participants are exported.
    public var participantCount: Int { content.participants.count }
    /// How many quotes are exported.
    public var quoteCount: Int { content.participants.reduce(0) { $0 + $1.quotes.count } }

    /// A REFI-QDA project (`.qdpx`): an archive with the codes, a text for each participant with all of their quotes, and
    /// a selection for each quote. Throws if the archive cannot be packed.
    public func project() throws -> [UInt8] {
        var files = [ZipArchiveWriter.File(name: "project.qde", bytes: ProjectXML(content).bytes)]
        for participant in content.participants where !participant.quotes.isEmpty {
            let text = Transcript(participant.quotes.map(\.text)).text
            files.append(ZipArchiveWriter.File(name: "sources/\(participant.sourceID).txt", bytes: Array(text.utf8)))
        }
        return try ZipArchiveWriter.archive(files, folder: "sources")
    }

    /// A REFI-QDA codebook (`.qdc`): the tree of codes with what they mean.
    public func codebook() -> [UInt8] {
        XMLWriter.document("CodeBook", [("xmlns", "urn:QDA-XML:codebook:1.0"), ("origin", "Verbatim")]) { root in
            CodesXML.write(content.codes, to: &root)
        }
    }

    /// The quotes as a table for spreadsheets (`.csv`).
    public func table() -> [UInt8] { QuoteTable.bytes(of: content) }
}
