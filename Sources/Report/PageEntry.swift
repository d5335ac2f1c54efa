import Diagnostics
import Fingerprints
import Study
import Templates

/// A page of the site. A class, as several lists hold each.
public final class PageEntry: Sendable {
    /// Its file, relative to the site's folder.
    public let address: String
    /// Whether it is for people to read in a browser, and not data or a table to download.
    public let isPage: Bool
    /// Whether it takes much longer than others, so that nobody should be left alone with it at the end.
    public let isLarge: Bool
    /// What it is called. Made when asked for: hardly anybody asks.
    let title: @Sendable () -> String
    /// What it was made from.
    let place: Place?
    private let preparation: @Sendable () -> PreparedPage

    /// Gathers what the page shows. May be called from any thread, and gives the same each time.
    public func prepare() -> PreparedPage { preparation() }

    /// Appends the page's bytes.
    public func render(_ output: inout [UInt8]) { prepare().render(&output) }

    /// A file that is no page, such as a table to download. `fingerprint` stands for all that it is made of.
    init(
        file address: String,
        shows fingerprint: @escaping @Sendable () -> Fingerprint? = { nil },
        write: @escaping @Sendable (inout [UInt8]) -> Void
    ) {
        self.address = address
        isPage = false
        isLarge = true
        title = { address }
        place = nil
        preparation = { PreparedPage(fingerprint: fingerprint, render: write) }
    }

    /// A page that is made of a model only when it is rendered, and let go of afterwards.
    ///
    /// `shows` adds all that the page is made of to a fingerprint, for a template's use: for pages of which there are many,
    /// or whose model takes long to make only to see that nothing of it has changed. Of others the model itself is asked.
    init<Model: PageModel>(
        _ target: Target?,
        address: String? = nil,
        title: @autoclosure @escaping @Sendable () -> String,
        place: Place? = nil,
        isLarge: Bool = false,
        template: Template<Model>,
        shows: (@Sendable (inout Fingerprinter, Use) -> Void)? = nil,
        model: @escaping @Sendable () -> Model
    ) {
        self.address = address ?? target.map(Addresses.href) ?? ""
        isPage = true
        self.isLarge = isLarge
        self.title = title
        self.place = place
        if let shows {
            preparation = {
                PreparedPage(
                    fingerprint: { Fingerprint { shows(&$0, template.use) } },
                    render: { Self.render(model(), template, &$0) }
                )
            }
        } else {
            preparation = {
                let model = model()
                return PreparedPage(
                    fingerprint: { template.fingerprint(of: model) },
                    render: { Self.render(model, template, &$0) }
                )
            }
        }
    }

    private static func render<Model: PageModel>(_ model: Model, _ template: Template<Model>, _ output: inout [UInt8]) {
        // Data cannot be nested deeper than the reader lets it, so there is nothing to report.
        var ignored = Diagnostics()
        template.render(model, into: &output, diagnostics: &ignored)
    }
}

/// What a page shows, gathered and not yet made into bytes.
public struct PreparedPage {
    /// The fingerprint of all that the page shows: as long as it is the same, the same program makes the same bytes of
    /// it with the same templates and words. Nil where working that out would take as long as making them.
    public let fingerprint: () -> Fingerprint?
    /// Appends the page's bytes.
    public let render: (inout [UInt8]) -> Void
}
