import Study
import Testing

@testable import Report

/// The addresses are invented.
@Suite("Links of the whole report")
struct LinkRewriterTests {
    private let rewriter: LinkRewriter

    init() {
        var places = ReportPlaces()
        places[.theme(ThemeID("tea"))] = ReportPlaces.Place(page: 1, id: "theme-tea", mark: "1.2", inner: "group-")
        places[.quote(QuoteID("m1"))] = ReportPlaces.Place(page: 0, id: "quote-m1", mark: "Quote <7>")
        places[.groups] = ReportPlaces.Place(page: 0, id: "part-groups")
        places[.reference(ReferenceID("brewer"))] = ReportPlaces.Place(page: 2, id: "ref-brewer")
        rewriter = LinkRewriter(places: places, page: 0)
    }

    @Test(
        "lead to places in it, on the same page or another",
        arguments: [
            (#"<a href="groups.html">All</a>"#, ##"<a href="#part-groups">All</a>"##),
            (#"<a href="groups.html#group-x">All</a>"#, ##"<a href="#part-groups">All</a>"##),
            (#"<a href="theme-tea.html">Tea</a>"#, ##"<a href="report-2.html#theme-tea">Tea</a>"##),
            (
                #"<a href="theme-tea.html#group-makers">Tea</a>"#,
                ##"<a href="report-2.html#theme-tea.group-makers">Tea</a>"##
            ),
            (#"<a href="theme-tea.html#who-speaks">Tea</a>"#, ##"<a href="report-2.html#theme-tea">Tea</a>"##),
            (
                #"<a class="citation" href="references.html#ref-brewer">B</a>"#,
                ##"<a class="citation" href="report-3.html#ref-brewer">B</a>"##
            ),
        ]
    )
    func turned(_ before: String, _ after: String) {
        #expect(rewritten(before) == after)
    }

    @Test(
        "stay where they lead out of it",
        arguments: [
            #"<a href="https://example.org/?a=1&amp;b=2">out</a>"#, #"<a href="downloads.html">Downloads</a>"#,
            ##"<a href="#part-groups">here</a>"##, #"<p> href="groups.html and href=&quot;groups.html&quot; </p>"#,
            #"<a href=""#, "",
        ]
    )
    func left(_ html: String) {
        #expect(rewritten(html) == html)
    }

    @Test("have a number after them in prose only, escaped")
    func marks() {
        #expect(
            rewritten(#"<p><a class="to-quote" href="quote-m1.html">so</a>, <a href="quote-m1.html">so</a>.</p>"#)
                == ##"<p><a class="to-quote" href="#quote-m1">so</a> <span class="link-number">[Quote &lt;7&gt;]</span>, "##
                + ##"<a href="#quote-m1">so</a>.</p>"##
        )
        #expect(
            rewritten(#"<a href="theme-tea.html" class="to-theme"><em>Tea</em></a>"#)
                == ##"<a href="report-2.html#theme-tea" class="to-theme"><em>Tea</em></a>"##
                + #" <span class="link-number">[1.2]</span>"#
        )
    }

    private func rewritten(_ html: String) -> String {
        String(decoding: rewriter.rewritten(Array(html.utf8)), as: UTF8.self)
    }
}
