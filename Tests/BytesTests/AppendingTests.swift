import Bytes
import Testing

@Suite("Appending to bytes")
struct AppendingTests {
    @Test("Numbers are written in decimal digits", arguments: [0, 7, 10, -1, 1234, Int.max, Int.min])
    func decimal(number: Int) {
        var bytes = Array("n: ".utf8)
        bytes.append(decimal: number)
        #expect(String(decoding: bytes, as: UTF8.self) == "n: \(number)")
    }

    @Test("Many numbers are written with a byte before each")
    func decimals() {
        var bytes = Array("n".utf8)
        bytes.append(decimals: [3, -14, Int.min, 0], eachAfter: UInt8(ascii: ","))
        #expect(String(decoding: bytes, as: UTF8.self) == "n,3,-14,-9223372036854775808,0")
        bytes.append(decimals: [], eachAfter: UInt8(ascii: ","))
        #expect(bytes.count == 30)
    }

    @Test("Texts and literals are written as they are")
    func texts() {
        var bytes: [UInt8] = []
        bytes.append(utf8: "Łódź, " + String(repeating: "é", count: 20))
        bytes.append(" → “”")
        #expect(String(decoding: bytes, as: UTF8.self) == "Łódź, éééééééééééééééééééé → “”")
    }
}
