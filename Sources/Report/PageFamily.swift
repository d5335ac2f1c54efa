import Fingerprints

/// Makes pages of which there are so many that each is no more than its position.
protocol PageFamily: AnyObject, Sendable {
    /// What a page is called.
    func title(of position: Int) -> String
    /// The fingerprint of all that a page shows.
    func fingerprint(of position: Int) -> Fingerprint
    /// Appends the bytes of a page.
    func render(_ position: Int, _ output: inout [UInt8])
}
