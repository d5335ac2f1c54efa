// All data here are invented for these tests.

import Diagnostics
import Markup
import Templates
import Testing

/// A value with every kind of field, each shown and not shown.
struct Sample: TemplateData {
    static let fields: Fields<Sample> = [
        .flag("yes") { _ in true },
        .flag("no") { _ in false },
        .text("string") { _ in "---" },
        .text("subject") { _ in "world" },
        .text("forbidden") { _ in "& \" < > '" },
        .text("empty") { _ in "" },
        .text("mustache") { _ in "{{subject}}" },
        .text("content") { _ in "<\n->" },
        .html("markup") { _ in HTML(trusted: "<b>\n&amp;</b>") },
        .html("noMarkup") { _ in HTML() },
        .number("mph") { _ in 85 },
        .number("zero") { _ in 0 },
        .optionalText("source") { _ in "line 4" },
        .optionalText("nothing") { _ in nil },
        .optionalHTML("note") { _ in HTML(trusted: "<i>n</i>") },
        .optionalHTML("noNote") { _ in nil },
        .record("person") { _ in Person(name: "Joe", fruit: "bananas") },
        .optionalRecord("nobody") { _ in nil as Person? },
        .text("fruit") { _ in "apples" },
        .text("outer") { _ in "foo" },
        .list("list") { _ in (1...3).map { Item(item: $0, name: "n\($0)") } },
        .list("noList") { _ in [] as [Item] },
        .texts("letters") { _ in ["a", "<b>", "c"] },
        .texts("noLetters") { _ in [] },
        .record("tree") { _ in Node("X", [Node("Y", []), Node("Z", [Node("W", [])])]) },
    ]
}

struct Person: TemplateData {
    let name: String
    let fruit: String
    static let fields: Fields<Person> = [
        .text("name") { $0.name },
        .text("fruit") { $0.fruit },
        .texts("tags") { [$0.name.lowercased()] },
        .record("home") { _ in Home() },
    ]
}

struct Home: TemplateData {
    static let fields: Fields<Home> = [
        .text("town") { _ in "York" },
        .flag("isFar") { _ in true },
        .list("rooms") { _ in [Item(item: 7, name: "kitchen")] },
    ]
}

struct Item: TemplateData {
    let item: Int
    let name: String
    static let fields: Fields<Item> = [
        .number("item") { $0.item },
        .text("name") { $0.name },
        .texts("letters") { [$0.name, "\($0.item)"] },
    ]
}

/// A tree of any depth.
struct Node: TemplateData {
    let label: String
    let nodes: [Node]

    init(_ label: String, _ nodes: [Node]) {
        self.label = label
        self.nodes = nodes
    }

    static let fields: Fields<Node> = [
        .text("label") { $0.label },
        .list("nodes") { $0.nodes },
    ]
}

/// What comes of a template: what it rendered, and every finding as `file:line:column: rule: summary (help)`.
struct Outcome {
    var output: String?
    var findings: [String]
}

/// Compiles the template `main` with partials and shows a value with it.
func outcome<Model: TemplateData>(
    _ template: String,
    _ partials: [String: String] = [:],
    words: [String: String] = [:],
    of model: Model
) -> Outcome {
    var sources = Sources()
    var templates: [TemplateSource] = []
    for (name, text) in [(key: "main", value: template)] + partials.sorted(by: { $0.key < $1.key }) {
        let bytes = Array(text.utf8)
        let id = sources.add(Source(path: "\(name).mustache", text: bytes))
        templates.append(TemplateSource(name: name, source: id, text: bytes))
    }
    var diagnostics = Diagnostics()
    let library = TemplateLibrary(templates, words: Words(words), diagnostics: &diagnostics)
    let compiled = library.compile("main", for: Model.self, diagnostics: &diagnostics)
    var output: [UInt8] = []
    compiled?.render(model, into: &output, diagnostics: &diagnostics)
    let findings = diagnostics.all.map { diagnostic in
        let help = diagnostic.help.map { " (\($0))" } ?? ""
        let text = "\(diagnostic.rule.name): \(diagnostic.summary)\(help)"
        switch diagnostic.location {
        case .path(let path): return "\(path): \(text)"
        case .place(let place):
            let (path, position) = sources.position(of: place)
            return "\(path):\(position.line):\(position.column): \(text)"
        }
    }
    return Outcome(output: compiled == nil ? nil : String(decoding: output, as: UTF8.self), findings: findings)
}

/// What a template makes of a `Sample`.
func outcome(_ template: String, _ partials: [String: String] = [:], words: [String: String] = [:]) -> Outcome {
    outcome(template, partials, words: words, of: Sample())
}

/// A template and what it makes of a `Sample`.
struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let expected: String
    let partials: [String: String]

    init(_ name: String, _ template: String, _ expected: String, _ partials: [String: String] = [:]) {
        self.name = name
        self.template = template
        self.expected = expected
        self.partials = partials
    }

    var testDescription: String { name }
}
