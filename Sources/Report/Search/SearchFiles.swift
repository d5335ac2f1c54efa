import Bytes
import Fingerprints
import Processors
import Search
import Study

/// The files that the site's scripts search in. `ARCHITECTURE.md` says what each is for; the form is that of
/// `templates/data.js` and `templates/finder.js`, which read them.
struct SearchFiles: Sendable {
    let study: Study
    let cards: Cards
    let graph: EvidenceGraph
    let documents: SearchDocuments
    private let textsOnce: [Once<TextsOutline>]
    private let termsOnce = Once<Fingerprint>()

    init(_ maker: PageMaker) {
        study = maker.study
        cards = maker.cards
        graph = maker.graph
        documents = SearchDocuments(maker)
        textsOnce = documents.files.map { _ in Once() }
    }

    /// All files, each made when it is written.
    func entries() -> [PageEntry] {
        [
            PageEntry(file: "search/study.js") { writeStudy(to: &$0) },
            PageEntry(file: "search/terms.js", shows: { termsFingerprint }) { writeTerms(to: &$0) },
        ]
            + documents.files.indices.map { number in
                PageEntry(file: "search/texts-\(number).js", shows: { outline(ofTexts: number).fingerprint }) {
                    writeTexts(number, to: &$0)
                }
            }
    }

    /// The texts of some documents: of a quote its words or, with context or source, all three; of all else its text.
    private func writeTexts(_ number: Int, to output: inout ByteStream) {
        DataFile.write("search/texts-\(number)", mark: Self.mark(outline(ofTexts: number).fingerprint), to: &output) {
            file in
            file.list { list in
                for document in documents.files[number] { add(document, to: &list) }
            }
        }
    }

    private func add(_ document: Int, to list: inout DataFile) {
        guard document < documents.quotes.count else {
            list.text(documents.others[document - documents.quotes.count].text)
            return
        }
        let quote = study.quotes[documents.quotes[document]]
        guard quote.context != nil || quote.source != nil else {
            list.text(quote.text)
            return
        }
        list.list { list in
            for text in [quote.text, quote.context ?? "", quote.source ?? ""] { list.text(text) }
        }
    }

    /// Which documents have which words. Quotes have the numbers that they have in the study, all else follows.
    private func writeTerms(to output: inout ByteStream) {
        var index = TermIndex()
        for position in study.quotes.indices {
            index.add([study.quotes[position].text, study.quotes[position].context ?? ""])
        }
        // Prose that was read before has to be parsed for its words.
        let texts = SideBySide.map(documents.others.count, runsOf: 16) { documents.others[$0].text }
        for (other, text) in zip(documents.others, texts) { index.add([other.title, other.detail, text]) }
        let (terms, lists) = index.encoded
        DataFile.write("search/terms", mark: markOfTerms, to: &output) { file in
            file.object { object in
                object.key("terms")
                // Folded words hold letters, digits and nothing that a string would have to escape.
                object.plain(terms)
                object.key("lists")
                object.plain(lists)
            }
        }
    }

    /// For each file of texts, a name that changes with its content: a browser never takes an old copy for the new one.
    var marks: [String] { documents.files.indices.map { Self.mark(outline(ofTexts: $0).fingerprint) } }

    /// The same for the file of words.
    var markOfTerms: String { Self.mark(termsFingerprint) }

    private static func mark(_ fingerprint: Fingerprint) -> String { String(fingerprint.halves.0, radix: 36) }

    /// What is known of a file of texts. Made once: a page and the file ask for it. Each for itself, so that nobody waits
    /// for all of them.
    func outline(ofTexts number: Int) -> TextsOutline {
        textsOnce[number].get {
            var sizes: [Int] = []
            sizes.reserveCapacity(documents.files[number].count)
            let fingerprint = Fingerprint { fingerprinter in
                for document in documents.files[number] {
                    add(document, to: &fingerprinter)
                    guard document < documents.quotes.count else { continue }
                    sizes.append(cards.quotes[documents.quotes[document]].wordCount)
                }
            }
            return TextsOutline(fingerprint: fingerprint, sizes: sizes)
        }
    }

    /// What the file of words is made of, in the order in which it numbers the documents.
    private var termsFingerprint: Fingerprint {
        termsOnce.get {
            Fingerprint {
                for number in documents.byStudy { add(number, to: &$0) }
                for other in documents.others.indices { add(documents.quotes.count + other, to: &$0) }
            }
        }
    }

    private func add(_ document: Int, to fingerprinter: inout Fingerprinter) {
        guard document < documents.quotes.count else {
            documents.others[document - documents.quotes.count].add(to: &fingerprinter)
            return
        }
        fingerprinter.add(cards.quoteSayings[documents.quotes[document]])
    }
}
