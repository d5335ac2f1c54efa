import Diagnostics
import Study
import StudyFiles
import SyntheticStudy
import Testing

@Suite("A synthetic study")
struct SyntheticStudyTests {
    @Test("is accepted without an error or a warning, and has as much of everything as its size says", arguments: sizes)
    func counts(_ size: StudySize) throws {
        let reading = read(size, seed: 7)
        // Groups that are silent on a theme are part of a realistic study, and nothing else is to be said of it.
        let findings = reading.diagnostics.all.filter { $0.rule.name != "silent-group" }
        #expect(findings.map(\.summary) == [])
        #expect(reading.diagnostics.all.count > 0)
        let study = try #require(reading.study)
        #expect(study.themes.count { $0.parent == nil } == size.themes)
        #expect(study.themes.count { $0.parent != nil } == size.subThemes)
        #expect(study.quotes.count == size.quotes)
        #expect(study.participants.count == size.participants)
        #expect(study.groups.count == size.groups)
        #expect(study.guides.count == size.groups)
        #expect(study.framework?.constructs.count == StudySize.constructs)
        #expect(study.theory?.propositions.count == size.propositions)
        #expect(study.logicModel?.boxes.count == size.boxes)
        #expect(study.logicModel?.arrows.count == size.arrows)
        #expect(study.pages.count == StudySize.pages)
        #expect(study.references.count == size.references)
    }

    @Test("says of itself that it is one")
    func disclaimer() throws {
        let about = try #require(read(.small, seed: 1).study).about
        #expect(about.title.hasPrefix("Synthetic"))
        #expect(about.notice?.markdown.hasPrefix("Synthetic: nobody said any of this.") == true)
        #expect(about.summary?.hasPrefix("Synthetic: nobody said any of this.") == true)
    }

    @Test("has the quotes that are awkward in real studies, however small it is", arguments: [1, 7, 2_000] as [UInt64])
    func awkwardQuotes(_ seed: UInt64) throws {
        let quotes = try #require(read(.small, seed: seed).study).quotes
        let signs = [
            "[inaudible 00:", "‘", "“", "\"yes\"", "; ", "&amp;", "ł", "\n\n", "<b>loud</b>", "قالوا", "「", "... ",
        ]
        for sign in signs { #expect(quotes.contains { $0.text.contains(sign) }, "\(sign)") }
        #expect(quotes.contains { quote in ["=", "+", "-", "@"].contains { quote.text.hasPrefix($0) } })
        #expect(quotes.contains { !$0.text.contains(" ") })
        #expect(quotes.contains { $0.text.split(separator: " ").count >= 400 })
    }

    @Test("spreads its quotes as interviews do")
    func distribution() throws {
        let study = try #require(read(.medium, seed: 7).study)
        let lengths = study.quotes.map { $0.text.split(whereSeparator: \.isWhitespace).count }.sorted()
        #expect((40...50).contains(lengths[lengths.count / 2]))
        var supports: [ThemeID: Int] = [:]
        for theme in study.quotes.flatMap(\.themes) { supports[theme, default: 0] += 1 }
        let counts = supports.values.sorted()
        // The theme with the most has many times what half of them have.
        #expect(counts[counts.count - 1] > 5 * counts[counts.count / 2])
        #expect(Set(study.quotes.map(\.themes.count)) == [1, 2, 3, 4])
    }

    @Test("is the same to the byte for the same seed, and another for another", arguments: [StudySize.small, .medium])
    func seeds(_ size: StudySize) {
        let files = SyntheticStudy(size: size, seed: 7).files()
        #expect(SyntheticStudy(size: size, seed: 7).files() == files)
        let others = SyntheticStudy(size: size, seed: 8).files()
        // What is the same for all studies: nothing.
        #expect(Set(files).isDisjoint(with: others))
    }

    @Test("does not change from one machine or version to the next unless somebody means it to")
    func fingerprint() {
        let files = SyntheticStudy(size: .small, seed: 7).files()
        let mark = files.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { mark, file in
            (Array(file.path.utf8) + file.bytes).reduce(mark) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
        }
        #expect(String(mark, radix: 16) == "e17646282ebe11e4")
    }

    static let sizes = [StudySize.small, .medium]

    private func read(_ size: StudySize, seed: UInt64) -> Reading {
        let files = SyntheticStudy(size: size, seed: seed).files()
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
        return StudyReader.read(StudyFolder(texts: texts))
    }
}
