import Fingerprints
import Synchronization
import Templates

/// What many pages show, made once. What it amounts to is worked out once for each template that shows it.
protocol SharedCard: AnyObject, TemplateData {
    var seen: SeenFingerprints { get }
}

extension SharedCard {
    func add(to fingerprinter: inout Fingerprinter, for use: Use) {
        fingerprinter.add(seen.fingerprint(for: use) { Fingerprint { addFields(to: &$0, for: use) } })
    }
}

/// The fingerprints of one card, by the template that sees it.
final class SeenFingerprints: Sendable {
    // A few at most, so that looking through them is quick.
    private let known = Mutex<[(use: ObjectIdentifier, fingerprint: Fingerprint)]>([])

    /// The fingerprint of what a template sees; `make` makes it if it is not known.
    func fingerprint(for use: Use, _ make: () -> Fingerprint) -> Fingerprint {
        let use = ObjectIdentifier(use)
        if let known = known.withLock({ $0.first { $0.use == use }?.fingerprint }) { return known }
        // Not under the lock: cards hold cards. Two threads may make it, and make the same.
        let made = make()
        known.withLock { $0.append((use, made)) }
        return made
    }
}
