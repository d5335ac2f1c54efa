import Diagnostics

/// The text of a template, with its name.
public struct TemplateSource: Sendable {
    /// What other templates call it, such as `theme` or `partials/quote-card`: the path without `.mustache`.
    public let name: String
    /// The file, for messages.
    public let source: SourceID
    /// The text in UTF-8. Places are offsets into it.
    public let text: [UInt8]

    /// A template's text.
    public init(name: String, source: SourceID, text: [UInt8]) {
        self.name = name
        self.source = source
        self.text = text
    }
}

/// All templates that a site is made with, parsed.
public struct TemplateLibrary: Sendable {
    let templates: [String: ParsedTemplate]
    let words: Words

    /// Parses templates; of two with one name the last counts, and the other is not read.
    ///
    /// What is wrong with their syntax is reported here, once. What is wrong with names is reported by `compile`.
    public init(_ sources: [TemplateSource], words: Words, diagnostics: inout Diagnostics) {
        var last: [String: TemplateSource] = [:]
        for source in sources { last[source.name] = source }
        var templates: [String: ParsedTemplate] = [:]
        for (name, source) in last.sorted(by: { $0.key < $1.key }) {
            templates[name] = Parser.parse(source, diagnostics: &diagnostics)
        }
        self.templates = templates
        self.words = words
    }

    /// The names of the templates, sorted.
    public var names: [String] { templates.keys.sorted() }

    /// A template that is ready to show models of a type.
    ///
    /// Reports every unknown name in it and in the templates that it includes, each place once for all calls with the
    /// same `diagnostics`. Nil if anything that the template uses has an error.
    public func compile<Model: TemplateData>(
        _ name: String,
        for model: Model.Type,
        diagnostics: inout Diagnostics
    ) -> Template<Model>? {
        guard let template = templates[name] else {
            let nearest = NearMiss.suggestion(for: name, in: names)
            diagnostics.add(
                .templateMissing,
                "there is no template ‘\(name)’",
                atPath: "\(name).mustache",
                help: nearest
            )
            return nil
        }
        var compiler = Compiler(templates: templates, words: words)
        compiler.compile(template, for: Model.fields.shape)
        // The calls of a program that is not whole lead nowhere.
        if compiler.isSound, !compiler.diagnostics.hasErrors {
            compiler.checkBlocks()
        }
        diagnostics.addNew(compiler.diagnostics)
        guard compiler.isSound, !compiler.diagnostics.hasErrors else { return nil }
        return Template(name: name, program: compiler.program, use: Use(compiler.steps))
    }
}

extension Diagnostics {
    /// Adds findings, but none that is there already with its rule and place: templates share what they include.
    fileprivate mutating func addNew(_ other: Diagnostics) {
        struct Key: Hashable {
            let rule: Rule
            let location: Diagnostic.Location
        }
        guard !other.all.isEmpty else { return }
        var known = Set(all.map { Key(rule: $0.rule, location: $0.location) })
        for diagnostic in other.all {
            let key = Key(rule: diagnostic.rule, location: diagnostic.location)
            if known.insert(key).inserted { add(diagnostic) }
        }
    }
}
