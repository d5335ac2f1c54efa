import Study

/// The pieces of the report in reading order, each with its size, so that they can be divided into pages before any of
/// them is made.
struct ReportPieces {
    struct Piece {
        let piece: ReportPiece
        /// How many bytes it may take, rather too many than too few.
        let bytes: Int
        /// The same with all that had better stay on the page with it: the sub-themes of a theme.
        var bytesTogether: Int
    }

    private(set) var all: [Piece] = []
    private let study: Study
    private let index: StudyIndex
    private let order: FindingsOrder
    private let rows: [ReportIndexRow]
    /// No list is cut into larger parts than this.
    private let limit: Int
    private let groups: Int

    /// `citingPlaces` says in how many places each work of the list of references is spoken of, in its order.
    init(
        _ study: Study,
        _ index: StudyIndex,
        _ order: FindingsOrder,
        rows: [ReportIndexRow],
        citingPlaces: [Int],
        hasOpening: Bool,
        limit: Int
    ) {
        self.study = study
        self.index = index
        self.order = order
        self.rows = rows
        self.limit = limit
        groups = study.groups.count
        if hasOpening { add(.opening, Weight.section + study.about.facts.count * Weight.link) }
        addGroups()
        let parts = study.navigation
        let findings =
            parts.firstIndex { target in
                if case .theme = target { true } else { target == .themes }
            } ?? 0
        var known: Set<Target> = []
        addParts(parts[..<findings], &known)
        addFindings()
        addParts(parts[findings...], &known)
        // What the navigation leaves out is in the report all the same.
        addParts([.theory, .logicModel, .guides][...], &known)
        addParts(study.pages.map { .page($0.id) }[...], &known)
        addCut(citingPlaces.map { Weight.work + $0 * Weight.citingPlace }, ReportPiece.references)
        addCut(rows.map { _ in Weight.indexRow }, ReportPiece.index)
    }

    private mutating func add(_ piece: ReportPiece, _ bytes: Int) {
        all.append(Piece(piece: piece, bytes: bytes, bytesTogether: bytes))
    }

    private mutating func addGroups() {
        add(.groups, Weight.section + study.groups.reduce(0) { $0 + Weight.card + proseBytes($1.description) })
        if let framework = study.framework, framework.hasSomethingToSay {
            let constructs = framework.constructs.reduce(0) { $0 + Weight.card + proseBytes($1.description) }
            add(.framework, Weight.section + proseBytes(framework.description) + constructs)
        }
    }

    private mutating func addParts(_ targets: ArraySlice<Target>, _ known: inout Set<Target>) {
        for target in targets where known.insert(target).inserted {
            switch target {
            case .theory where study.theory != nil: add(.theory, theoryBytes)
            case .logicModel: addModel()
            case .guides where !study.guides.isEmpty: add(.guides, guidesBytes)
            case .page(let id):
                guard let position = index.pages[id] else { continue }
                add(.page(position), Weight.section + proseBytes(study.pages[position].prose))
            default: continue
            }
        }
    }

    private mutating func addFindings() {
        add(.findings, Weight.section + ReportFindings.rows(study.themes.count) * (groups + 2) * Weight.cell)
        var chapter = all.count
        for theme in order.themes {
            let start = all.count
            let own = Weight.theme + groups * Weight.share + proseBytes(study.themes[theme].prose)
            addCut(order.entries[theme].map(entryBytes), before: own) { .theme(theme, entries: $0) }
            if study.themes[theme].depth == 0 { chapter = start } else { grow(chapter, by: all[start...]) }
        }
    }

    private mutating func grow(_ chapter: Int, by added: ArraySlice<Piece>) {
        all[chapter].bytesTogether += added.reduce(0) { $0 + $1.bytes }
    }

    private func entryBytes(_ entry: FindingsOrder.Entry) -> Int {
        guard entry.isInFull else { return Weight.reference }
        // Not one of the many is taken out of its list, as it would be copied with all that it holds.
        let labels = study.quotes[entry.quote].themes.count - 1
        let said = study.quotes[entry.quote].text.utf8.count + (study.quotes[entry.quote].context?.utf8.count ?? 0)
        return Weight.quote + labels * Weight.link + said * 9 / 8
    }

    /// Cuts a list where the limit is reached. A theme without quotes is a piece too; other lists may not be empty.
    private mutating func addCut(
        _ bytes: [Int],
        before: Int? = nil,
        _ piece: (Range<Int>) -> ReportPiece
    ) {
        var start = 0
        var sum = before ?? Weight.section
        for (index, own) in bytes.enumerated() {
            if sum + own > limit, index > start {
                add(piece(start..<index), sum)
                start = index
                sum = Weight.section
            }
            sum += own
        }
        if start < bytes.count || before != nil { add(piece(start..<bytes.count), sum) }
    }

    private var theoryBytes: Int {
        guard let theory = study.theory else { return 0 }
        return theory.propositions.reduce(
            Weight.section + proseBytes(theory.statement) + proseBytes(theory.narrative)
        ) { sum, proposition in
            sum + Weight.card + proseBytes(proposition.claim) + proseBytes(proposition.explanation)
                + evidenceBytes(proposition.support) + proposition.against.count * Weight.reference
                + proposition.boxes.count * Weight.link
        }
    }

    private mutating func addModel() {
        guard let model = study.logicModel else { return }
        let lists = (model.assumptions + model.externalFactors).reduce(0) { $0 + proseBytes($1) }
        let arrows = Dictionary(grouping: model.arrows, by: \.from)
        let boxes = Dictionary(grouping: model.boxes, by: \.column)
        let columns = model.columns.map { column in
            (boxes[column.id] ?? []).reduce(Weight.section) { sum, box in
                sum + Weight.card + proseBytes(box.text) + evidenceBytes(box.support)
                    + (arrows[box.id]?.count ?? 0) * Weight.reference
            }
        }
        let before = Weight.section + proseBytes(model.introduction) + drawingBytes + lists
        addCut(columns, before: before, ReportPiece.logicModel)
    }

    /// The drawing of the logic model, which is drawn twice: across and down.
    private var drawingBytes: Int {
        guard let model = study.logicModel else { return 0 }
        return 2 * model.boxes.count * (Weight.drawnBox + groups * Weight.drawnShare)
            + 2 * model.arrows.count * Weight.drawnArrow
    }

    private func proseBytes(_ prose: Prose?) -> Int {
        guard let prose else { return 0 }
        return prose.mentions.reduce(prose.markdown.utf8.count * 5 / 4) { sum, mention in
            guard case .embed = mention.kind else { return sum + Weight.link }
            return sum + (mention.target == .logicModel ? drawingBytes : Weight.embed)
        }
    }

    private func evidenceBytes(_ support: Support) -> Int {
        groups * Weight.evidence + support.quotes.count * Weight.reference + support.themes.count * Weight.link
    }

    private var guidesBytes: Int {
        study.guides.reduce(Weight.section) { sum, guide in
            guide.sections.reduce(sum + Weight.section + proseBytes(guide.introduction)) { sum, section in
                section.questions.reduce(sum + Weight.link) { $0 + Weight.link + $1.text.utf8.count }
            }
        }
    }
}

extension Framework {
    /// A name alone is among the facts.
    fileprivate var hasSomethingToSay: Bool { description != nil || reference != nil || !constructs.isEmpty }
}

/// What the parts of the report weigh in bytes, measured on rendered pages and rounded up.
private enum Weight {
    static let section = 1_500
    static let card = 700
    static let theme = 900
    static let share = 550
    static let cell = 210
    static let quote = 360
    static let link = 120
    /// A quote by its number.
    static let reference = 120
    /// A work in the list of references, without where it is spoken of.
    static let work = 500
    /// A place where a work is spoken of.
    static let citingPlace = 100
    static let indexRow = 330
    /// What a box, the share of a group in it and an arrow take in a drawing.
    static let drawnBox = 1_100
    static let drawnShare = 180
    static let drawnArrow = 750
    /// The counts of a group behind a claim.
    static let evidence = 220
    /// A quote or another part that stands in a text.
    static let embed = 1_500
}
