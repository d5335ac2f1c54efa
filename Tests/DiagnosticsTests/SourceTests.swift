import Diagnostics
import Testing

@Suite("Lines of a text")
struct SourceTests {
    @Test(
        "are found wherever their ends stand among eight bytes",
        arguments: ["\n", "\r", "\r\n", "\n\n", "\r\r\n", "\n\r"]
    )
    func everyAlignment(end: String) {
        for before in 0..<20 {
            for after in 0..<12 {
                let text = String(repeating: "é", count: before) + end + String(repeating: "x", count: after) + end
                let bytes = Array(text.utf8)
                var starts = [0]
                for index in bytes.indices {
                    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                    if bytes[index] == 0x0A || bytes[index] == 0x0D && !isPair { starts.append(index + 1) }
                }
                let source = Source(path: "a.md", text: bytes)
                #expect(source.lineCount == starts.count)
                #expect((1...starts.count).map { source.offset(line: $0, byteColumn: 1) } == starts)
                let numbers = (0...bytes.count).map { source.lineNumber(at: $0) }
                #expect(numbers == (0...bytes.count).map { source.position(at: $0).line })
            }
        }
    }

    @Test("are not found where bytes only look like line ends")
    func likeLineEnds() {
        // The bytes beside 0x0A and 0x0D, and those that differ from them in the highest bit.
        let bytes: [UInt8] = [
            0x09, 0x0B, 0x0C, 0x0E, 0x8A, 0x8D, 0x00, 0x80, 0xFF, 0x01, 0x0B, 0x0E, 0x10, 0x20, 0x2A, 0x2D,
        ]
        #expect(Source(path: "a.md", text: bytes).lineCount == 1)
    }
}
