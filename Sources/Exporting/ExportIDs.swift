import Fingerprints
import Study

/// The ids by which QDA tools know what is exported. They are made from the names that the study gives, so the same things
/// have the same ids in every export of a study, and others in another study.
struct ExportIDs: Sendable {
    let study: String

    func code(_ id: ThemeID) -> String { guid("code", id.rawValue) }
    func participant(_ id: ParticipantID) -> String { guid("case", id.rawValue) }
    func source(_ id: ParticipantID) -> String { guid("source", id.rawValue) }
    func selection(_ id: QuoteID) -> String { guid("selection", id.rawValue) }
    func coding(_ quote: QuoteID, _ theme: ThemeID) -> String { guid("coding", quote.rawValue, theme.rawValue) }
    func variable(_ name: String) -> String { guid("variable", name) }
    func group(_ name: String) -> String { guid("group", name) }
    var user: String { guid("user", "") }

    /// A UUID of version 8 (RFC 9562), whose other bits are a fingerprint: neither random nor from a known hash.
    private func guid(_ parts: String...) -> String {
        let fingerprint = Fingerprint { fingerprinter in
            fingerprinter.add(study)
            for part in parts { fingerprinter.add(part) }
        }
        let first = fingerprint.halves.0 & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        let second = fingerprint.halves.1 & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = Array(Fingerprint(first, second).text.utf8)
        let ends = [0, 8, 12, 16, 20, 32]
        return zip(ends, ends.dropFirst()).map { String(decoding: digits[$0..<$1], as: UTF8.self) }.joined(
            separator: "-"
        )
    }
}
