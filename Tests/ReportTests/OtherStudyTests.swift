import StudyFiles
import TestSupport
import Testing

/// The studies are invented; see OtherStudy.
@Suite("A study that is nothing like the others")
struct OtherStudyTests {
    @Test("has all its pages, in reading order, and none for what it has not")
    func pages() throws {
        #expect(
            try Site(OtherStudy.folder).addresses.filter { !$0.hasPrefix("quote-") } == [
                "index.html", "themes.html", "theme-grund.html", "theme-erde.html", "theme-wuermer.html",
                "theme-regen.html", "theme-roete.html", "theme-luft.html", "matrix.html", "quotes.html", "groups.html",
                "group-gaertner.html", "group-nachbarn.html", "group-kinder.html", "group-amt.html",
                "participants.html", "participant-g1.html", "participant-n1.html", "participant-k1.html",
                "participant-a1.html", "report.html", "downloads.html", "search.html", "404.html",
            ]
        )
    }

    @Test("calls each level of its tree by its own name")
    func levels() throws {
        let site = try Site(OtherStudy.folder)
        let names = [
            ("grund", "Dach"), ("erde", "Bereich"), ("wuermer", "Thema"), ("regen", "Teilthema"), ("roete", "Faser"),
        ]
        for (theme, level) in names { expect(site["theme-\(theme).html"], shows: "<p>\(level)</p><h1>") }
        expect(site["theme-regen.html"], shows: "<h2 id=\"sub-themes\">Fasern</h2>")
        expect(site["themes.html"], shows: "<h1>Dächer</h1>")
        expect(
            site["index.html"],
            shows: "<span>2</span><span>Dächer</span>",
            "<span>1</span><span>Bereich</span>",
            "<span>1</span><span>Faser</span>"
        )
    }

    @Test("counts what lies below the named levels with the last of them")
    func levelsWithoutName() throws {
        let codebook =
            "themes: [{id: comfort, title: Comfort, codes: [comfort code], themes: ["
            + "{id: company, title: Company, themes: [{id: waiting, title: Waiting, codes: [Waiting for it]}]}]}]\n"
        expect(
            try Site(TinyStudy.folder(["codebook.yml": codebook]))["index.html"],
            shows: "<span>1</span><span>theme</span>",
            "<span>2</span><span>sub-themes</span>"
        )
    }

    @Test("begins with the first mark again where there are more groups than marks")
    func marks() throws {
        let groups = (1...9).map { "  - {id: g\($0), title: Group \($0), singular: member}\n" }
        let site = try Site(
            StudyFolder([
                "study.yml": "title: Many\ngroups:\n" + groups.joined(),
                "codebook.yml": "themes: [{id: one, title: One}]\n",
                "participants.csv": "participant,group\nP1,g1\nP9,g9\n",
                "quotes/all.csv": "participant,codes,text\nP1,one,First.\nP9,one,Ninth.\n",
            ])
        )
        let classes = site.addresses.flatMap { site[$0].tags }.compactMap { $0["class"] }
            .flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("group-") && $0 != "group-mark" }
        #expect(Set(classes) == Set((1...8).map { "group-\($0)" }))
        let marks = site["groups.html"].tags("li").compactMap { $0["class"] }.filter { $0.contains("group-") }
        #expect(marks.first == marks.last && marks.count == 9)
    }

    @Test("shows how deep each theme lies")
    func depth() throws {
        let site = try Site(OtherStudy.folder)
        let matrix = try #require(site["matrix.html"].section(named: "section", around: "by-group"))
        let rows = matrix.tags("tr").compactMap { $0["class"] }
        #expect(rows == ["depth-0", "depth-1", "depth-2", "depth-3", "depth-4", "depth-0"])
        let way = ["index", "themes", "theme-grund", "theme-erde", "theme-wuermer", "theme-regen"]
        let trail = try #require(site["theme-roete.html"].tokens.firstRange(of: "ol"))
        #expect(trail.compactMap { $0.tag?["href"] } == way.map { $0 + ".html" })
    }

    @Test("counts what lies at the bottom of the tree all the way up")
    func counts() throws {
        let site = try Site(OtherStudy.folder)
        expect(site["theme-grund.html"], shows: "<p>3 quotes from 3 participants</p>")
        expect(site["theme-roete.html"], shows: "<p>2 quotes from 2 participants</p>")
        expect(site["theme-grund.html"], shows: "No quote from ämter supports this theme.")
    }

    @Test("is shown in its own language and letters")
    func letters() throws {
        let site = try Site(OtherStudy.folder)
        #expect(site["index.html"].tags("html").first?["lang"] == "de")
        expect(site["quotes.html"], shows: "<p>„So rot, so rot!“</p>", "<p>Größe ist alles; sagt man.</p>")
    }

    @Test("may be as small as four files")
    func smallest() throws {
        let site = try Site(OtherStudy.smallest)
        #expect(
            site.addresses.filter { !$0.hasPrefix("quote-") } == [
                "index.html", "themes.html", "theme-one.html", "matrix.html", "quotes.html", "groups.html",
                "group-all.html", "participants.html", "participant-p1.html", "report.html", "downloads.html",
                "search.html",
                "404.html",
            ]
        )
        #expect(site.addresses.count { $0.hasPrefix("quote-p1-") } == 1)
        expect(site["theme-one.html"], shows: "<p>Theme</p><h1>The one theme</h1><p>1 quote from 1 participant</p>")
        expect(site["index.html"], shows: "<a href=\"theme-one.html\">The one theme</a>")
    }
}

extension [Token] {
    /// From the first start of an element to its first end.
    fileprivate func firstRange(of name: String) -> ArraySlice<Token>? {
        guard let start = firstIndex(where: { $0.tag?.name == name }) else { return nil }
        guard let end = self[start...].firstIndex(where: { $0.tag?.name == name && $0.tag?.kind == .end }) else {
            return nil
        }
        return self[start...end]
    }
}
