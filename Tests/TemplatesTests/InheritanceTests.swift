// The cases of the Mustache specification's optional module on inheritance, over our own data.
//
// Not supported, on purpose: moving the indentation of a block's lines to where it is shown (“Standalone block”, “Block
// reindentation”, “Intrinsic indentation”): a block's text is shown as it was written.

import Templates
import Testing

@Suite struct InheritanceTests {
    @Test(
        "Blocks replace blocks",
        arguments: [
            Case("default", "{{$title}}Default title{{/title}}\n", "Default title\n"),
            Case("default with a name", "{{$foo}}default {{string}} content{{/foo}}\n", "default --- content\n"),
            Case("default with markup", "{{$foo}}default {{{note}}} content{{/foo}}\n", "default <i>n</i> content\n"),
            Case("default with a section", "{{$foo}}d {{#person}}{{name}}{{/person}} c{{/foo}}\n", "d Joe c\n"),
            Case("default with an inverted section", "{{$foo}}d {{^no}}{{string}}{{/no}} c{{/foo}}\n", "d --- c\n"),
            Case("values are not templates", "{{$foo}}{{mustache}}{{/foo}}", "{{subject}}"),
            Case("inherited", "{{<include}}{{/include}}", "default", ["include": "{{$foo}}default{{/foo}}"]),
            Case(
                "replaced",
                "{{<super}}{{$title}}sub template title{{/title}}{{/super}}",
                "...sub template title...",
                ["super": "...{{$title}}Default title{{/title}}..."]
            ),
            Case(
                "data do not replace blocks",
                "{{<include}}{{$string}}in template{{/string}}{{/include}}{{<include}}{{/include}}",
                "in templatein include",
                ["include": "{{$string}}in include{{/string}}"]
            ),
            Case(
                "in a line",
                "test {{<parent}}{{$stuff}}override{{/stuff}}{{/parent}}",
                "test override",
                ["parent": "{{$stuff}}...{{/stuff}}"]
            ),
            Case(
                "twice",
                "test {{<p}}{{$stuff}}override1{{/stuff}}{{/p}} {{<p}}{{$stuff}}override2{{/stuff}}{{/p}}\n",
                "test |override1 default| |override2 default|\n",
                ["p": "|{{$stuff}}...{{/stuff}}{{$default}} default{{/default}}|"]
            ),
            Case(
                "with line ends",
                "{{<parent}}{{$ballmer}}\npeaked\n\n:(\n{{/ballmer}}{{/parent}}",
                "peaked\n\n:(\n",
                ["parent": "{{$ballmer}}peaking{{/ballmer}}"]
            ),
            Case(
                "indentation before a block stays",
                "{{<parent}}{{$nineties}}hammer time{{/nineties}}{{/parent}}",
                "stop:\n  hammer time\n",
                ["parent": "stop:\n  {{$nineties}}collaborate and listen{{/nineties}}\n"]
            ),
            Case(
                "only one of two",
                "{{<parent}}{{$stuff2}}two{{/stuff2}}{{/parent}}",
                "default one, two",
                ["parent": "{{$stuff}}default one{{/stuff}}, {{$stuff2}}default two{{/stuff2}}"]
            ),
            Case("as a partial", "{{>parent}}|{{<parent}}{{/parent}}", "d|d", ["parent": "{{$foo}}d{{/foo}}"]),
            Case(
                "recursion",
                "{{<parent}}{{$foo}}override{{/foo}}{{/parent}}",
                "override override override don't recurse",
                [
                    "parent": "{{$foo}}default content{{/foo}} {{$bar}}{{<parent2}}{{/parent2}}{{/bar}}",
                    "parent2":
                        "{{$foo}}parent2 default content{{/foo}} {{<parent}}{{$bar}}don't recurse{{/bar}}{{/parent}}",
                ]
            ),
            Case("several levels", "{{<parent}}{{$a}}c{{/a}}{{/parent}}", "c", Self.levels),
            Case("several levels, nothing outermost", "{{<parent}}{{/parent}}", "p", Self.levels),
            Case(
                "text in a parent is ignored",
                "{{<parent}} asdfasd {{$foo}}hmm{{/foo}} asdfasdfasdf {{/parent}}",
                "hmm",
                ["parent": "{{$foo}}default content{{/foo}}"]
            ),
            Case(
                "only text in a parent",
                "{{<parent}} asdfasd asdfasdfasdf {{/parent}}",
                "default content",
                ["parent": "{{$foo}}default content{{/foo}}"]
            ),
            Case(
                "names mean what they mean where the block is shown",
                "{{<parent}}{{$block}}I say {{fruit}}.{{/block}}{{/parent}}",
                "I say bananas.",
                ["parent": "{{#person}}{{$block}}You say {{fruit}}.{{/block}}{{/person}}"]
            ),
            Case(
                "a parent alone on its line is indented",
                "Hi,\n  {{<parent}}{{/parent}}\n",
                "Hi,\n  one\n  two\n",
                ["parent": "one\ntwo\n"]
            ),
        ]
    )
    func inheritance(_ example: Case) {
        expectOutput(example)
    }

    private static let levels = [
        "parent": "{{<older}}{{$a}}p{{/a}}{{/older}}",
        "older": "{{<grandParent}}{{$a}}o{{/a}}{{/grandParent}}",
        "grandParent": "{{$a}}g{{/a}}",
    ]

    @Test(
        "A page within a layout within a layout",
        arguments: [
            Case(
                "blocks in a block are replaced from where they were written",
                "{{<section}}\n{{$title}}T{{/title}}\n{{$main}}\n<p>\n{{/main}}\n{{/section}}\n",
                "<title>T</title>\n<main>\n<p>\n</main>\n",
                [
                    "section": "{{<page}}\n{{$body}}\n<main>\n{{$main}}\n{{/main}}\n</main>\n{{/body}}\n{{/page}}\n",
                    "page": "<title>{{$title}}none{{/title}}</title>\n{{$body}}{{/body}}",
                ]
            ),
            Case(
                "a card in a block has a title of its own",
                "{{<page}}{{$title}}Page{{/title}}{{$body}}{{<card}}{{$title}}Card{{/title}}{{/card}}{{/body}}{{/page}}",
                "Page: [Card]",
                ["page": "{{$title}}{{/title}}: {{$body}}{{/body}}", "card": "[{{$title}}none{{/title}}]"]
            ),
            Case(
                "partials of a layout know its blocks",
                "{{<page}}{{$title}}Page{{/title}}{{/page}}",
                "<Page>",
                ["page": "{{>head}}", "head": "<{{$title}}none{{/title}}>"]
            ),
            Case(
                "a block within a block of its own name",
                "{{<page}}{{$a}}1{{$a}}2{{/a}}{{/a}}{{/page}}",
                "12",
                ["page": "{{$a}}{{/a}}"]
            ),
        ]
    )
    func layouts(_ example: Case) {
        expectOutput(example)
    }
}
