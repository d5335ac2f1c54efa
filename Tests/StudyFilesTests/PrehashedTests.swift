import Study
import Testing

@testable import StudyFiles

@Suite("Keys whose hash is known")
struct PrehashedTests {
    @Test("are the same if what they stand for is the same")
    func same() {
        // The accent on its own and as a part of its letter.
        let apart = Prehashed(QuoteID("cafe\u{301}-1"))
        let joined = Prehashed(QuoteID("caf\u{E9}-1"))
        #expect(apart == joined)
        #expect(Set([apart]).contains(joined))
        #expect(apart != Prehashed(QuoteID("cafe-1")))
    }
}
