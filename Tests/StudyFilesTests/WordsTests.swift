import Study
import Testing

@testable import StudyFiles

@Suite("Who said what")
struct WordsTests {
    @Test("is the same, with one hash, however accents are written")
    func same() {
        let speaker = ParticipantID("C4")
        // The accent on its own and as a part of its letter.
        let apart = Words(speaker, "In the cafe\u{301}.")
        let joined = Words(speaker, "In the caf\u{E9}.")
        #expect(apart == joined)
        #expect(apart.hash == joined.hash)
        #expect(Set([apart]).contains(joined))
        #expect(apart != Words(speaker, "In the cafe."))
        #expect(apart != Words(ParticipantID("C5"), "In the cafe\u{301}."))
    }
}
