import Diagnostics
import Fingerprints
import Study

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
        // By a part of their fingerprints, as there are many: two addresses that share it by chance are told apart.
        var taken: [UInt64: Int] = [:]
        taken.reserveCapacity(pages.count)
        for (position, page) in pages.enumerated() {
            let key = Fingerprint { $0.add(page.address) }.halves.0
            guard let other = taken.updateValue(position, forKey: key), pages[other].address == page.address else {
                continue
            }
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
        let summary = "‘\(page.title)’ and ‘\(other.title)’ would have the same address, \(page.address)"
        let help = "rename one of them; addresses do not tell capitals from small letters"
        if let place = page.place {
            let related = other.place.map { [Diagnostic.Related("the other one", at: $0)] } ?? []
            diagnostics.add(.addressCollision, summary, at: place, help: help, related: related)
        } else {
            diagnostics.add(.addressCollision, summary, atPath: page.address, help: help)
        }
    }
}
