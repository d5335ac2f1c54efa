// All texts here are invented for the tests.

import Interchange
import Testing

@Suite("NVivo's reports as text")
struct NVivoReportTests {
    static let english = """
        <Files\\\\Riders\\\\Anna> - § 2 references coded  [6.78% Coverage]

        Reference 1 - 5.80% Coverage

        The bus came late.

        I waited.

        Reference 2 - 0.98% Coverage

        It rained – as always.
        <Files\\\\Drivers\\\\Ben> - § 1 reference coded  [1.20% Coverage]

        Reference 1 - 1.20% Coverage

        Nobody told us.
        """

    @Test("Each reference is a quote, coded with what the file is called")
    func references() throws {
        let read = try CodedProject.read(bytes: Array(Self.english.utf8), name: "Waiting.txt")
        #expect(read.texts == ["The bus came late.\n\nI waited.", "It rained – as always.", "Nobody told us."])
        #expect(read.codes.map(\.path) == [["Waiting"]])
        #expect(read.participants.map(\.name) == ["Anna", "Ben"])
        #expect(read.participants.map(\.group) == ["Riders", "Drivers"])
        #expect(read.origin.format == .nvivoReport)
        #expect(read.findings.isEmpty)
    }

    @Test("Reports in other languages and encodings are read alike")
    func german() throws {
        let text =
            "Internals\\\\Anna - § 1 Referenz kodiert [ 6,78% Abdeckung]\r\n\r\nReferenz 1 - 6,78% Abdeckung\r\n\r\nDer Bus kam spät.\r\n"
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let read = try CodedProject.read(bytes: bytes, name: "Warten.txt")
        #expect(read.texts == ["Der Bus kam spät."])
        #expect(read.participants.map(\.name) == ["Anna"])
    }

    @Test("Reports of several codes are read together, and a passage with two codes is one quote")
    func several() throws {
        let other =
            "<Files\\\\Drivers\\\\Ben> - § 2 references coded  [1.20% Coverage]\n\nReference 1 - 1.20% Coverage\n\nNobody told us.\n"
        let read = try CodedProject.read(
            bytes: Array(Self.english.utf8),
            name: "Waiting.txt",
            beside: ["Waiting.txt": Array(Self.english.utf8), "Silence.txt": Array(other.utf8), "notes.txt": [0x41]]
        )
        #expect(read.texts == ["The bus came late.\n\nI waited.", "It rained – as always.", "Nobody told us."])
        #expect(
            read.quotations.map { $0.codes.map { read.codes[$0].name } } == [
                ["Waiting"], ["Waiting"], ["Waiting", "Silence"],
            ]
        )
        #expect(read.findings.map(\.summary) == ["‘Ben’ should hold 2 references and holds 1"])
    }
}
