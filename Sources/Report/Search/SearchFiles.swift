import Search
import Study

/// The files that the site's scripts search in. `ARCHITECTURE.md` says what each is for; the form is that of
/// `templates/data.js` and `templates/finder.js`, which read them.
struct SearchFiles: Sendable {
    let study: Study
    let cards: Cards
    let graph: EvidenceGraph
    let documents: SearchDocuments
    private let marksOnce = Once<[String]>()

    init(_ maker: PageMaker) {
        study = maker.study
        cards = maker.cards
        graph = maker.graph
        documents = SearchDocuments(maker)
    }

    /// All files, each made when it is written.
    func entries() -> [PageEntry] {
        [
            PageEntry(file: "search/study.js") { writeStudy(to: &$0) },
            PageEntry(file: "search/terms.js") { writeTerms(to: &$0) },
        ]
            + documents.files.indices.map { number in
                PageEntry(file: "search/texts-\(number).js") { writeTexts(number, to: &$0) }
            }
    }

    /// The texts of some documents: of a quote its words or, with context or source, all three; of all else its text.
    private func writeTexts(_ number: Int, to output: inout [UInt8]) {
        DataFile.write("search/texts-\(number)", mark: marks[number], to: &output) { file in
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

    /// Which documents have which words.
    private func writeTerms(to output: inout [UInt8]) {
        var index = TermIndex()
        for position in documents.quotes {
            let quote = study.quotes[position]
            index.add([quote.text, quote.context ?? ""])
        }
        for other in documents.others { index.add([other.title, other.detail, other.text]) }
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

    /// For each file of texts, a name that changes with its content. Made once: a page and the files all say them.
    var marks: [String] {
        marksOnce.get {
            documents.files.map { file in
                var mark = Mark()
                for document in file { add(document, to: &mark) }
                return mark.text
            }
        }
    }

    /// The same for the file of words, which come from all texts.
    var markOfTerms: String {
        var mark = Mark()
        for text in marks { mark.add(text) }
        return mark.text
    }

    private func add(_ document: Int, to mark: inout Mark) {
        guard document < documents.quotes.count else {
            let other = documents.others[document - documents.quotes.count]
            mark.add(other.title)
            mark.add(other.detail)
            mark.add(other.text)
            return
        }
        let quote = study.quotes[documents.quotes[document]]
        mark.add(quote.text)
        mark.add(quote.context ?? "")
        mark.add(quote.source ?? "")
    }
}
