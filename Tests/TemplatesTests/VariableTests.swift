// The cases of the Mustache specification's modules on interpolation, comments and delimiters, over our own data.
//
// Not supported, on purpose: a name that does not exist prints nothing (here it is an error), text without escaping
// (only markup that Verbatim made is printed as it is), decimals (there is no such field), a leading dot.

import Templates
import Testing

@Suite struct VariableTests {
    @Test(
        "Names print what they stand for",
        arguments: [
            Case("no tags", "Hello from {Mustache}!\n", "Hello from {Mustache}!\n"),
            Case("basic", "Hello, {{subject}}!\n", "Hello, world!\n"),
            Case("not interpreted again", "{{mustache}}", "{{subject}}"),
            Case("escaped", "{{forbidden}}", "&amp; &quot; &lt; &gt; &#39;"),
            Case("markup is not escaped", "{{markup}}", "<b>\n&amp;</b>"),
            Case("triple", "{{{markup}}}", "<b>\n&amp;</b>"),
            Case("ampersand", "{{&markup}}", "<b>\n&amp;</b>"),
            Case("integer", "\"{{mph}} miles an hour!\"", "\"85 miles an hour!\""),
            Case("triple integer", "\"{{{mph}}} miles\"", "\"85 miles\""),
            Case("ampersand integer", "\"{{&mph}} miles\"", "\"85 miles\""),
            Case("missing values print nothing", "({{nothing}}{{noNote}}{{empty}}{{noMarkup}})", "()"),
            Case("values that may be missing", "{{source}} {{note}}", "line 4 <i>n</i>"),
            Case("dotted", "{{person.name}} == {{#person}}{{name}}{{/person}}", "Joe == Joe"),
            Case("dotted deeper", "{{person.home.town}}", "York"),
            Case("broken chain", "({{nobody.name}}{{nobody.home.town}})", "()"),
            Case("first part found outside", "{{#person}}{{person.name}}{{/person}}", "Joe"),
            Case("white space around", "| {{string}} |", "| --- |"),
            Case("triple, white space around", "| {{{note}}} |", "| <i>n</i> |"),
            Case("ampersand, white space around", "| {{&note}} |", "| <i>n</i> |"),
            Case("alone on a line", "  {{string}}\n", "  ---\n"),
            Case("triple alone on a line", "  {{{note}}}\n", "  <i>n</i>\n"),
            Case("ampersand alone on a line", "  {{&note}}\n", "  <i>n</i>\n"),
            Case("padding", "|{{ string }}|{{{ note }}}|{{& note }}|", "|---|<i>n</i>|<i>n</i>|"),
        ]
    )
    func variable(_ example: Case) {
        expectOutput(example)
    }

    @Test(
        "Comments leave nothing",
        arguments: [
            Case("inline", "12345{{! Comment Block! }}67890", "1234567890"),
            Case("several lines", "12345{{!\n  a\n  b...\n}}67890\n", "1234567890\n"),
            Case("alone", "Begin.\n{{! c }}\nEnd.\n", "Begin.\nEnd.\n"),
            Case("alone, indented", "Begin.\n  {{! c }}\nEnd.\n", "Begin.\nEnd.\n"),
            Case("line ends", "|\r\n{{! c }}\r\n|", "|\r\n|"),
            Case("on the first line", "  {{! c }}\n!", "!"),
            Case("on the last line", "!\n  {{! c }}", "!\n"),
            Case("several lines alone", "Begin.\n{{!\nc\n}}\nEnd.\n", "Begin.\nEnd.\n"),
            Case("several lines alone, indented", "Begin.\n  {{!\n    c\n  }}\nEnd.\n", "Begin.\nEnd.\n"),
            Case("indented inline", "  12 {{! 34 }}\n", "  12 \n"),
            Case("white space around", "12345 {{! c }} 67890", "12345  67890"),
            Case("a tag in it is not a tag", "a{{! {{nonsense }}b", "ab"),
        ]
    )
    func comment(_ example: Case) {
        expectOutput(example)
    }

    @Test(
        "Delimiters can be changed",
        arguments: [
            Case("pair", "{{=<% %>=}}(<%string%>)", "(---)"),
            Case("special characters", "({{=[ ]=}}[string])", "(---)"),
            Case(
                "sections",
                "[\n{{#yes}}\n  {{string}}\n  |string|\n{{/yes}}\n\n{{= | | =}}\n|#yes|\n  {{string}}\n  |string|\n|/yes|\n]\n",
                "[\n  ---\n  |string|\n\n  {{string}}\n  ---\n]\n"
            ),
            Case(
                "inverted sections",
                "[\n{{^no}}\n  {{string}}\n  |string|\n{{/no}}\n\n{{= | | =}}\n|^no|\n  {{string}}\n  |string|\n|/no|\n]\n",
                "[\n  ---\n  |string|\n\n  {{string}}\n  ---\n]\n"
            ),
            Case(
                "not in partials",
                "[ {{>include}} ]\n{{= | | =}}\n[ |>include| ]\n",
                "[ .---. ]\n[ .---. ]\n",
                ["include": ".{{string}}."]
            ),
            Case(
                "not after partials",
                "[ {{>include}} ]\n[ .{{string}}.  .|string|. ]\n",
                "[ .---.  .---. ]\n[ .---.  .|string|. ]\n",
                ["include": ".{{string}}. {{= | | =}} .|string|."]
            ),
            Case("white space around", "| {{=@ @=}} |", "|  |"),
            Case("white space inline", " | {{=@ @=}}\n", " | \n"),
            Case("alone", "Begin.\n{{=@ @=}}\nEnd.\n", "Begin.\nEnd.\n"),
            Case("alone, indented", "Begin.\n  {{=@ @=}}\nEnd.\n", "Begin.\nEnd.\n"),
            Case("line ends", "|\r\n{{= @ @ =}}\r\n|", "|\r\n|"),
            Case("on the first line", "  {{=@ @=}}\n=", "="),
            Case("on the last line", "=\n  {{=@ @=}}", "=\n"),
            Case("padding", "|{{= @   @ =}}|", "||"),
            Case("triple with others", "{{=<% %>=}}<%{note}%>", "<i>n</i>"),
        ]
    )
    func delimiters(_ example: Case) {
        expectOutput(example)
    }
}

/// Expects that a template gives exactly this, without findings.
func expectOutput(_ example: Case, sourceLocation: SourceLocation = #_sourceLocation) {
    let outcome = outcome(example.template, example.partials)
    #expect(outcome.findings == [], sourceLocation: sourceLocation)
    #expect(outcome.output == example.expected, sourceLocation: sourceLocation)
}
