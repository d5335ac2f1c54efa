import Testing

@testable import StudyFiles

@Suite("Names that stand for numbers")
struct NameTableTests {
    @Test("gives the number of each name, and none for others, however many share a place")
    func numbers() {
        let names = (0..<500).map { "code \($0)" } + ["é", "", "e"]
        var table = NameTable(capacity: names.count)
        for (number, name) in names.enumerated() { table.add(name, number) }
        table.add("code 7", 99)
        #expect(names.map { number(of: $0, in: table) } == names.indices.map { $0 })
        for other in ["code", "code 500", "Code 1", "e\u{301}", " "] { #expect(number(of: other, in: table) == nil) }
    }

    private func number(of name: String, in table: NameTable) -> Int? {
        Array(name.utf8).withUnsafeBufferPointer { table.number(of: $0) }
    }
}
