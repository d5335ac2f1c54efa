import Diagnostics
import Templates

/// The templates of the whole report.
struct WholeReportTemplates: Sendable {
    let page: Template<ReportPage>
    let body: Template<ReportBody>
    /// A quote in prose whose words stand elsewhere in the findings.
    let quoteElsewhere: Template<QuoteReferenceView>
    /// A quote with its words, where prose shows it.
    let quote: Template<NumberedQuote>

    /// Compiles all of them; nil if there was a mistake in one.
    init?(_ library: TemplateLibrary, diagnostics: inout Diagnostics) {
        let page = library.compile("report", for: ReportPage.self, diagnostics: &diagnostics)
        let body = library.compile("report-body", for: ReportBody.self, diagnostics: &diagnostics)
        let quote = library.compile("report-quote", for: NumberedQuote.self, diagnostics: &diagnostics)
        let elsewhere = library.compile(
            "report-quote-elsewhere",
            for: QuoteReferenceView.self,
            diagnostics: &diagnostics
        )
        guard let page, let body, let quote, let elsewhere else { return nil }
        self.page = page
        self.body = body
        self.quote = quote
        quoteElsewhere = elsewhere
    }
}

/// A quote that prose shows, by its number and its first words.
struct QuoteReferenceView: TemplateData {
    let reference: QuoteReference
    let group: GroupCard

    static let fields: Fields<QuoteReferenceView> = [
        .record("reference") { $0.reference },
        .record("group") { $0.group },
    ]
}
