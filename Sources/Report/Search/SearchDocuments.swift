import Fingerprints
import Search
import Study

/// Everything that the site's search finds, numbered: first the quotes, then all else.
///
/// Quotes stand in the order in which the explorer shows them: by their first theme in the codebook, then by group, then
/// as in the study. So what is shown together is loaded together. The file of words numbers quotes as the study does
/// (`byStudy`): a quote that is recoded moves among those that are shown together, but has the words that it had.
struct SearchDocuments: Sendable {
    /// What a document that is no quote shows. The names are those of `search/study.js`.
    enum Kind: String, CaseIterable, Sendable {
        case theme, proposition, box, question, construct, group, participant, page, reference
    }

    /// A document that is no quote.
    struct Other: Sendable {
        let kind: Kind
        let title: String
        let href: String
        /// A few words that say what it is: `Sub-theme`.
        var detail = ""
        /// What else it says in one sentence.
        var summary: String?
        /// What else it says at length. Its words are only asked for where they are written down.
        var prose: [Prose] = []

        /// What else it says, in plain words.
        var text: String {
            if summary == nil, prose.count == 1 { return prose[0].plainText }
            return ([summary].compactMap(\.self) + prose.map(\.plainText)).joined(separator: "\n")
        }

        /// About how many bytes that has.
        var size: Int { prose.reduce(summary?.utf8.count ?? 0) { $0 + $1.markdown.utf8.count } }

        /// Adds all of which its words are made.
        func add(to fingerprinter: inout Fingerprinter) {
            fingerprinter.add(title)
            fingerprinter.add(detail)
            fingerprinter.add(summary == nil ? 0 : 1)
            fingerprinter.add(summary ?? "")
            fingerprinter.add(prose.count)
            for prose in prose { fingerprinter.add(prose.content) }
        }
    }

    /// A file of texts holds about this many bytes, and one document at least.
    static let bytesPerFile = 64 << 10

    /// Positions of the study's quotes.
    let quotes: [Int]
    /// The number of each of the study's quotes.
    let byStudy: [Int]
    let others: [Other]
    /// For each file of texts, its documents.
    let files: [Range<Int>]

    init(_ maker: PageMaker) {
        let quotes = maker.graph.quotesInOrder
        self.quotes = quotes
        var byStudy = [Int](repeating: 0, count: quotes.count)
        for (number, position) in quotes.enumerated() { byStudy[position] = number }
        self.byStudy = byStudy
        others = Self.others(maker)
        var files: [Range<Int>] = []
        var start = 0
        var bytes = 0
        let count = quotes.count + others.count
        for document in 0..<count {
            let quote = document < quotes.count ? maker.study.quotes[quotes[document]] : nil
            let size = quote?.text.utf8.count ?? others[document - quotes.count].size
            if bytes + size > Self.bytesPerFile, document > start {
                files.append(start..<document)
                start = document
                bytes = 0
            }
            bytes += size + 4
        }
        if start < count { files.append(start..<count) }
        self.files = files
    }

    private static func others(_ maker: PageMaker) -> [Other] {
        themes(maker) + claims(maker) + questions(maker) + people(maker) + pages(maker)
    }

    private static func themes(_ maker: PageMaker) -> [Other] {
        var others = zip(maker.study.themes, maker.cards.themes).map { theme, link in
            Other(
                kind: .theme,
                title: theme.title,
                href: link.href,
                detail: link.level,
                summary: theme.summary,
                prose: [theme.prose].compactMap(\.self)
            )
        }
        for construct in maker.study.framework?.constructs ?? [] {
            others.append(
                Other(
                    kind: .construct,
                    title: construct.title,
                    href: Addresses.href(.construct(construct.id)),
                    detail: maker.study.framework?.name ?? "",
                    prose: [construct.description].compactMap(\.self)
                )
            )
        }
        return others
    }

    private static func claims(_ maker: PageMaker) -> [Other] {
        var others: [Other] = []
        for proposition in maker.study.theory?.propositions ?? [] {
            others.append(
                Other(
                    kind: .proposition,
                    title: proposition.claim.plainText,
                    href: Addresses.href(.proposition(proposition.id)),
                    detail: maker.linker.title(.proposition(proposition.id)),
                    prose: [proposition.explanation].compactMap(\.self)
                )
            )
        }
        for box in maker.study.logicModel?.boxes ?? [] {
            let column = maker.graph.index.columns[box.column]
            others.append(
                Other(
                    kind: .box,
                    title: box.title,
                    href: Addresses.href(.box(box.id)),
                    detail: column.flatMap { maker.study.logicModel?.columns[$0].title } ?? "",
                    prose: [box.text].compactMap(\.self)
                )
            )
        }
        return others
    }

    private static func questions(_ maker: PageMaker) -> [Other] {
        maker.study.guides.flatMap { guide in
            let page = Addresses.href(.guide(guide.group))
            let title = maker.linker.guideTitle(guide.group)
            return guide.sections.flatMap(\.questions).map { question in
                Other(
                    kind: .question,
                    title: question.text,
                    href: "\(page)#question-\(question.number)",
                    detail: title
                )
            }
        }
    }

    private static func people(_ maker: PageMaker) -> [Other] {
        zip(maker.study.groups, maker.cards.groups).map { group, card in
            Other(
                kind: .group,
                title: group.title,
                href: card.link.href,
                detail: card.membersText,
                prose: [group.description].compactMap(\.self)
            )
        }
            + maker.cards.participantLinks.map {
                Other(kind: .participant, title: $0.name, href: $0.href, detail: $0.group.singular)
            }
    }

    private static func pages(_ maker: PageMaker) -> [Other] {
        var others: [Other] = []
        let study = maker.study
        func add(_ target: Target, _ prose: [Prose?], summary: String? = nil) {
            others.append(
                Other(
                    kind: .page,
                    title: maker.linker.title(target),
                    href: Addresses.href(target),
                    summary: summary,
                    prose: prose.compactMap(\.self)
                )
            )
        }
        for page in study.pages { add(.page(page.id), [page.prose], summary: page.summary) }
        if let theory = study.theory { add(.theory, [theory.statement, theory.narrative]) }
        if let model = study.logicModel {
            add(.logicModel, [model.introduction] + model.assumptions + model.externalFactors)
        }
        for guide in study.guides where guide.introduction != nil { add(.guide(guide.group), [guide.introduction]) }
        for position in maker.linker.citations.order {
            let reference = study.references[position]
            others.append(
                Other(
                    kind: .reference,
                    title: reference.title,
                    href: Addresses.href(.reference(reference.id)),
                    detail: maker.linker.title(.reference(reference.id))
                )
            )
        }
        return others
    }
}
