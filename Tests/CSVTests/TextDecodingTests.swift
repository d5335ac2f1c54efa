// All texts here are invented for the tests.

import CSV
import TestSupport
import Testing

@Suite("Encodings")
struct TextDecodingTests {
    static let sample = "id,text\nC4,“Ça va – 5 €” 👍\n"

    @Test("UTF-8 is taken as it is")
    func utf8() {
        let decoded = TextDecoding.decode(Array(Self.sample.utf8))
        #expect(decoded.encoding == .utf8)
        #expect(decoded.problem == nil)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == Self.sample)
    }

    @Test("A byte order mark is taken off")
    func utf8WithBOM() {
        let decoded = TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array(Self.sample.utf8))
        #expect(decoded.encoding == .utf8WithBOM)
        #expect(decoded.problem == nil)
        #expect(decoded.utf8 == Array(Self.sample.utf8))
    }

    @Test("UTF-16 both ways, with and without byte order mark", arguments: [true, false], [true, false])
    func utf16(bigEndian: Bool, marked: Bool) {
        let text = (marked ? "\u{FEFF}" : "") + Self.sample
        let decoded = TextDecoding.decode(Self.encoded(Array(text.utf16), bigEndian: bigEndian))
        #expect(decoded.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
        #expect(decoded.problem == nil)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == Self.sample)
    }

    @Test("Windows-1252 is known by what cannot be UTF-8")
    func windows1252() {
        let decoded = TextDecoding.decode([0x93, 0xC7, 0x61, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35, 0x2C, 0xE9, 0xFF])
        #expect(decoded.encoding == .windows1252)
        #expect(decoded.problem == nil)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "“Ça” – €5,éÿ")
    }

    @Test("A capital before a closing quotation mark does not make Windows-1252 UTF-8")
    func windows1252WithAnAccidentalSequence() {
        let decoded = TextDecoding.decode([0x93, 0x43, 0x41, 0x46, 0xC9, 0x94])
        #expect(decoded.encoding == .windows1252)
        #expect(decoded.problem == nil)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "“CAFÉ”")
    }

    @Test("Plain English without accents is UTF-8, and so is nothing", arguments: ["", "a,b\n"])
    func ascii(text: String) {
        let decoded = TextDecoding.decode(Array(text.utf8))
        #expect(decoded.encoding == .utf8)
        #expect(decoded.problem == nil)
        #expect(decoded.utf8 == Array(text.utf8))
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let text: String
        let offset: Int
        let message: String
    }

    static let broken: [Broken] = [
        Broken(
            testDescription: "UTF-8 and a stray Windows-1252 letter",
            bytes: Array("é,".utf8) + [0xE9, 0x2C],
            text: "é,\u{FFFD},",
            offset: 3,
            message: "this is neither UTF-8 nor Windows-1252 throughout"
        ),
        Broken(
            testDescription: "a byte that means nothing in Windows-1252",
            bytes: [0xE9, 0x2C, 0x81],
            text: "é,\u{FFFD}",
            offset: 3,
            message: "this is neither UTF-8 nor Windows-1252 throughout"
        ),
        Broken(
            testDescription: "an invalid byte after a byte order mark",
            bytes: [0xEF, 0xBB, 0xBF, 0x61, 0xE9],
            text: "a\u{FFFD}",
            offset: 1,
            message: "this is not UTF-8, which the file says that it is"
        ),
        Broken(
            testDescription: "UTF-8 cut off in the middle of a character",
            bytes: Array("it’s é".utf8.dropLast()),
            text: "it’s \u{FFFD}",
            offset: 7,
            message: "this is neither UTF-8 nor Windows-1252 throughout"
        ),
        Broken(
            testDescription: "NUL in a text of one byte a letter",
            bytes: Array("id,text,".utf8) + [0],
            text: "id,text,\0",
            offset: 8,
            message: "this is not text: the file holds NUL bytes"
        ),
        Broken(
            testDescription: "half a pair in UTF-16",
            bytes: encoded([0xFEFF, 0x20AC, 0xD83D, 0x61], bigEndian: false),
            text: "€\u{FFFD}a",
            offset: 3,
            message: "this is not valid UTF-16: half of a character is missing"
        ),
        Broken(
            testDescription: "the other half of a pair in UTF-16",
            bytes: encoded([0xFEFF, 0xDC4D], bigEndian: true),
            text: "\u{FFFD}",
            offset: 0,
            message: "this is not valid UTF-16: half of a character is missing"
        ),
        Broken(
            testDescription: "UTF-16 with a byte too few",
            bytes: encoded([0xFEFF, 0x61], bigEndian: false) + [0x62],
            text: "a\u{FFFD}",
            offset: 1,
            message: "this is not valid UTF-16: the file ends in the middle of a character"
        ),
    ]

    @Test("What cannot be read is a problem at its place", arguments: broken)
    func problem(broken: Broken) {
        let decoded = TextDecoding.decode(broken.bytes)
        #expect(decoded.problem?.offset == broken.offset)
        #expect(decoded.problem?.message == broken.message)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == broken.text)
    }

    @Test("Whatever the bytes are, the result is valid UTF-8")
    func alwaysValid() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let decoded = TextDecoding.decode(bytes)
            #expect(String(validating: decoded.utf8, as: UTF8.self) != nil, "\(bytes)")
            #expect((0...decoded.utf8.count).contains(decoded.problem?.offset ?? 0), "\(bytes)")
        }
    }

    static func encoded(_ units: [UInt16], bigEndian: Bool) -> [UInt8] {
        units.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }
}
