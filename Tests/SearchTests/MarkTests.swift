import Search
import Testing

@Suite("The mark of a content")
struct MarkTests {
    @Test("is another for any other texts, and for the same cut elsewhere")
    func different() {
        let contents = [
            [], [""], ["", ""], ["tea"], ["tea", ""], ["te", "a"], ["aet"], ["tea\0"], ["tea time"], ["tea time", ""],
            ["tea time for two"], ["tea time", " for two"], ["tea times for two"], [" for two", "tea time"],
            ["tea time for tw\u{F3}"], ["\0\0\0\0\0\0\0\0"], ["\0\0\0\0\0\0\0"], ["\0"],
        ]
        #expect(Set(contents.map(Self.mark)).count == contents.count)
    }

    @Test("is the same on every machine")
    func same() {
        #expect(Self.mark(["tea time for two", "né"]) == "34prrwomjgbsv")
    }

    private static func mark(_ texts: [String]) -> String {
        var mark = Mark()
        for text in texts { mark.add(text) }
        return mark.text
    }
}
