// The cases of the Mustache specification's modules on sections and inverted sections, over our own data.
//
// Not supported, on purpose: a section of a name that does not exist (here it is an error), lists of numbers and lists
// of lists (there are no such fields), lambdas.

import Templates
import Testing

@Suite struct SectionTests {
    @Test(
        "Sections are shown for what is there",
        arguments: [
            Case("yes", "\"{{#yes}}shown{{/yes}}\"", "\"shown\""),
            Case("no", "\"{{#no}}not shown{{/no}}\"", "\"\""),
            Case("missing", "\"{{#nobody}}not shown{{/nobody}}{{#nothing}}nor this{{/nothing}}\"", "\"\""),
            Case("record", "\"{{#person}}Hi {{name}}.{{/person}}\"", "\"Hi Joe.\""),
            Case("outer names", "{{#person}}{{outer}}, {{fruit}}, {{person.name}}{{/person}}", "foo, bananas, Joe"),
            Case("text", "{{#string}}{{.}} is {{string}}{{/string}}", "--- is ---"),
            Case("empty text", "[{{#empty}}{{.}}{{/empty}}]", "[]"),
            Case("markup", "{{#note}}({{.}}{{{.}}}){{/note}}{{#noMarkup}}no{{/noMarkup}}", "(<i>n</i><i>n</i>)"),
            Case("number", "{{#mph}}{{.}}{{/mph}}{{#zero}}not shown{{/zero}}", "85"),
            Case("in a flag the item stays", "{{#string}}{{#yes}}{{.}}{{/yes}}{{/string}}", "---"),
            Case("section of the item", "{{#string}}{{#.}}a{{/.}}{{^.}}b{{/.}}{{/string}}", "a"),
            Case("list", "\"{{#list}}{{item}}{{/list}}\"", "\"123\""),
            Case("empty list", "\"{{#noList}}{{item}}{{/noList}}\"", "\"\""),
            Case("texts", "\"{{#letters}}({{.}}){{/letters}}\"", "\"(a)(&lt;b&gt;)(c)\""),
            Case("no texts", "\"{{#noLetters}}({{.}}){{/noLetters}}\"", "\"\""),
            Case(
                "lists within lists",
                "{{#list}}{{#letters}}{{.}}{{item}} {{/letters}}{{/list}}",
                "n11 11 n22 22 n33 33 "
            ),
            Case("twice", "{{#yes}}\n* 1\n{{/yes}}\n* {{string}}\n{{#yes}}\n* 3\n{{/yes}}\n", "* 1\n* ---\n* 3\n"),
            Case("nested", "| A {{#yes}}B {{#yes}}C{{/yes}} D{{/yes}} E |", "| A B C D E |"),
            Case("nested, not shown", "| A {{#no}}B {{#no}}C{{/no}} D{{/no}} E |", "| A  E |"),
            Case("dotted", "{{#person.home.isFar}}Here{{/person.home.isFar}}", "Here"),
            Case("dotted list", "{{#person.home.rooms}}{{name}}{{/person.home.rooms}}", "kitchen"),
            Case("broken chain", "({{#nobody.home.isFar}}Here{{/nobody.home.isFar}})", "()"),
            Case("white space around", " | {{#yes}}\t|\t{{/yes}} | \n", " | \t|\t | \n"),
            Case("white space inside", " | {{#yes}} {{! Important }}\n {{/yes}} | \n", " |  \n  | \n"),
            Case("indented inline", " {{#yes}}YES{{/yes}}\n {{#yes}}GOOD{{/yes}}\n", " YES\n GOOD\n"),
            Case("alone", "| This Is\n{{#yes}}\n|\n{{/yes}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
            Case("alone, indented", "| This Is\n  {{#yes}}\n|\n  {{/yes}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
            Case("line ends", "|\r\n{{#yes}}\r\n{{/yes}}\r\n|", "|\r\n|"),
            Case("on the first line", "  {{#yes}}\n#{{/yes}}\n/", "#\n/"),
            Case("on the last line", "#{{#yes}}\n/\n  {{/yes}}", "#\n/\n"),
            Case("padding", "|{{# yes }}={{/ yes }}|", "|=|"),
        ]
    )
    func section(_ example: Case) {
        expectOutput(example)
    }

    @Test(
        "Inverted sections are shown for what is not there",
        arguments: [
            Case("no", "\"{{^no}}shown{{/no}}\"", "\"shown\""),
            Case("missing", "{{^nobody}}1{{/nobody}}{{^nothing}}2{{/nothing}}{{^noNote}}3{{/noNote}}", "123"),
            Case("yes", "\"{{^yes}}not shown{{/yes}}\"", "\"\""),
            Case("text", "\"{{^string}}not shown{{/string}}\"{{^empty}}e{{/empty}}", "\"\"e"),
            Case("record", "\"{{^person}}Hi{{/person}}\"", "\"\""),
            Case("list", "\"{{^list}}n{{/list}}\"", "\"\""),
            Case("empty list", "{{^noList}}Yay{{/noList}}{{^noLetters}} lists!{{/noLetters}}", "Yay lists!"),
            Case("zero", "{{^zero}}none{{/zero}}{{^mph}}some{{/mph}}", "none"),
            Case("twice", "{{^no}}\n* 1\n{{/no}}\n* {{string}}\n{{^no}}\n* 3\n{{/no}}\n", "* 1\n* ---\n* 3\n"),
            Case("nested", "| A {{^no}}B {{^no}}C{{/no}} D{{/no}} E |", "| A B C D E |"),
            Case("nested, not shown", "| A {{^yes}}B {{^yes}}C{{/yes}} D{{/yes}} E |", "| A  E |"),
            Case("dotted", "({{^person.home.isFar}}Near{{/person.home.isFar}})", "()"),
            Case("broken chain", "{{^nobody.home.isFar}}Here{{/nobody.home.isFar}}", "Here"),
            Case("white space around", " | {{^no}}\t|\t{{/no}} | \n", " | \t|\t | \n"),
            Case("white space inside", " | {{^no}} {{! Important }}\n {{/no}} | \n", " |  \n  | \n"),
            Case("indented inline", " {{^no}}NO{{/no}}\n {{^no}}WAY{{/no}}\n", " NO\n WAY\n"),
            Case("alone", "| This Is\n{{^no}}\n|\n{{/no}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
            Case("alone, indented", "| This Is\n  {{^no}}\n|\n  {{/no}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
            Case("line ends", "|\r\n{{^no}}\r\n{{/no}}\r\n|", "|\r\n|"),
            Case("on the first line", "  {{^no}}\n^{{/no}}\n/", "^\n/"),
            Case("on the last line", "^{{^no}}\n/\n  {{/no}}", "^\n/\n"),
            Case("padding", "|{{^ no }}={{/ no }}|", "|=|"),
        ]
    )
    func inverted(_ example: Case) {
        expectOutput(example)
    }

    @Test(
        "Items know their place in the list",
        arguments: [
            Case("separators", "{{#list}}{{name}}{{^-last}}, {{/-last}}{{/list}}", "n1, n2, n3"),
            Case("first", "{{#letters}}{{^-first}}/{{/-first}}{{.}}{{/letters}}", "a/&lt;b&gt;/c"),
            Case("number", "{{#list}}{{-number}}:{{item}} {{/list}}", "1:1 2:2 3:3 "),
            Case(
                "the innermost list counts, then the outer one again",
                "{{#list}}{{#letters}}{{-number}}{{/letters}}{{-number}} {{/list}}",
                "121 122 123 "
            ),
            Case("through a record", "{{#list}}{{#person}}{{-number}}{{/person}}{{/list}}", "123"),
        ]
    )
    func place(_ example: Case) {
        expectOutput(example)
    }
}
