// All names here are invented for the tests.

import Interchange
import Testing

@Suite("Patterns of names and lines")
struct NamePatternTests {
    @Test(
        "A pattern fits whole names",
        arguments: [
            ("BSR*", "BSR04", true), ("bsr*", "BSR04", true), ("BSR*", "SR04", false), ("C#", "C4", true),
            ("C#", "C41", false),
            ("C{number}", "C41", true), ("??", "C4", true), ("* (staff)", "Anna  (staff)", true), ("", "", true),
            ("", "a", false),
        ]
    )
    func whole(pattern: String, name: String, fits: Bool) {
        #expect((NamePattern(pattern).match(name) != nil) == fits)
    }

    @Test(
        "A pattern takes the participant and the group from a name",
        arguments: [
            ("{group}_{participant}", "riders_Anna", "riders", "Anna"),
            ("{participant} - {group} interview", "Anna B - night riders Interview", "night riders", "Anna B"),
            ("{group}{number}", "BSR04", "BSR", nil),
            ("Interview * {participant}", "Interview 12 Anna", nil, "Anna"),
        ] as [(String, String, String?, String?)]
    )
    func parts(pattern: String, name: String, group: String?, participant: String?) {
        #expect(NamePattern(pattern).match(name) == NamePattern.Match(participant: participant, group: group))
    }

    @Test(
        "A pattern takes the speaker from the beginning of a line",
        arguments: [
            ("{speaker}:", "Anna: I waited: long.", "Anna"), ("{speaker}  {time}", "BSR01  30:28", "BSR01"),
            ("[{time}] {speaker}:", "[00:12:30] Dr. Who: Yes.", "Dr. Who"), ("{speaker}:", "No name here", nil),
        ] as [(String, String, String?)]
    )
    func lines(pattern: String, line: String, speaker: String?) {
        #expect(NamePattern(pattern).match(line, whole: false)?.participant == speaker)
    }

    @Test("A pattern of many stars takes no time")
    func stars() {
        let pattern = NamePattern(String(repeating: "*a", count: 60) + "b")
        #expect(pattern.match(String(repeating: "a", count: 290)) == nil)
    }
}
