import Diagnostics
import Study

/// What a folder or a few files hold, but for themes and quotes.
extension StudyRun {
    mutating func guides(groups: [Group], constructs: [Construct]) -> [Guide] {
        let names = GroupNames(groups)
        var byGroup: [GroupID: Guide] = [:]
        let prose = prose
        let texts = texts(in: FileName.guides)
        let parts = findings.branches(texts) { text, findings -> Guide? in
            guard findings.isReadable(text) else { return nil }
            let file = MarkdownFile(text.path, text.id, into: &findings)
            return GuidesReader.read(file, groups: names, constructs: constructs, prose: prose, into: &findings)
        }
        for part in parts {
            findings.join(part.findings)
            guard let guide = part.outcome else { continue }
            if let first = byGroup[guide.group] {
                findings.add(
                    .duplicateID,
                    "the group ‘\(guide.group)’ has two interview guides",
                    at: guide.place,
                    help: "take one of them away",
                    related: [.init("the first one", at: first.place)]
                )
                continue
            }
            byGroup[guide.group] = guide
        }
        return groups.compactMap { byGroup[$0.id] }
    }

    mutating func pages() -> [Page] {
        let prose = prose
        let pages = findings.readEach(texts(in: FileName.pages)) { text, findings -> Page? in
            guard findings.isReadable(text) else { return nil }
            let file = MarkdownFile(text.path, text.id, into: &findings)
            return PagesReader.read(file, prose: prose, into: &findings)
        }
        return pages.compactMap(\.self)
    }

    /// What was published before: the ledger and the releases.
    mutating func history() -> History {
        var history = History()
        if let table = table(FileName.ledger) { history.ledger = LedgerReader.read(table, into: &findings) }
        for path in folder.paths(in: FileName.releases) {
            guard let id = source(path) else { continue }
            history.add(ReleaseReader.read(id, path: path, into: &findings), from: id, into: &findings)
        }
        return history
    }
}
