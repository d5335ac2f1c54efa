import Search
import Study

/// The files that the site's scripts search in. `ARCHITECTURE.md` says what each is for; the form is that of
/// `templates/data.js` and `templates/finder.js`, which read them.
struct SearchFiles: Sendable {
    let study: Study
    let cards: Cards
    let graph: EvidenceGraph
    let documents: SearchDocuments

    init(_ maker: PageMaker) {
        study = maker.study
        cards = maker.cards
        graph = maker.graph
        documents = SearchDocuments(maker)
    }

    /// All files, each made when it is written.
    func entries() -> [PageEntry] {
        [
            PageEntry(file: "search/study.js") { studyFile() },
            PageEntry(file: "search/terms.js") { termsFile() },
        ]
            + documents.files.indices.map { number in
                PageEntry(file: "search/texts-\(number).js") { textsFile(number) }
            }
    }

    /// The texts of some documents: of a quote its words or, with context or source, all three; of all else its text.
    func textsFile(_ number: Int) -> [UInt8] {
        var file = DataFile(named: "search/texts-\(number)")
        file.list { list in
            for document in documents.files[number] {
                guard document < documents.quotes.count else {
                    list.text(documents.others[document - documents.quotes.count].text)
                    continue
                }
                let quote = study.quotes[documents.quotes[document]]
                guard quote.context != nil || quote.source != nil else {
                    list.text(quote.text)
                    continue
                }
                list.list { list in
                    for text in [quote.text, quote.context ?? "", quote.source ?? ""] { list.text(text) }
                }
            }
        }
        return file.finished(mark: mark(ofTexts: number))
    }

    /// Which documents have which words.
    func termsFile() -> [UInt8] {
        var index = TermIndex()
        for position in documents.quotes {
            let quote = study.quotes[position]
            index.add([quote.text, quote.context ?? ""])
        }
        for other in documents.others { index.add([other.title, other.detail, other.text]) }
        let (terms, lists) = index.encoded
        var file = DataFile("search/terms")
        file.object { object in
            object.key("terms")
            // Folded words hold letters, digits and nothing that a string would have to escape.
            object.plain(terms)
            object.key("lists")
            object.plain(lists)
        }
        return file.finished(mark: markOfTerms())
    }

    /// The name of a file of texts that changes with its content.
    func mark(ofTexts number: Int) -> String {
        var mark = Mark()
        for document in documents.files[number] { add(document, to: &mark) }
        return mark.text
    }

    /// The name of the file of words that changes with its content.
    func markOfTerms() -> String {
        var mark = Mark()
        for document in 0..<(documents.quotes.count + documents.others.count) { add(document, to: &mark) }
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
