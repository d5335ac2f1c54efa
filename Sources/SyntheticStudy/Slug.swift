/// Names for ids and files: small letters, digits and hyphens.
enum Slug {
    /// A word without the letters that ids cannot have.
    static func ascii(_ word: String) -> String {
        String(
            decoding: word.utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D },
            as: UTF8.self
        )
    }
}
