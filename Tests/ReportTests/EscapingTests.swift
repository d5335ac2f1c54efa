import Testing

/// The study is invented; see HostileStudy.
@Suite("Markup in a study's own words")
struct EscapingTests {
    /// The same study with harmless words has the same pages with the same tags and attributes, one by one.
    @Test("changes no tag and no attribute of any page")
    func sameTags() throws {
        let hostile = try Site(HostileStudy.folder(saying: HostileStudy.markup))
        let harmless = try Site(HostileStudy.folder(saying: "harmless"))
        #expect(hostile.addresses.count == harmless.addresses.count)
        for (address, other) in zip(hostile.addresses, harmless.addresses) {
            let (tags, wanted) = (hostile[address].skeleton, harmless[other].skeleton)
            let difference = zip(tags, wanted).first { $0 != $1 }.map { "\($0), wanted \($1)" }
            #expect(hostile[address].elements.isSubset(of: harmless[other].elements), "\(address)")
            #expect(tags == wanted, "\(address): \(difference ?? "\(tags.count) tags, wanted \(wanted.count)")")
        }
    }

    @Test("is nowhere in a page as it was written")
    func neverRaw() throws {
        let site = try Site(HostileStudy.folder(saying: HostileStudy.markup))
        for (address, html) in site.pages {
            for raw in ["<script>", "<img src=x", "<b>", "alert(1)>", "'>"] {
                #expect(!html.contains(raw), "\(raw) on \(address)")
            }
            let tags = site[address].tags
            #expect(!tags.contains { $0.attributes.contains { $0.name.hasPrefix("on") } }, "\(address)")
        }
    }

    @Test(
        "is shown as the text that it is",
        arguments: [
            ("index.html", 6), ("themes.html", 1), ("matrix.html", 2), ("theme-top.html", 8), ("groups.html", 2),
            ("participants.html", 2), ("constructs.html", 3), ("theory.html", 6), ("logic-model.html", 8),
            ("guides.html", 3), ("guide-first.html", 3), ("more.html", 3), ("references.html", 9), ("404.html", 1),
        ]
    )
    func shown(address: String, times: Int) throws {
        let site = try Site(HostileStudy.folder(saying: HostileStudy.markup))
        let page = try #require(site.pages[address])
        let escaped =
            "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;&lt;img src=x onerror=alert(1)&gt;{{title}}{{{title}}}&amp;"
        #expect(page.split(separator: escaped).count - 1 >= times, "\(page.split(separator: escaped).count - 1)")
        // A plain text means itself to the last character.
        #expect(page.contains(escaped + "amp;&#39;"))
    }

    @Test("gives addresses and ids of plain letters only")
    func addresses() throws {
        let site = try Site(HostileStudy.folder(saying: HostileStudy.markup))
        for address in site.addresses {
            #expect(
                address.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) },
                "\(address)"
            )
            for id in site[address].ids where !id.contains("heading") {
                #expect(id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }, "\(id)")
            }
        }
    }
}

extension Page {
    /// Each tag with the names of its attributes, but for the lines that a text in the diagram is broken into.
    fileprivate var skeleton: [String] {
        // How much of a drawing there is room for depends on the length of its words: they are compared as a whole.
        let drawn: Set = ["g", "path", "rect", "text", "tspan"]
        return tags.filter { !drawn.contains($0.name) }.map { tag in
            "\(tag.kind) \(tag.name) " + tag.attributes.map(\.name).joined(separator: " ")
        }
    }

    /// The elements that it has.
    fileprivate var elements: Set<String> { Set(tags.map(\.name)) }
}
