import CSV
import Diagnostics
import TestSupport
import Testing

@Suite("Editing a table in place")
struct CSVEditorTests {
    private func cells(_ bytes: [UInt8]) throws -> [[String]] {
        let editor = try #require(CSVEditor(bytes))
        return [editor.table.header.map(\.text)] + editor.table.rows.map { $0.fields.map(\.text) }
    }

    /// Rows as they compare: empty cells at the end may be there or not.
    private func trimmed(_ rows: [[String]]) -> [[String]] {
        rows.map { row in
            var row = row
            while row.last == "" { row.removeLast() }
            return row
        }
    }

    @Test("whatever is changed, what is read again is the table with just these changes", arguments: 0..<200)
    func property(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let words = ["a", "b c", "d;e", "f,g", "h\"i", "j\nk", " l ", "é", "“m”", "", "\t"]
        let ends = ["\n", "\r\n", "\r"]
        let delimiter = [",", ";", "\t"].randomElement(using: &random) ?? ","
        let end = ends.randomElement(using: &random) ?? "\n"
        func field(_ text: String) -> String {
            let mustQuote = text.contains { "\n\";,\t".contains($0) }
            guard mustQuote || Bool.random(using: &random) else { return text }
            return "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
        var rows: [[String]] = [["one", "two", "three"]]
        for index in 0..<Int.random(in: 0..<6, using: &random) {
            let count = Int.random(in: 1...3, using: &random)
            rows.append(
                ["r\(index)"] + (1..<3).prefix(count - 1).map { _ in words.randomElement(using: &random) ?? "" }
            )
        }
        var text = rows.map { $0.map { field($0) }.joined(separator: delimiter) }.joined(separator: end)
        if Bool.random(using: &random) { text += end }
        let original = Array(text.utf8)
        var editor = try #require(CSVEditor(original))
        #expect(editor.bytes == original)
        var expected = rows
        if Bool.random(using: &random) {
            #expect(editor.addColumn("four") == 3)
            expected[0].append("four")
        }
        for _ in 0..<4 where rows.count > 1 {
            let row = Int.random(in: 1..<rows.count, using: &random)
            let column = Int.random(in: 1..<expected[0].count, using: &random)
            let word = words.randomElement(using: &random) ?? ""
            editor.set(word, row: row - 1, column: column)
            while expected[row].count <= column { expected[row].append("") }
            expected[row][column] = word
        }
        if rows.count > 2, Bool.random(using: &random) {
            editor.remove(row: 1)
            expected.remove(at: 2)
        }
        if Bool.random(using: &random) {
            let added = ["new"] + [words.randomElement(using: &random) ?? ""]
            editor.append(added)
            expected.append(added)
        }
        #expect(trimmed(try cells(editor.bytes)) == trimmed(expected))
    }
}
