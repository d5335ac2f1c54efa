import Study

extension WholeReport {
    /// The list of contents, the same on every page of the report but for where its links lead from.
    func contents(from page: Int) -> [ReportContents] {
        let places = places
        return pages.enumerated().flatMap { position, pieces in
            pieces.compactMap { piece in
                heading(of: piece).map { title, id in
                    ReportContents(
                        number: nil,
                        title: title,
                        href: ReportPlaces.href(ReportPlaces.Place(page: position, id: id), from: page),
                        children: children(of: piece, from: page, places)
                    )
                }
            }
        }
    }

    /// What a piece is called in the list of contents; nil if it goes on with what began before, or is a theme.
    private func heading(of piece: ReportPiece) -> (title: String, id: String)? {
        let phrases = maker.phrases
        let study = maker.study
        switch piece {
        case .opening: return (phrases.text(.inBrief), ReportID.opening)
        case .groups: return (phrases.text(.whoWasAsked), ReportID.groups)
        case .framework: return (study.framework?.name ?? phrases.text(.framework), ReportID.framework)
        case .page(let position):
            return (study.pages[position].title, ReportID.page(Addresses.slug(study.pages[position].id.rawValue)))
        case .findings: return (phrases.text(.reportFindings), ReportID.findings)
        case .theme: return nil
        case .theory: return (study.theory?.title ?? phrases.text(.theory), ReportID.theory)
        case .logicModel(let columns):
            return columns.lowerBound == 0 ? (maker.linker.title(.logicModel), ReportID.logicModel) : nil
        case .guides: return (phrases.text(.guides), ReportID.guides)
        case .references(let range):
            return range.lowerBound == 0 ? (phrases.text(.references), ReportID.references) : nil
        case .index(let range): return range.lowerBound == 0 ? (phrases.text(.indexOfQuotes), ReportID.index) : nil
        }
    }

    private func children(of piece: ReportPiece, from page: Int, _ places: ReportPlaces) -> [ReportContents] {
        guard case .findings = piece else { return [] }
        return maker.cards.topThemes.map { entry(theme: $0, from: page, places) }
    }

    private func entry(theme: Int, from page: Int, _ places: ReportPlaces) -> ReportContents {
        let card = maker.cards.themes[theme]
        let children = contentsAreDeep ? maker.graph.childrenOfTheme[theme] : []
        return ReportContents(
            number: order.themeNumbers[theme],
            title: card.title,
            href: places.place(at: card.href).map { ReportPlaces.href($0, from: page) } ?? card.href,
            children: children.map { entry(theme: $0, from: page, places) }
        )
    }
}
