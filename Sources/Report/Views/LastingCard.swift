import Fingerprints
import Synchronization
import Templates

/// What many pages name and hardly anything changes: a quote with its words, the name of a theme, a group or a
/// participant. One fingerprint of all that it has stands for it in every template.
///
/// Counts do not belong here, nor anything else that changes with other parts of the study: all pages that name the card
/// would have to be made again.
protocol LastingCard: AnyObject, TemplateData {
    var fingerprint: Fingerprint { get }
}

extension LastingCard {
    func add(to fingerprinter: inout Fingerprinter, for use: Use) { fingerprinter.add(fingerprint) }
}

/// A lasting card that asks all its fields for its fingerprint, once.
protocol NamingCard: LastingCard {
    var whole: WholeFingerprint { get }
}

extension NamingCard {
    /// The fingerprint of all its fields.
    var fingerprint: Fingerprint { whole.get { Fingerprint { addFields(to: &$0, for: .everything) } } }
}

/// The fingerprint of one card: made when it is first asked for, and then at hand without a lock.
final class WholeFingerprint: Sendable {
    // Zero until it is made. Whoever sees one half without the other makes both again, and the same.
    private let first = Atomic<UInt64>(0)
    private let second = Atomic<UInt64>(0)

    /// The fingerprint; `make` makes it if it is not known.
    func get(_ make: () -> Fingerprint) -> Fingerprint {
        let known = (first.load(ordering: .relaxed), second.load(ordering: .relaxed))
        if known.0 != 0, known.1 != 0 { return Fingerprint(known.0, known.1) }
        let made = make()
        first.store(made.halves.0, ordering: .relaxed)
        second.store(made.halves.1, ordering: .relaxed)
        return made
    }
}
