import Diagnostics
import Report
import Templates

/// Templates, compiled with the words of a language.
struct MadeTemplates: Sendable {
    /// The language whose words they say.
    let language: String
    let words: [String: String]
    /// Nil if a template has a mistake.
    let templates: ReportTemplates?
    /// What was found in the words and the templates.
    let diagnostics: Diagnostics

    init(_ files: TemplateFiles, language: String, sources: Sources) {
        var diagnostics = Diagnostics()
        let words = files.words(for: language, sources: sources, diagnostics: &diagnostics)
        let library = TemplateLibrary(files.templates, words: Words(words), diagnostics: &diagnostics)
        templates = ReportTemplates(library, diagnostics: &diagnostics)
        self.language = language
        self.words = words
        self.diagnostics = diagnostics
    }
}
