// What must hold for any template and any data: nothing unescaped, nothing endless, no crash.

import Diagnostics
import Markup
import Templates
import TestSupport
import Testing

@Suite struct SafetyTests {
    @Test func wordsAreEscaped() {
        let outcome = outcome(
            "<a title=\"{{words.more}}\">{{words.more}}</a>",
            words: ["more": "\"More\" & <b>"]
        )
        #expect(outcome.findings == [])
        #expect(
            outcome.output
                == "<a title=\"&quot;More&quot; &amp; &lt;b&gt;\">&quot;More&quot; &amp; &lt;b&gt;</a>"
        )
    }

    @Test(
        "Texts stand where escaping protects",
        arguments: [
            "<p class=\"{{string}}\">{{string}}</p>",
            "<p class='a {{string}} b' id = \"{{string}}\">",
            "<p {{#yes}}class=\"{{string}}\"{{/yes}}{{#no}} hidden{{/no}}>{{string}}",
            "<!-- {{string}} > <script> -->{{string}}",
            "<!DOCTYPE html>{{string}}",
            "<script>a < b</script>{{string}}<style>p > a {}</STYLE>{{string}}",
            "<script src=\"{{string}}\"></script>{{string}}",
            "<title>{{string}}</title> 1 < 2 {{string}}",
            "<img width={{mph}}><h{{mph}}><script>{{{note}}}</script>",
            "<a href=\"x\"{{note}}>{{string}}",
        ]
    )
    func safe(_ template: String) {
        #expect(outcome(template).findings == [])
    }

    @Test(
        "Texts may not stand where escaping does not protect",
        arguments: [
            "<p class={{string}}>", "<p class=a{{string}}>", "<p {{string}}>", "<{{string}}>", "<p title={{words.a}}>",
            "<script>var a = \"{{string}}\"</script>", "<STYLE>{{string}}</style>",
            "<script a=\"b\">{{string}}</script>",
            "<p class=\"{{note}}\">", "<script>{{#list}}{{name}}{{/list}}</script>", "<script>{{words.a}}</script>",
        ]
    )
    func unsafe(_ template: String) {
        let outcome = outcome(template, words: ["a": "A"])
        #expect(outcome.findings.count == 1)
        #expect(outcome.findings.first?.contains(": template-unsafe-place: ") == true)
        #expect(outcome.output == nil)
    }

    @Test func dataMayBeDeepButNotEndless() {
        let partials = ["node": "({{#nodes}}{{>node}}{{/nodes}})"]
        let deep = (1..<400).reduce(Node("", [])) { node, _ in Node("", [node]) }
        let shown = outcome("{{>node}}", partials, of: deep)
        #expect(shown.findings == [])
        #expect(shown.output == String(repeating: "(", count: 400) + String(repeating: ")", count: 400))

        let endless = outcome("{{>p}}", ["p": "({{#itself}}{{>p}}{{>p}}{{/itself}})"], of: Endless())
        #expect(
            endless.findings == ["p.mustache:1:16: template-too-deep: what is shown is nested more than 500 deep"]
        )
    }

    @Test func sectionsMayBeNestedToALimit() {
        func nested(_ depth: Int) -> String {
            String(repeating: "{{#yes}}", count: depth) + "x" + String(repeating: "{{/yes}}", count: depth)
        }
        #expect(outcome(nested(100)).output == "x")
        #expect(
            outcome(nested(5_000)).findings == [
                "main.mustache:1:801: template-too-deep: sections are nested more than 100 deep"
            ]
        )
    }

    @Test("No text crashes the compiler", arguments: 0..<40)
    func anyText(_ seed: UInt64) {
        let pieces = [
            "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{>", "{{<", "{{$", "{{!", "{{=", "=}}", "{{&", "yes}}",
            "list}}", "person}}", "a}}", "main}}", "string}}", ".}}", "-last}}", "words.a}}", " ", "\n", "\r\n", "<p ",
            ">", "<script>", "=", "\"", "é", "\u{FEFF}", "<% %>", "<%", "%>", "x.y", "{{#yes}}", "{{/yes}}",
            "{{#list}}",
            "{{/list}}", "{{<a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{>a}}", "\n  {{>a}}\n",
        ]
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            func text() -> String {
                (0..<Int.random(in: 0...25, using: &generator)).map { _ in
                    pieces[Int.random(in: pieces.indices, using: &generator)]
                }.joined()
            }
            let partials = ["a": text(), "b": text()]
            let outcome = outcome(text(), partials, words: ["a": "A"])
            // Either it renders, or it says why not.
            #expect(outcome.output != nil || !outcome.findings.isEmpty)
        }
    }
}

/// A record that holds itself.
struct Endless: TemplateData {
    static let fields: Fields<Endless> = [.record("itself") { $0 }]
}
