import Markdown
import Testing

@Suite struct CitationTests {
    @Test(arguments: [
        ("@adams2023 found", "{|adams2023|} found"),
        ("[@a]", "(|a|)"),
        ("[@a; @b]", "(|a| + |b|)"),
        ("[see @a, p. 3; also @b]", "(see|a|p. 3 + also|b|)"),
        ("[-@a]", "(|-a|)"),
        ("@a. @b, (@c)", "{|a|}. {|b|}, ({|c|})"),
        ("@doe:2020.x_1-b", "{|doe:2020.x_1-b|}"),
        ("@müller2020’s", "{|müller2020|}’s"),
        ("“@a”", "“{|a|}”"),
        ("*@a*", "<em>{|a|}</em>"),
        ("[see *@a*]", "[see <em>{|a|}</em>]"),
        ("a@b and @ b", "a@b and @ b"),
        ("[no key; @a]", "[no key; {|a|}]"),
        ("[@a", "[{|a|}"),
        ("[@a [@b]", "[{|a|} (|b|)"),
        ("[@a;@b,c]", "(|a| + |b|c)"),
        ("[@a;; @b]", "[{|a|};; {|b|}]"),
        ("[@é]", "(|é|)"),
        ("[@a é]", "(|a|é)"),
        ("[@a]\u{301}", "[{|a|}]\u{301}"),
        ("@a_1 @b, @c; @d] @e.", "{|a_1|} {|b|}, {|c|}; {|d|}] {|e|}."),
        ("[é] [@a] [b", "[é] (|a|) [b"),
        ("é@a ü @b ß", "é@a ü {|b|} ß"),
        ("[@a][@b]@c@d", "(|a|)(|b|){|c|}@d"),
        ("[\u{301}@a] @\u{301}b", "[\u{301}{|a|}] @\u{301}b"),
        ("`@a` [b `@c`]", "<code>@a</code> [b <code>@c</code>]"),
    ])
    func aCitationIsFoundInText(markdown: String, html: String) {
        #expect(render(markdown) == "<p>\(html)</p>\n")
    }

    @Test func anEscapedAtIsNoCitation() {
        withKnownIssue("cmark drops the backslash before citations are looked for") {
            #expect(render("\\@nhs") == "<p>@nhs</p>\n")
        }
    }

    @Test func aCitationGoesOnOnTheNextLine() {
        withKnownIssue("text nodes are scanned one by one, so a line end breaks a citation in brackets") {
            #expect(render("[see @a,\np. 3]") == "<p>(see|a|p. 3)</p>\n")
        }
    }

    @Test func aKeyWithADotIsNotTakenForAnEmailAddress() {
        withKnownIssue("the autolink extension takes -@smith.de for an e-mail address") {
            #expect(render("[-@smith.de]") == "<p>(|-smith.de|)</p>\n")
        }
    }
}
