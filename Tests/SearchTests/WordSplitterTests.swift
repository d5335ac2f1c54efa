import Testing

@testable import Search

/// Texts and the words that they are found by. `Tests/browser/test_search.py` holds the scripts to the same.
@Suite("Words of a text")
struct WordSplitterTests {
    @Test(
        "are folded and split",
        arguments: [
            ("Trust, and AGAIN trust.", "trust and again trust"),
            ("don't don’t ‘quoted’ peers' o''clock", "dont dont quoted peers o clock"),
            ("Élan ÅNGSTRÖM naïve", "elan angstrom naive"),
            ("e\u{301}lan", "elan"),
            ("Łódź Ørsted Straße Æsir œuvre", "lodz orsted strasse aesir oeuvre"),
            ("ΟΔΟΣ οδός", "οδοσ οδοσ"),
            ("band 3 & 2½ x2", "band 3 2½ x2"),
            ("信頼 は trust", "信 頼 は trust"),
            ("الثقة، بيننا", "الثقة بيننا"),
            ("[they] (…) a–b a_b", "they a b a b"),
            ("İzmir ıslak", "izmir islak"),
            ("漢字 テスト abc字", "漢 字 テ ス ト abc 字"),
            ("データー", "テ ー タ ー"),
            ("co-op 3rd a’’b rock’", "co op 3rd a b rock"),
            ("", ""),
        ]
    )
    func split(_ text: String, _ words: String) {
        var splitter = WordSplitter()
        var found: [String] = []
        splitter.split(text) { found.append(String(decoding: $0, as: UTF8.self)) }
        #expect(found.joined(separator: " ") == words)
    }

    @Test(
        "are cut to forty units, never within a character",
        arguments: [
            (String(repeating: "ab", count: 30), String(repeating: "ab", count: 20)),
            (String(repeating: "a", count: 39) + "ςς", String(repeating: "a", count: 39) + "σ"),
            (String(repeating: "a", count: 39) + "𝔘b", String(repeating: "a", count: 39)),
        ]
    )
    func long(_ text: String, _ word: String) {
        var splitter = WordSplitter()
        var found: [String] = []
        splitter.split(text + " c") { found.append(String(decoding: $0, as: UTF8.self)) }
        #expect(found == [word, "c"])
    }
}
