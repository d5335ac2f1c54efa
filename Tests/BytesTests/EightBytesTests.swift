import Bytes
import Testing

@Suite("Looking at eight bytes at once")
struct EightBytesTests {
    @Test("finds the first of those that are looked for, wherever it stands, as looking at each does")
    func first() {
        for (number, bytes) in Self.texts.enumerated() {
            let start = bytes.isEmpty ? 0 : number % bytes.count
            let rest = bytes.indices.dropFirst(start)
            bytes.withUnsafeBufferPointer { text in
                #expect(
                    text.next(from: start) { $0.places(of: 0x22) } == rest.first { bytes[$0] == 0x22 } ?? text.count
                )
                #expect(
                    text.next(from: start) { $0.places(below: 0x20) } == rest.first { bytes[$0] < 0x20 } ?? text.count
                )
                #expect(
                    text.next(from: start) { $0.places(of: 0x26, orWith: 0x01) }
                        == rest.first { bytes[$0] == 0x26 || bytes[$0] == 0x27 } ?? text.count
                )
                #expect(
                    text.next(from: start) { $0.places(below: 0x09) | $0.places(of: 0x22) | $0.places(of: 0xE2) }
                        == rest.first { bytes[$0] < 0x09 || bytes[$0] == 0x22 || bytes[$0] == 0xE2 } ?? text.count
                )
                #expect(text.areASCII == bytes.allSatisfy { $0 < 0x80 })
            }
        }
    }

    @Test("counts words as looking at each byte does")
    func words() {
        for bytes in Self.texts {
            let spaces: [UInt8] = [0x20, 0x0A, 0x09, 0x0D]
            let words = bytes.split { spaces.contains($0) }.count
            #expect(bytes.withUnsafeBufferPointer(\.wordCount) == words)
        }
    }

    /// Texts of all lengths up to 40, of bytes that are close to those that are looked for.
    private static let texts: [[UInt8]] = {
        let bytes: [UInt8] = [
            0x00, 0x08, 0x09, 0x0A, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x26, 0x27, 0x61, 0x7F, 0x80, 0xE2, 0xFF,
        ]
        var random: UInt64 = 1
        func next(below limit: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % limit
        }
        return (0..<4000).map { number in
            // Some with hardly anything to find, so that it is found far behind.
            let isRare = number % 2 == 0
            return (0..<next(below: 41)).map { _ in
                isRare && next(below: 16) > 0 ? 0x61 : bytes[next(below: bytes.count)]
            }
        }
    }()
}
