import Bytes
import Diagnostics
import Fingerprints
import Study
import Templates

/// A page of the site. A class, as several lists hold each.
public final class PageEntry: Sendable {
    /// What a page is made by.
    private enum Source: Sendable {
        case itself(title: @Sendable () -> String, prepare: @Sendable () -> PreparedPage)
        case family(any PageFamily, position: Int)
    }

    /// Its file, relative to the site's folder.
    public let address: String
    /// Whether it is for people to read in a browser, and not data or a table to download.
    public let isPage: Bool
    /// Whether it takes much longer than others, so that nobody should be left alone with it at the end.
    public let isLarge: Bool
    /// What it was made from.
    let place: Place?
    private let source: Source

    /// What it is called. Made when asked for: hardly anybody asks.
    var title: String {
        switch source {
        case .itself(let title, _): title()
        case .family(let family, let position): family.title(of: position)
        }
    }

    /// Gathers what the page shows. May be called from any thread, and gives the same each time.
    public func prepare() -> PreparedPage {
        switch source {
        case .itself(_, let prepare): prepare()
        case .family(let family, let position): PreparedPage(of: family, at: position)
        }
    }

    /// Appends the page's bytes.
    public func render(_ output: inout ByteStream) { prepare().render(&output) }

    /// A file that is no page, such as a table to download. `fingerprint` stands for all that it is made of.
    init(
        file address: String,
        shows fingerprint: @escaping @Sendable () -> Fingerprint? = { nil },
        write: @escaping @Sendable (inout ByteStream) -> Void
    ) {
        self.address = address
        isPage = false
        isLarge = true
        place = nil
        source = .itself(title: { address }) { PreparedPage(fingerprint: fingerprint, render: write) }
    }

    /// One of very many pages that are made alike.
    init(_ family: any PageFamily, at position: Int, address: String, place: Place?) {
        self.address = address
        isPage = true
        isLarge = false
        self.place = place
        source = .family(family, position: position)
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
        self.place = place
        if let shows {
            source = .itself(title: title) {
                PreparedPage(
                    fingerprint: { Fingerprint { shows(&$0, template.use) } },
                    render: { template.append(model(), to: &$0.bytes) }
                )
            }
        } else {
            source = .itself(title: title) {
                let model = model()
                return PreparedPage(
                    fingerprint: { template.fingerprint(of: model) },
                    render: { template.append(model, to: &$0.bytes) }
                )
            }
        }
    }
}
