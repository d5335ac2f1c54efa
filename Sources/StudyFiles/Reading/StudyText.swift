import CSV
import Diagnostics
import Processors

/// A file of the study that was brought to UTF-8 and kept.
struct StudyText: Sendable {
    let path: String
    let id: SourceID
    /// Why it could not be read as it stands.
    let problem: DecodedText.Problem?
}

extension Findings {
    /// Whether a text can be read; if not, that is among the findings.
    mutating func isReadable(_ text: StudyText) -> Bool {
        guard let problem = text.problem else { return true }
        add(
            .badEncoding,
            problem.message,
            at: Place(source: text.id, offset: problem.offset, length: 1),
            help: "save the file again as UTF-8"
        )
        return false
    }

    /// Brings files to UTF-8 and keeps them in their order.
    mutating func keep(_ files: [(path: String, bytes: [UInt8])], prefix: String) -> [StudyText] {
        let decoded = SideBySide.map(files) { file in
            let text = TextDecoding.decode(file.bytes)
            return (Source(path: prefix + file.path, text: text.utf8), text.problem)
        }
        return zip(files, decoded).map { file, decoded in
            StudyText(path: file.path, id: sources.add(decoded.0), problem: decoded.1)
        }
    }

    /// Reads texts that do not depend on each other side by side. All that is found is joined in the order of the
    /// texts, so that it is the same as if they were read one by one.
    mutating func readEach<Outcome: Sendable>(
        _ texts: [StudyText],
        _ read: @Sendable (StudyText, inout Findings) -> Outcome
    ) -> [Outcome] {
        branches(texts, read).map { part in
            join(part.findings)
            return part.outcome
        }
    }

    /// Reads texts side by side, for those who join what was found themselves.
    func branches<Outcome: Sendable>(
        _ texts: [StudyText],
        _ read: @Sendable (StudyText, inout Findings) -> Outcome
    ) -> [(outcome: Outcome, findings: Findings)] {
        let start = branch()
        return SideBySide.map(texts) { text in
            var own = start
            let outcome = read(text, &own)
            return (outcome, own)
        }
    }
}
