// What is wrong with a template is said with file, line and column, all of it at once.

import Diagnostics
import Markup
import Templates
import Testing

/// A template and what is said of it.
struct Mistake: Sendable, CustomTestStringConvertible {
    let template: String
    let partials: [String: String]
    let findings: [String]

    init(_ template: String, _ partials: [String: String] = [:], _ findings: String...) {
        self.template = template
        self.partials = partials
        self.findings = findings
    }

    var testDescription: String { template }
}

@Suite struct FindingTests {
    @Test(
        "Names that mean nothing",
        arguments: [
            Mistake(
                "<p>\n  {{ strnig }}",
                [:],
                "main.mustache:2:6: template-unknown-name: there is no name ‘strnig’ here (did you mean ‘string’?)"
            ),
            Mistake(
                "é{{person.nmae}}",
                [:],
                "main.mustache:1:11: template-unknown-name: there is no name ‘nmae’ in ‘person’ (did you mean ‘name’?)"
            ),
            Mistake(
                "{{person.elsewhere}}",
                [:],
                "main.mustache:1:10: template-unknown-name: there is no name ‘elsewhere’ in ‘person’ "
                    + "(known here: name, fruit, tags, home)"
            ),
            Mistake(
                "{{#qqqqqq}}{{wwwwww}}{{/qqqqqq}}",
                [:],
                "main.mustache:1:4: template-unknown-name: there is no name ‘qqqqqq’ here"
            ),
            Mistake(
                "{{-number}}",
                [:],
                "main.mustache:1:3: template-unknown-name: ‘-number’ means nothing outside a list"
            ),
            Mistake(
                "{{.}}",
                [:],
                "main.mustache:1:3: template-unknown-name: ‘.’ means nothing here "
                    + "(use it inside a section of a text, a number or a list of texts)"
            ),
            Mistake(
                "{{>a}}{{>a}}{{#person}}{{>a}}{{/person}}",
                ["a": "\n{{qqqqqq}}"],
                "a.mustache:2:3: template-unknown-name: there is no name ‘qqqqqq’ here"
            ),
        ]
    )
    func names(_ mistake: Mistake) {
        expectFindings(mistake)
    }

    @Test(
        "Templates, words and blocks that do not exist",
        arguments: [
            Mistake(
                "{{> partials/crad}}",
                ["partials/card": ""],
                "main.mustache:1:5: template-unknown-partial: there is no template ‘partials/crad’ "
                    + "(did you mean ‘partials/card’?)"
            ),
            Mistake(
                "{{<layuot}}{{/layuot}}",
                ["layout": ""],
                "main.mustache:1:4: template-unknown-partial: there is no template ‘layuot’ (did you mean ‘layout’?)"
            ),
            Mistake(
                "{{words.skip-to-contnet}}",
                [:],
                "main.mustache:1:9: template-unknown-word: there is no interface word ‘skip-to-contnet’ "
                    + "(did you mean ‘skip-to-content’?)"
            ),
            Mistake(
                "{{#words.home}}{{/words.home}}",
                [:],
                "main.mustache:1:4: template-wrong-kind: an interface word cannot be a section"
            ),
        ]
    )
    func unknown(_ mistake: Mistake) {
        expectFindings(mistake)
    }

    @Test(
        "Tags that do not fit together",
        arguments: [
            Mistake(
                "a\n{{#yes}}b",
                [:],
                "main.mustache:2:1: template-unclosed-section: ‘yes’ is opened and not closed (close it with {{/yes}})"
            ),
            Mistake(
                "{{#yes}}{{#no}}{{/yes}}",
                [:],
                "main.mustache:1:9: template-unclosed-section: ‘no’ is opened and not closed (close it with {{/no}})"
            ),
            Mistake(
                "{{#yes}}{{/no}}{{/yes}}",
                [:],
                "main.mustache:1:9: template-unexpected-close: ‘no’ is closed and was not opened "
                    + "({{/yes}} is expected first)"
            ),
            Mistake("x{{/no}}", [:], "main.mustache:1:2: template-unexpected-close: ‘no’ is closed and was not opened"),
            Mistake(
                "ab{{string",
                [:],
                "main.mustache:1:3: template-unclosed-tag: this tag is not closed (close it with ‘}}’)"
            ),
            Mistake(
                "{{string <p>\n{{subject}}",
                [:],
                "main.mustache:1:1: template-unclosed-tag: this tag is not closed (close it with ‘}}’)"
            ),
            Mistake(
                "{{{note}}",
                [:],
                "main.mustache:1:1: template-unclosed-tag: this tag is not closed (close it with ‘}}}’)"
            ),
            Mistake("{{ }}", [:], "main.mustache:1:1: template-bad-tag: this tag has no name"),
            Mistake("{{a b}}", [:], "main.mustache:1:3: template-bad-tag: ‘a b’ cannot be a name"),
            Mistake("{{person..name}}", [:], "main.mustache:1:3: template-bad-tag: ‘person..name’ cannot be a name"),
            Mistake(
                "{{=<%=}}",
                [:],
                "main.mustache:1:1: template-bad-tag: this does not set two delimiters (write it like {{=<% %>=}})"
            ),
        ]
    )
    func syntax(_ mistake: Mistake) {
        expectFindings(mistake)
    }

    @Test(
        "Values used as what they are not",
        arguments: [
            Mistake(
                "{{list}}",
                [:],
                "main.mustache:1:3: template-wrong-kind: ‘list’ is a list and cannot be printed "
                    + "(show it with {{#list}}…{{/list}})"
            ),
            Mistake(
                "{{person}}",
                [:],
                "main.mustache:1:3: template-wrong-kind: ‘person’ is a record and cannot be printed "
                    + "(show it with {{#person}}…{{/person}})"
            ),
            Mistake(
                "{{yes}}",
                [:],
                "main.mustache:1:3: template-wrong-kind: ‘yes’ is a yes or no and cannot be printed "
                    + "(ask it with {{#yes}}…{{/yes}})"
            ),
            Mistake(
                "{{#list}}{{-last}}{{/list}}",
                [:],
                "main.mustache:1:12: template-wrong-kind: ‘-last’ is a yes or no and cannot be printed "
                    + "(ask it with {{#-last}}…{{/-last}})"
            ),
            Mistake(
                "{{list.name}}",
                [:],
                "main.mustache:1:3: template-wrong-kind: ‘list’ is a list and has no names of its own "
                    + "(show it with {{#list}}…{{/list}})"
            ),
            Mistake(
                "{{person.name.first}}",
                [:],
                "main.mustache:1:10: template-wrong-kind: ‘name’ is a text and has no names of its own"
            ),
            Mistake(
                "{{{string}}}",
                [:],
                "main.mustache:1:4: template-unescaped-text: ‘string’ is a text and is always escaped (write {{string}})"
            ),
            Mistake(
                "{{#letters}}{{&.}}{{/letters}}",
                [:],
                "main.mustache:1:16: template-unescaped-text: ‘.’ is a text and is always escaped (write {{.}})"
            ),
        ]
    )
    func kinds(_ mistake: Mistake) {
        expectFindings(mistake)
    }

    @Test(
        "Templates without end",
        arguments: [
            Mistake(
                "a{{>main}}",
                [:],
                "main.mustache:1:5: template-recursion: this includes itself without end "
                    + "(include it inside a section of a list or a record)"
            ),
            Mistake(
                "{{>a}}",
                ["a": "{{#yes}}{{>b}}{{/yes}}", "b": "{{<a}}{{/a}}"],
                "b.mustache:1:4: template-recursion: this includes itself without end "
                    + "(include it inside a section of a list or a record)"
            ),
        ]
    )
    func recursion(_ mistake: Mistake) {
        expectFindings(mistake)
    }

    @Test func everythingIsSaidAtOnce() {
        let outcome = outcome("{{strnig}}{{#yes}}{{list}}{{>b}}{{/yes}}{{/x}}", ["b": "{{wrods.a}}{{words.b}}"])
        #expect(
            outcome.findings.map { String($0.prefix { $0 != "‘" }) } == [
                "main.mustache:1:41: template-unexpected-close: ",
                "main.mustache:1:3: template-unknown-name: there is no name ",
                "main.mustache:1:21: template-wrong-kind: ",
                "b.mustache:1:3: template-unknown-name: there is no name ",
                "b.mustache:1:20: template-unknown-word: there is no interface word ",
            ]
        )
        #expect(outcome.output == nil)
    }

    @Test func aBlockThatNoParentHasIsAWarning() {
        let outcome = outcome("{{<p}}{{$tilte}}x{{/tilte}}{{/p}}", ["p": "{{$title}}t{{/title}}"])
        #expect(
            outcome.findings == [
                "main.mustache:1:10: template-unused-block: no parent has a block ‘tilte’ (did you mean ‘title’?)"
            ]
        )
        #expect(outcome.output == "t")
    }

    @Test func aPageWithoutTemplateIsSaid() {
        var diagnostics = Diagnostics()
        let library = TemplateLibrary([], words: Words([:]), diagnostics: &diagnostics)
        #expect(library.compile("theme", for: Sample.self, diagnostics: &diagnostics) == nil)
        #expect(diagnostics.all.map(\.rule.name) == ["template-missing"])
        #expect(diagnostics.all.map(\.location) == [.path("theme.mustache")])
    }

    @Test func theSameMistakeIsSaidOnceForAllPages() {
        let text = Array("{{qqqqqq}}".utf8)
        var sources = Sources()
        let id = sources.add(Source(path: "a.mustache", text: text))
        var diagnostics = Diagnostics()
        let library = TemplateLibrary(
            [TemplateSource(name: "a", source: id, text: text)],
            words: Words([:]),
            diagnostics: &diagnostics
        )
        #expect(library.compile("a", for: Sample.self, diagnostics: &diagnostics) == nil)
        #expect(library.compile("a", for: Person.self, diagnostics: &diagnostics) == nil)
        #expect(diagnostics.all.count == 1)
    }
}

/// Expects exactly these findings, and no output.
func expectFindings(_ mistake: Mistake, sourceLocation: SourceLocation = #_sourceLocation) {
    let outcome = outcome(
        mistake.template,
        mistake.partials,
        words: ["skip-to-content": "Skip to content", "home": "Home"]
    )
    #expect(outcome.findings == mistake.findings, sourceLocation: sourceLocation)
    #expect(outcome.output == nil, sourceLocation: sourceLocation)
}
