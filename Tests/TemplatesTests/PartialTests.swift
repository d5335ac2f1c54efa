// The cases of the Mustache specification's module on partials, over our own data.
//
// Not supported, on purpose: a partial that does not exist prints nothing (here it is an error), dynamic names.

import Templates
import Testing

@Suite struct PartialTests {
    @Test(
        "Partials stand where they are named",
        arguments: [
            Case("basic", "\"{{>text}}\"", "\"from partial\"", ["text": "from partial"]),
            Case("context", "\"{{>partial}}\"", "\"*---*\"", ["partial": "*{{string}}*"]),
            Case("context of a record", "{{#person}}{{>p}}{{/person}} {{>p}}", "bananas apples", ["p": "{{fruit}}"]),
            Case(
                "recursion",
                "{{#tree}}{{>node}}{{/tree}}",
                "X<Y<>Z<W<>>>",
                ["node": "{{label}}<{{#nodes}}{{>node}}{{/nodes}}>"]
            ),
            Case("nested", "{{>a}}", "*1 2 3*", ["a": "*{{>partials/b}}*", "partials/b": "1 2 3"]),
            Case("white space around", "| {{>partial}} |", "| \t|\t |", ["partial": "\t|\t"]),
            Case("inline", "  {{string}}  {{> partial}}\n", "  ---  >\n>\n", ["partial": ">\n>"]),
            Case("line ends", "|\r\n{{>partial}}\r\n|", "|\r\n>|", ["partial": ">"]),
            Case("on the first line", "  {{>partial}}\n>", "  >\n  >>", ["partial": ">\n>"]),
            Case("on the last line", ">\n  {{>partial}}", ">\n  >\n  >", ["partial": ">\n>"]),
            Case(
                "each line of it is indented, values are not",
                "\\\n {{>partial}}\n/\n",
                "\\\n |\n <b>\n&amp;</b>a b<b>\n&amp;</b>c\n |\n/\n",
                ["partial": "|\n{{{markup}}}a b{{{markup}}}c\n|\n"]
            ),
            Case("padding", "|{{> partial }}|", "|[]|", ["partial": "[]"]),
        ]
    )
    func partial(_ example: Case) {
        expectOutput(example)
    }

    @Test(
        "Indentation follows the lines",
        arguments: [
            Case(
                "it adds up",
                "<\n  {{>a}}\n>\n",
                "<\n  (\n    b\n    c\n  )\n>\n",
                ["a": "(\n  {{>b}}\n)\n", "b": "b\nc\n"]
            ),
            Case(
                "and goes on where the inner one has none",
                "  {{>a}}\n",
                "  (\n  b\n  c\n  )\n",
                ["a": "(\n{{>b}}\n)\n", "b": "b\nc\n"]
            ),
            Case(
                "but not into what stands in a line",
                "  {{>a}}\n",
                "  (b\nc\n)\n",
                ["a": "({{>b}})\n", "b": "b\nc\n"]
            ),
            Case("blank lines stay blank", "  {{>a}}\n", "  b\n\n  c\n", ["a": "b\n\nc\n"]),
            Case(
                "sections alone on their lines leave none",
                "  {{>a}}\n.\n",
                "  <ul>\n    <li>n1\n    <li>n2\n    <li>n3\n  </ul>\n.\n",
                ["a": "<ul>\n{{#list}}\n  <li>{{name}}\n{{/list}}\n</ul>\n"]
            ),
            Case(
                "sections within lines",
                "  {{>a}}\n",
                "  x\n  y\n  z\n",
                ["a": "{{#yes}}x\n{{/yes}}y\n{{^no}}z{{/no}}\n"]
            ),
            Case(
                "recursion indents further each time",
                "{{#tree}}\n{{>node}}\n{{/tree}}\n",
                "X\n  Y\n  Z\n    W\n",
                ["node": "{{label}}\n{{#nodes}}\n  {{>node}}\n{{/nodes}}\n"]
            ),
        ]
    )
    func indentation(_ example: Case) {
        expectOutput(example)
    }
}
