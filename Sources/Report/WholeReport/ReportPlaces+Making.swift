import Study

extension ReportPlaces {
    /// Notes where everything stands that the pages of the report hold.
    init(
        _ pages: [[ReportPiece]],
        _ maker: PageMaker,
        _ order: FindingsOrder,
        rows: [ReportIndexRow],
        quotes: QuotePlaces
    ) {
        self.init(quotes: quotes)
        self[.home] = Place(page: 0, id: ReportID.title)
        self[.report] = Place(page: 0, id: ReportID.title)
        for (page, pieces) in pages.enumerated() {
            for piece in pieces { note(piece, on: page, maker, order, rows) }
        }
    }

    private mutating func note(
        _ piece: ReportPiece,
        on page: Int,
        _ maker: PageMaker,
        _ order: FindingsOrder,
        _ rows: [ReportIndexRow]
    ) {
        let study = maker.study
        switch piece {
        case .opening: break
        case .groups:
            self[.groups] = Place(page: page, id: ReportID.groups)
            for group in study.groups { note(.group(group.id), page, "group", group.id.rawValue) }
        case .framework:
            self[.constructs] = Place(page: page, id: ReportID.framework)
            for construct in study.framework?.constructs ?? [] {
                note(.construct(construct.id), page, "construct", construct.id.rawValue)
            }
        case .page(let position):
            note(.page(study.pages[position].id), page, "page", study.pages[position].id.rawValue, inner: "text-")
        case .findings:
            self[.themes] = Place(page: page, id: ReportID.findings)
            self[.matrix] = Place(page: page, id: ReportID.findings)
        case .theme(let theme, let entries):
            if entries.lowerBound == 0 { note(theme: theme, page, maker, order) }
        case .theory:
            self[.theory] = Place(page: page, id: ReportID.theory)
            for proposition in study.theory?.propositions ?? [] {
                note(.proposition(proposition.id), page, "proposition", proposition.id.rawValue)
            }
        case .logicModel(let columns):
            if columns.lowerBound == 0 { self[.logicModel] = Place(page: page, id: ReportID.logicModel) }
            let here = Set(study.logicModel?.columns[columns].map(\.id) ?? [])
            for box in study.logicModel?.boxes ?? [] where here.contains(box.column) {
                note(.box(box.id), page, "box", box.id.rawValue)
            }
        case .guides:
            self[.guides] = Place(page: page, id: ReportID.guides)
            for guide in study.guides {
                note(.guide(guide.group), page, "guide", guide.group.rawValue, inner: "question-")
            }
        case .references(let positions):
            if positions.lowerBound == 0 { self[.references] = Place(page: page, id: ReportID.references) }
            for position in positions {
                let id = study.references[maker.linker.citations.order[position]].id
                note(.reference(id), page, "ref", id.rawValue)
            }
        case .index(let positions):
            if positions.lowerBound == 0 {
                self[.quotes] = Place(page: page, id: ReportID.index)
                self[.participants] = Place(page: page, id: ReportID.index)
            }
            for row in rows[positions] where row.isFirst {
                let id = study.participants[row.participant].id
                note(.participant(id), page, "participant", id.rawValue)
            }
        }
    }

    private mutating func note(theme: Int, _ page: Int, _ maker: PageMaker, _ order: FindingsOrder) {
        let id = ReportID.theme(maker.cards.themes[theme].slug)
        self[.theme(maker.study.themes[theme].id)] = Place(
            page: page,
            id: id,
            mark: order.themeNumbers[theme],
            inner: "group-"
        )
    }

    private mutating func note(_ target: Target, _ page: Int, _ kind: String, _ name: String, inner: String? = nil) {
        self[target] = Place(page: page, id: "\(kind)-\(Addresses.slug(name))", inner: inner)
    }
}
