import Diagnostics
import Fingerprints
import Study
import Templates

/// A planned site: which pages there are, each ready to be rendered on its own.
public struct Report: Sendable {
    /// The pages, in reading order.
    public let pages: [PageEntry]

    /// Plans the site of a study. A function of its input: nothing on the disk is touched.
    ///
    /// The words are checked even if there is no study to show or no template to show it with, so that every mistake
    /// is found in one run. Nil if either is missing or something forbids making the site, which is then among the
    /// diagnostics.
    public static func plan(
        _ study: Study?,
        templates: ReportTemplates?,
        words: [String: String],
        diagnostics: inout Diagnostics
    ) -> Report? {
        plan(study, templates: templates, words: words, limits: .standard, diagnostics: &diagnostics)
    }

    /// The same with other limits to what a page may hold, for tests.
    static func plan(
        _ study: Study?,
        templates: ReportTemplates?,
        words: [String: String],
        limits: PageLimits,
        diagnostics: inout Diagnostics
    ) -> Report? {
        let phrases = Phrases(words, language: study?.about.language ?? "en", into: &diagnostics)
        guard let study, let templates else { return nil }
        var pages = PageMaker(study, templates, phrases, limits).pages()
        pages.append(ScriptWords.entry(words))
        var isSound = true
        var taken: [String: Int] = [:]
        taken.reserveCapacity(pages.count)
        for (position, page) in pages.enumerated() {
            guard let other = taken.updateValue(position, forKey: page.address) else { continue }
            isSound = false
            report(page, pages[other], into: &diagnostics)
        }
        if PartCollisions.report(study, into: &diagnostics) { isSound = false }
        return isSound ? Report(pages: pages) : nil
    }

    /// Where a file of the study is in the site, for the one who copies it there.
    public static func address(ofFile path: String) -> String { Addresses.file(path) }

    private static func report(_ one: PageEntry, _ another: PageEntry, into diagnostics: inout Diagnostics) {
        // Pages that Verbatim adds come from no file: then the other one is what a person can rename.
        let (page, other) = one.place == nil ? (another, one) : (one, another)
        let summary = "‘\(page.title())’ and ‘\(other.title())’ would have the same address, \(page.address)"
        let help = "rename one of them; addresses do not tell capitals from small letters"
        if let place = page.place {
            let related = other.place.map { [Diagnostic.Related("the other one", at: $0)] } ?? []
            diagnostics.add(.addressCollision, summary, at: place, help: help, related: related)
        } else {
            diagnostics.add(.addressCollision, summary, atPath: page.address, help: help)
        }
    }
}

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
    init<Model: PageModel>(
        _ target: Target?,
        address: String? = nil,
        title: @autoclosure @escaping @Sendable () -> String,
        place: Place? = nil,
        isLarge: Bool = false,
        template: Template<Model>,
        model: @escaping @Sendable () -> Model
    ) {
        self.address = address ?? target.map(Addresses.href) ?? ""
        isPage = true
        self.isLarge = isLarge
        self.title = title
        self.place = place
        preparation = {
            let model = model()
            return PreparedPage(
                fingerprint: { template.fingerprint(of: model) },
                render: { output in
                    // Data cannot be nested deeper than the reader lets it, so there is nothing to report.
                    var ignored = Diagnostics()
                    template.render(model, into: &output, diagnostics: &ignored)
                }
            )
        }
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
