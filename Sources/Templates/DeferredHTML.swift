import Fingerprints
import Markup
import Synchronization

/// Markup that is made when a template first asks for it. Until then it is known by what it is made of.
public final class DeferredHTML: Sendable {
    /// As long as this is the same, the markup is.
    public let fingerprint: Fingerprint
    private let make: @Sendable () -> HTML
    private let made = Mutex<HTML?>(nil)

    /// Markup with the fingerprint of all that it is made of.
    public init(_ fingerprint: Fingerprint, _ make: @escaping @Sendable () -> HTML) {
        self.fingerprint = fingerprint
        self.make = make
    }

    /// Markup that is there already and that many pages show: what it is made of is worked out once.
    public convenience init(_ html: HTML) {
        self.init(Fingerprint { $0.add(html.bytes) }) { html }
    }

    /// The markup.
    public var html: HTML {
        made.withLock { made in
            if let made { return made }
            let html = make()
            made = html
            return html
        }
    }
}

extension Field {
    /// Markup that may be missing, and that takes long enough to make that it is only made for a page that is rendered.
    public static func deferredHTML(
        _ name: String,
        _ get: @escaping @Sendable (Model) -> DeferredHTML?
    ) -> Field {
        let printed = optionalHTML(name) { get($0)?.html }.getter
        let getter = Getter(isShown: printed.isShown, print: printed.print, enter: printed.enter) {
            model,
            fingerprinter,
            _ in
            let deferred = get(model.assumingMemoryBound(to: Model.self).pointee)
            fingerprinter.add(deferred == nil ? 0 : 1)
            if let deferred { fingerprinter.add(deferred.fingerprint) }
        }
        return Field(name, .html, getter)
    }

    /// The same field, known by a fingerprint of what it is made of: for what would take long to make only to see that it
    /// has not changed.
    public func known(by fingerprint: @escaping @Sendable (Model) -> Fingerprint) -> Field {
        let getter = Getter(isShown: getter.isShown, print: getter.print, enter: getter.enter) {
            model,
            fingerprinter,
            _ in
            fingerprinter.add(fingerprint(model.assumingMemoryBound(to: Model.self).pointee))
        }
        return Field(name, kind, getter)
    }
}
