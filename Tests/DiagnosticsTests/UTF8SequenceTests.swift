import Diagnostics
import Testing

@Suite("What is UTF-8")
struct UTF8SequenceTests {
    private static let pieces: [[UInt8]] = [
        Array("some words".utf8), Array("é".utf8), Array("„“".utf8), Array("\u{1F600}".utf8), [0x41], [0x80], [0xC3],
        [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
        Array("12345678".utf8), [0x00], [],
    ]

    @Test("is known as the standard library knows it", arguments: Self.pieces)
    func threeInARow(first: [UInt8]) {
        for second in Self.pieces {
            for third in Self.pieces {
                let bytes = first + second + third
                let isValid = String(validating: bytes, as: UTF8.self) != nil
                bytes.withUnsafeBufferPointer { buffer in
                    #expect(UTF8Sequence.areValid(buffer) == isValid, "\(bytes)")
                    #expect(String(probablyUTF8: buffer) == String(decoding: bytes, as: UTF8.self))
                    let stop = bytes.firstIndex { $0 == 0 || $0 >= 0x80 } ?? bytes.count
                    let found = UTF8Sequence.afterPlain(buffer, from: 0)
                    #expect(found == stop || (found < stop && bytes.count - found < 8), "\(bytes)")
                }
            }
        }
    }
}
