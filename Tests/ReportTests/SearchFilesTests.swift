import Foundation
import TestSupport
import Testing

/// The study is invented; see TinyStudy.
@Suite("What scripts search in")
struct SearchFilesTests {
    @Test("knows who said what, in the explorer's order")
    func study() throws {
        let study = try Self.value("search/study", of: Site(TinyStudy.folder()))
        let quotes = try #require(study["quotes"] as? [String: Any])
        let ids = try #require(quotes["ids"] as? [String])
        #expect(ids.map { $0.prefix(4) } == ["d1-1", "m1-1", "d2-1"], "\(ids)")
        #expect(quotes["byStudy"] as? [Int] == [1, 0, 2])
        #expect(quotes["participants"] as? [Int] == [1, 0, 2])
        #expect(quotes["themes"] as? [[Int]] == [[0], [1, 2], [2]])
        #expect(quotes["sizes"] as? [Int] == [4, 4, 4])
        let themes = try #require(study["themes"] as? [[String: Any]])
        #expect(themes.map { $0["slug"] as? String } == ["comfort", "company", "waiting"])
        #expect(themes.map { $0["parent"] as? Int } == [nil, 0, nil])
        #expect(themes.map { $0["constructs"] as? [Int] } == [[0], [0], [1]])
        let claims = try #require(study["claims"] as? [[String: Any]])
        #expect(claims.map { $0["slug"] as? String } == ["slow", "kettle", "calm"])
        #expect(claims.map { $0["quotes"] as? [Int] } == [[], [], [1]])
    }

    @Test("finds everything that has a place in the site")
    func others() throws {
        let site = try Site(TinyStudy.folder())
        let study = try Self.value("search/study", of: site)
        let kinds = try #require(study["kinds"] as? [String])
        let others = try #require(study["others"] as? [[Any]])
        let found = others.compactMap { other -> String? in
            guard let kind = other[0] as? Int, let href = other[2] as? String else { return nil }
            return "\(kinds[kind]) \(href)"
        }
        #expect(
            found == [
                "theme theme-comfort.html", "theme theme-company.html", "theme theme-waiting.html",
                "construct construct-warmth.html", "construct construct-patience.html",
                "proposition proposition-slow.html", "box box-kettle.html", "box box-calm.html",
                "question guide-makers.html#question-1", "question guide-makers.html#question-2",
                "question guide-makers.html#question-3", "question guide-drinkers.html#question-1",
                "group group-makers.html", "group group-drinkers.html", "participant participant-m1.html",
                "participant participant-d1.html", "participant participant-d2.html", "page methods.html",
                "page theory.html", "page logic-model.html", "reference references.html#ref-brewer2020",
            ]
        )
    }

    @Test("has the texts, with context and source where there are any")
    func texts() throws {
        let folder = TinyStudy.folder([
            "quotes/all.csv": """
            id,participant,codes,text,context,source
            m1-1,M1,company,"It's ""better"".

            Together.",Asked,Line 3
            d1-1,D1,waiting,I wait.,,

            """
        ])
        let texts = try #require(
            try Self.read("search/texts-0", of: Site(folder)) as? [Any]
        )
        #expect(texts[0] as? [String] == ["It's \"better\".\n\nTogether.", "Asked", "Line 3"])
        #expect(texts[1] as? String == "I wait.")
        #expect((texts[2] as? String)?.hasPrefix("Tea comforts.\nSee one maker") == true)
    }

    @Test("is asked for by another name when it changes, and only then")
    func marks() throws {
        func marks(_ folder: String) throws -> [String] {
            let site = try Site(TinyStudy.folder("quotes/all.csv", replacing: "I wait for it.", with: folder))
            let study = try Self.value("search/study", of: site)
            let texts = try #require(study["texts"] as? [String: Any])
            return try #require(texts["marks"] as? [String]) + [try #require(study["terms"] as? String)]
        }
        let first = try marks("I wait for it.")
        #expect(try marks("I wait for it.") == first)
        #expect(try zip(marks("I wait for it?"), first).allSatisfy { $0 != $1 })
        // And each file says by which.
        let files = try Site(TinyStudy.folder()).files
        for (name, mark) in zip(["search/texts-0.js", "search/terms.js"], first) {
            #expect(files[name]?.hasSuffix("'),\"\(mark)\");\n") == true, "\(name)")
        }
    }

    @Test("has the file of words that it had when a quote is recoded, and another when a word changes")
    func recoded() throws {
        func terms(_ edit: (String, String)) throws -> String {
            let site = try Site(TinyStudy.folder("quotes/all.csv", replacing: edit.0, with: edit.1))
            return try #require(site.files["search/terms.js"])
        }
        let before = try terms(("", ""))
        #expect(try terms(("d1-1,D1,comfort code,", "d1-1,D1,waiting,")) == before)
        #expect(try terms(("I wait for it.", "I hope for it.")) != before)
        let recoded = try Self.value(
            "search/study",
            of: Site(TinyStudy.folder("quotes/all.csv", replacing: "d1-1,D1,comfort code,", with: "d1-1,D1,waiting,"))
        )
        // By group among those of their theme; and each has its place in the study.
        let quotes = try #require(recoded["quotes"] as? [String: Any])
        let ids = try #require(quotes["ids"] as? [String])
        #expect(ids.map { $0.prefix(4) } == ["m1-1", "d1-1", "d2-1"])
        #expect(quotes["byStudy"] as? [Int] == [0, 1, 2])
    }

    @Test("has another file of words for another context or another title; what it says is the same for another source")
    func otherWords() throws {
        func terms(context: String = "Asked", source: String = "Line 3", title: String = "Warmth") throws -> String {
            let folder = TinyStudy.folder([
                "quotes/all.csv": """
                id,participant,codes,text,context,source
                m1-1,M1,company,We share it.,\(context),\(source)
                d1-1,D1,waiting,I wait.,,

                """,
                "study.yml": try #require(TinyStudy.files["study.yml"])
                    .replacing("title: Warmth", with: "title: \(title)"),
            ])
            return try #require(Site(folder).files["search/terms.js"])
        }
        let before = try terms()
        #expect(try terms(context: "Told") != before)
        #expect(try terms(title: "Heat") != before)
        #expect(try Self.words(in: terms(source: "Line 4")) == Self.words(in: before))
    }

    /// A file of words without the mark at its end.
    private static func words(in file: String) -> Substring {
        file[..<(file.ranges(of: "'),").last?.lowerBound ?? file.endIndex)]
    }

    @Test("has the words that scripts say, and no others")
    func words() throws {
        let words = try Self.value("assets/words", of: Site(TinyStudy.folder()))
        #expect(words["count-quotes.one"] as? String == "{count} quote")
        #expect(words.keys.allSatisfy { $0.hasPrefix("script-") || $0.hasPrefix("count-") })
    }

    /// What a file hands over, as a browser reads it.
    private static func read(_ name: String, of site: Site) throws -> Any {
        let file = try #require(site.files[name + ".js"])
        let start = "verbatim.receive(\"\(name)\",JSON.parse('"
        #expect(file.hasPrefix(start))
        let end = try #require(file.ranges(of: "')").last)
        let literal = file[..<end.lowerBound].dropFirst(start.count)
        let json = literal.replacing("\\'", with: "'").replacing("\\\\", with: "\\")
        return try JSONSerialization.jsonObject(with: Data(json.utf8))
    }

    private static func value(_ name: String, of site: Site) throws -> [String: Any] {
        try #require(try read(name, of: site) as? [String: Any])
    }
}
