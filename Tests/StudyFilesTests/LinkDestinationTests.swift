import Study
import Testing

@Suite("What a destination of a link means")
struct LinkDestinationTests {
    @Test(arguments: [
        ("theme:trust", LinkDestination.target(.theme(ThemeID("trust")), anchor: nil)),
        ("theme:é", .target(.theme(ThemeID("é")), anchor: nil)),
        ("Quote:a:b#c", .target(.quote(QuoteID("a:b#c")), anchor: nil)),
        ("page:methods#sampling", .target(.page(PageID("methods")), anchor: "sampling")),
        ("page:méthodes#x", .target(.page(PageID("méthodes")), anchor: "x")),
        ("page:methods", .target(.page(PageID("methods")), anchor: nil)),
        ("page:#x", .malformed(scheme: "page")),
        ("page:", .malformed(scheme: "page")),
        ("matrix:", .target(.matrix, anchor: nil)),
        ("matrix:trust", .malformed(scheme: "matrix")),
        ("theme:", .malformed(scheme: "theme")),
        ("logic:", .target(.logicModel, anchor: nil)),
        ("logic:box", .target(.box(BoxID("box")), anchor: nil)),
        ("https://example.org/#a", .external("https://example.org/#a")),
        ("MAILTO:somebody", .external("MAILTO:somebody")),
        ("javascript:x", .unknownScheme("javascript")),
        ("#", .anchor("")),
        ("#é", .anchor("é")),
        ("images/a.png", .file("images/a.png")),
        ("", .file("")),
        (":", .file(":")),
        ("1:a", .file("1:a")),
        ("thème:a", .file("thème:a")),
        // An accent makes another character of a mark.
        ("#\u{301}a", .file("#\u{301}a")),
        ("theme:\u{301}a", .file("theme:\u{301}a")),
    ])
    func destinations(written: String, meant: LinkDestination) {
        #expect(LinkDestination(written) == meant)
    }
}
