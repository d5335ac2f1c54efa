import Fingerprints
import Templates

/// What many pages show, made once. What it amounts to is worked out once, too.
protocol SharedCard: AnyObject, TemplateData {
    /// The fingerprint of all that a template can see of it.
    var seen: Once<Fingerprint> { get }
}

extension SharedCard {
    func add(to fingerprinter: inout Fingerprinter) {
        fingerprinter.add(seen.get { Fingerprint { addFields(to: &$0) } })
    }
}
