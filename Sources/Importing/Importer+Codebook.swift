import Diagnostics
import Interchange
import Recoding
import Study
import StudyFiles

extension Importer {
    mutating func changeCodebook(_ reconciliation: Reconciliation) -> Bool {
        let renamed = reconciliation.codesOfThemes.sorted { $0.key < $1.key }
        let fresh = request.addsThemes ? newThemes(besides: Set(renamed.map(\.key))) : []
        guard !renamed.isEmpty || !fresh.isEmpty else { return true }
        guard fresh.count <= Self.mostNewThemes else {
            return unwritable(
                "\(fresh.count) new themes are more than anybody reads; \(Self.mostNewThemes) can be added"
            )
        }
        guard var editor = CodebookEditor(in: folder) else { return unwritable("codebook.yml cannot be read") }
        var wanted = study.themes.map { "\($0.id)\n\($0.parent?.rawValue ?? "")\n\($0.title)\n\($0.codes)" }
        for (code, theme) in renamed {
            guard editor.add(code: code, to: theme) else {
                return unwritable("the code ‘\(code.shown)’ cannot be added to the theme ‘\(theme)’", code)
            }
            account.renamedCodes.append(Account.RenamedCode(code: code, theme: theme))
            wanted = wanted.enumerated().map { index, line in
                let one = study.themes[index]
                guard one.id == theme else { return line }
                let codes = renamed.filter { $0.value == theme }.map(\.key)
                return "\(one.id)\n\(one.parent?.rawValue ?? "")\n\(one.title)\n\(one.codes + codes)"
            }
        }
        guard editor.add(fresh) else { return unwritable("new themes cannot be added here") }
        folder.texts[CodebookEditor.path] = editor.bytes
        // Paths as they are: places in the other files stay where they were.
        let again = StudyReader.read(folder)
        guard let read = ImportPlan.study(of: again) else { return unwritable("new codes cannot be added here") }
        let freshIDs = Set(fresh.map(\.id))
        let now = read.themes.filter { !freshIDs.contains($0.id) }
            .map { "\($0.id)\n\($0.parent?.rawValue ?? "")\n\($0.title)\n\($0.codes)" }
        guard now == wanted, read.themes.count == wanted.count + fresh.count,
            fresh.allSatisfy({ theme in
                read.themes.contains { $0.id == theme.id && $0.title == theme.title && $0.parent == theme.parent }
            })
        else { return unwritable("new codes cannot be added here") }
        files.append(ImportPlan.File(path: CodebookEditor.path, bytes: editor.bytes))
        account.newThemes = fresh.map(\.id)
        var changes = account.renamedCodes.map { "the code ‘\($0.code.shown)’ for the theme ‘\($0.theme)’" }
        changes += fresh.map { theme in
            "the theme ‘\(theme.id)’" + (theme.parent.map { " under ‘\($0)’" } ?? "") + ": \(theme.title.shown)"
        }
        account.files.append(Account.File(path: CodebookEditor.path, changes: changes.map { "adds " + $0 }))
        reading = again
        study = read
        codes = CodeMap(project.codes, study.themes)
        return true
    }

    mutating func unwritable(_ what: String, _ code: String? = nil) -> Bool {
        findings.add(
            .importUnwritable,
            what,
            atPath: folder.prefix + CodebookEditor.path,
            help: code.map { "add ‘\($0.shown)’ to the theme's ‘codes’ by hand, and import again" }
                ?? "add them by hand, and import again"
        )
        return false
    }

    func newThemes(besides renamed: Set<String>) -> [NewTheme] {
        var used = Set(project.quotations.flatMap(\.codes))
        if isCodebook { used = Set(project.codes.indices.filter { project.codes[$0].isCodable }) }
        return NewThemes.themes(project.codes, used, codes, besides: renamed, study)
    }
}
