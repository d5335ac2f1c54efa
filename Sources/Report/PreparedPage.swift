import Bytes
import Fingerprints

/// What a page shows, gathered and not yet made into bytes.
public struct PreparedPage {
    private enum Source {
        case itself(fingerprint: () -> Fingerprint?, render: (inout ByteStream) -> Void)
        case family(any PageFamily, position: Int)
    }

    private let source: Source

    init(fingerprint: @escaping () -> Fingerprint?, render: @escaping (inout ByteStream) -> Void) {
        source = .itself(fingerprint: fingerprint, render: render)
    }

    init(of family: any PageFamily, at position: Int) {
        source = .family(family, position: position)
    }

    /// The fingerprint of all that the page shows: as long as it is the same, the same program makes the same bytes of
    /// it with the same templates and words. Nil where working that out would take as long as making them.
    public func fingerprint() -> Fingerprint? {
        switch source {
        case .itself(let fingerprint, _): fingerprint()
        case .family(let family, let position): family.fingerprint(of: position)
        }
    }

    /// Appends the page's bytes.
    public func render(_ output: inout ByteStream) {
        switch source {
        case .itself(_, let render): render(&output)
        case .family(let family, let position): family.render(position, &output.bytes)
        }
    }
}
