import CSV
import Diagnostics
import Study

/// Which files there are, and what is in them as it stands.
extension StudyRun {
    mutating func reportUnexpectedFiles() {
        let expected = [
            FileName.study, FileName.codebook, FileName.participants, FileName.logicModel, FileName.theory,
            FileName.references, FileName.ledger,
        ]
        for path in folder.others.sorted() where !path.contains("/") || isMisplacedText(path) {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            guard !name.hasPrefix("."), isTextName(name), !findings.files.contains(path) else { continue }
            let isSpreadsheet = [".xlsx", ".xls", ".ods"].contains { name.lowercased().hasSuffix($0) }
            let near =
                isSpreadsheet
                ? "save it as CSV" : path.contains("/") ? nil : NearMiss.suggestion(for: name, in: expected)
            findings.diagnostics.add(
                .unexpectedFile,
                "nothing reads this file",
                atPath: folder.prefix + path,
                help: near ?? "see the list of content files in the README"
            )
        }
    }

    func isMisplacedText(_ path: String) -> Bool {
        [FileName.themes, FileName.guides, FileName.pages, FileName.quotes, FileName.releases].contains {
            path.hasPrefix($0 + "/")
        }
    }

    func isTextName(_ name: String) -> Bool {
        [".yml", ".yaml", ".md", ".markdown", ".csv", ".tsv", ".json", ".txt", ".xlsx", ".xls", ".ods"].contains {
            name.lowercased().hasSuffix($0)
        }
    }

    /// The root of a YAML file. Where it cannot be read, nothing can be said about the names that it would have held.
    mutating func yaml(_ path: String, isRequired: Bool = false, losing kinds: Set<NameKind>) -> YAMLValue? {
        guard let id = source(path, isRequired: isRequired) else {
            if isRequired || folder.texts[path] != nil { findings.lost.formUnion(kinds) }
            return nil
        }
        let errors = findings.diagnostics.count(.error)
        if let root = YAMLText.root(of: id, into: &findings) { return root }
        findings.lost.formUnion(kinds)
        if isRequired, findings.diagnostics.count(.error) == errors {
            findings.add(.missingField, "this file is empty", at: Place(source: id, offset: 0, length: 0))
        }
        return nil
    }

    /// A CSV file. Where a part of it cannot be read, nothing can be said about the names that it would have held.
    mutating func table(_ path: String, isRequired: Bool = false, losing kind: NameKind? = nil) -> CSVTable? {
        guard let id = source(path, isRequired: isRequired) else {
            if isRequired || folder.texts[path] != nil { lose(kind) }
            return nil
        }
        return findings.table(id, losing: kind)
    }

    /// Decodes the files of a folder and keeps them, in the order of their paths.
    mutating func texts(in name: String) -> [StudyText] {
        let files = folder.paths(in: name).compactMap { path in
            folder.texts[path].map { (path: path, bytes: $0) }
        }
        return findings.keep(files, prefix: folder.prefix)
    }

    mutating func lose(_ kind: NameKind?) {
        if let kind { findings.lost.insert(kind) }
    }

    /// Decodes a file and keeps it; nil if it is not there.
    mutating func source(_ path: String, isRequired: Bool = false) -> SourceID? {
        guard let bytes = folder.texts[path] else {
            if isRequired { reportMissing(path) }
            return nil
        }
        return findings.keep([(path: path, bytes: bytes)], prefix: folder.prefix)
            .first { findings.isReadable($0) }?.id
    }

    mutating func reportMissing(_ path: String) {
        let near = NearMiss.nearest(to: path, in: folder.others.filter { !$0.contains("/") }.sorted())
        findings.diagnostics.add(
            .missingFile,
            "this file is missing",
            atPath: folder.prefix + path,
            help: near.map { "rename ‘\($0)’ to ‘\(path)’" } ?? "see the list of content files in the README"
        )
    }

    mutating func reportMissingQuotes() {
        findings.lost.insert(.quote)
        findings.diagnostics.add(
            .missingFile,
            "there are no quotes",
            atPath: folder.prefix + FileName.quotes,
            help: "put at least one CSV file with the columns participant, codes and text into this folder"
        )
    }
}
