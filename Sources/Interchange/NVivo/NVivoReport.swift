import CSV

/// Reads NVivo's report of the references to one code, saved as text.
///
/// The report names each document (`Files\\Interviews\\Anna - § 2 references coded [ 6.78% Coverage]`) and numbers what is
/// coded in it (`Reference 1 - 5.80% Coverage`), in the language of the program. The code is named by the file.
enum NVivoReport {
    /// Whether a text is such a report.
    static func reads(_ text: String) -> Bool {
        var hasDocument = false
        for line in text.split(whereSeparator: \.isNewline).prefix(400) {
            if document(line) != nil { hasDocument = true }
            if hasDocument, isReference(line) { return true }
        }
        return false
    }

    /// Adds what a report holds to a draft.
    static func add(_ text: String, code name: String, limits: ImportLimits, to draft: inout ProjectDraft)
        throws(ImportError)
    {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var code = name
        var current: (index: Int, announced: Int, found: Int)?
        var passage: (line: Int, lines: [Substring])?

        func finish() throws(ImportError) {
            guard let (line, lines) = passage, let document = current?.index else { return }
            passage = nil
            let words = lines.joined(separator: "\n").trimmed
            guard !words.isEmpty else { return }
            guard draft.passages.count < limits.codings else {
                throw ImportError(.tooLarge, "the reports hold more than \(limits.codings) references")
            }
            current?.found += 1
            draft.passages.append(
                ProjectDraft.Passage(
                    text: words,
                    document: document,
                    codes: [try index(of: code, limits, in: &draft)],
                    line: line
                )
            )
        }
        func close() throws(ImportError) {
            try finish()
            guard let (document, announced, found) = current, announced != found else { return }
            draft.findings.add(
                .importRow,
                document: document,
                "‘\(draft.documents[document].name.shownShort)’ should hold \(announced) references and holds \(found)"
            )
        }

        for (number, line) in lines.enumerated() {
            if let found = document(line) {
                try close()
                current = (try index(of: found, limits, in: &draft), found.references, 0)
            } else if current != nil, isReference(line) {
                try finish()
                passage = (number + 1, [])
            } else if passage != nil {
                passage?.lines.append(line)
            } else if current == nil, let title = title(line) {
                code = title
            }
        }
        try close()
    }

    // MARK: Lines

    private struct Heading {
        let name: String
        let folders: [String]
        let references: Int
    }

    /// `Files\\Folder\\Doc - § 2 references coded [ 6.78% Coverage]`, whatever language the words are in.
    private static func document(_ line: Substring) -> Heading? {
        guard line.utf8.count < 2000, line.last == "]" || line.hasSuffix("] "), line.contains("%") else { return nil }
        let parts = String(line).split(text: " - § ", limit: 20)
        guard parts.count >= 2, let rest = parts.last, rest.contains("[") else { return nil }
        guard let references = Int(rest.prefix { $0.isNumber }) else { return nil }
        var path = parts.dropLast().joined(separator: " - § ").trimmed
        if path.hasPrefix("<"), path.hasSuffix(">") { path = String(path.dropFirst().dropLast()) }
        let names = path.split(separator: "\\").map { String($0).trimmed }.filter { !$0.isEmpty }
        guard let name = names.last else { return nil }
        return Heading(name: name, folders: Array(names.dropFirst().dropLast()), references: references)
    }

    /// `Reference 1 - 5.80% Coverage`, whatever language the words are in.
    private static func isReference(_ line: Substring) -> Bool {
        guard line.utf8.count < 200 else { return false }
        let words = line.split(separator: " ")
        guard (4...8).contains(words.count), let dash = words.firstIndex(of: "-"), dash >= 2, dash + 1 < words.count
        else {
            return false
        }
        return words[dash - 1].allSatisfy(\.isNumber) && words[dash + 1].hasSuffix("%")
            && words[dash + 1].first?.isNumber == true
    }

    /// A line at the top that names the code: `Name: Nodes\\Trust`.
    private static func title(_ line: Substring) -> String? {
        guard let colon = line.firstIndex(of: ":"), line.utf8.count < 500 else { return nil }
        guard ["name", "code", "node", "knoten", "nom", "nombre", "nome"].contains(line[..<colon].lowercased()) else {
            return nil
        }
        let path = line[line.index(after: colon)...].split(separator: "\\").map { String($0).trimmed }
        let names = path.filter { !$0.isEmpty }
        let isRooted =
            ["nodes", "codes", "knoten", "cases"].contains(names.first?.lowercased() ?? "") && names.count > 1
        return (isRooted ? Array(names.dropFirst()) : names).joined(separator: "\\").unlessBlank
    }

    // MARK: Parts of the draft

    private static func index(of code: String, _ limits: ImportLimits, in draft: inout ProjectDraft) throws(ImportError)
        -> Int
    {
        if let known = draft.codes.lastIndex(where: { $0.name == code }) { return known }
        guard draft.codes.count < limits.codes else {
            throw ImportError(.tooLarge, "there are more than \(limits.codes) reports")
        }
        draft.codes.append(ProjectDraft.Code(name: code))
        return draft.codes.count - 1
    }

    private static func index(of heading: Heading, _ limits: ImportLimits, in draft: inout ProjectDraft)
        throws(ImportError) -> Int
    {
        if let known = draft.documents.lastIndex(where: { $0.name == heading.name }) { return known }
        guard draft.documents.count < min(limits.documents, 20_000) else {
            throw ImportError(.tooLarge, "the reports name too many documents")
        }
        let groups = heading.folders.last.map { [$0] } ?? []
        draft.documents.append(ProjectDraft.Document(name: heading.name, groups: groups))
        return draft.documents.count - 1
    }
}
