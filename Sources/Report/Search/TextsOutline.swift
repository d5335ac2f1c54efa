import Fingerprints

/// What is known of a file of texts.
struct TextsOutline: Sendable {
    /// The fingerprint of all its texts.
    let fingerprint: Fingerprint
    /// How many words each of its quotes has.
    let sizes: [Int]
}
