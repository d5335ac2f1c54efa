import Study

extension ReportSections {
    func theory(_ theory: Theory) -> ReportTheory {
        ReportTheory(
            title: theory.title ?? phrases.text(.theory),
            statement: maker.prose.blocks(theory.statement, headingLevel: 3, idPrefix: "\(ReportID.theory).statement-"),
            claims: theory.propositions.map { proposition in
                let prefix = "proposition-\(Addresses.slug(proposition.id.rawValue)).\(ProseRenderer.mainPrefix)"
                let view = maker.claims.proposition(
                    proposition,
                    explanation: maker.prose.blocks(proposition.explanation, headingLevel: 5, idPrefix: prefix)
                )
                return ReportClaim(
                    proposition: view,
                    evidence: evidence(proposition.support, view.evidence),
                    against: proposition.against.compactMap { maker.graph.index.quotes[$0] }.map {
                        report.reference($0, from: page)
                    }
                )
            },
            narrative: theory.narrative.markdown.allSatisfy(\.isWhitespace)
                ? nil
                : maker.prose.blocks(
                    theory.narrative,
                    headingLevel: 3,
                    idPrefix: "\(ReportID.theory).\(ProseRenderer.mainPrefix)"
                )
        )
    }

    private func evidence(_ support: Support, _ view: EvidenceView) -> ReportEvidence {
        let quotes = support.quotes.compactMap { maker.graph.index.quotes[$0] }
        let byGroup = Dictionary(grouping: quotes) { maker.graph.group(ofQuote: $0) }
        return ReportEvidence(
            tally: view.tally,
            themes: support.themes.compactMap { maker.graph.index.themes[$0] }.map(report.numbered(theme:)),
            groups: view.shares.enumerated().map { group, share in
                GroupReferences(
                    share: share,
                    references: (byGroup[group] ?? []).map { report.reference($0, from: page) }
                )
            }
        )
    }

    func logicModel(_ model: LogicModel, _ columns: Range<Int>) -> ReportLogicModel {
        let boxes = Dictionary(grouping: model.boxes, by: \.column)
        let isFirst = columns.lowerBound == 0
        let isLast = columns.upperBound == model.columns.count
        let title = maker.linker.title(.logicModel)
        return ReportLogicModel(
            title: isFirst ? title : report.continued(title),
            isFirst: isFirst,
            introduction: isFirst
                ? maker.prose.blocks(
                    model.introduction,
                    headingLevel: 3,
                    idPrefix: "\(ReportID.logicModel).\(ProseRenderer.mainPrefix)"
                ) : nil,
            diagram: isFirst ? maker.claims.diagram() : nil,
            columns: model.columns[columns].map { column in
                ReportColumn(
                    title: column.title,
                    description: maker.plainProse.inline(column.description),
                    boxes: (boxes[column.id] ?? []).map { box($0, in: model) }
                )
            },
            assumptions: (isLast ? model.assumptions : []).compactMap {
                maker.plainProse.inline($0).map(ProseItem.init)
            },
            externalFactors: (isLast ? model.externalFactors : []).compactMap {
                maker.plainProse.inline($0).map(ProseItem.init)
            }
        )
    }

    private func box(_ box: LogicModel.Box, in model: LogicModel) -> ReportBox {
        let prefix = "box-\(Addresses.slug(box.id.rawValue)).\(ProseRenderer.mainPrefix)"
        let text = maker.prose.blocks(box.text, headingLevel: 5, idPrefix: prefix)
        let view = maker.claims.box(box, in: model, text: text)
        return ReportBox(box: view, evidence: evidence(box.support, view.evidence))
    }

    func guides() -> ReportGuides {
        ReportGuides(
            title: phrases.text(.guides),
            guides: study.guides.compactMap { guide in
                guard let card = maker.claims.guideCard(guide) else { return nil }
                let prefix = "guide-\(card.group.slug).\(ProseRenderer.mainPrefix)"
                let introduction = maker.prose.blocks(guide.introduction, headingLevel: 4, idPrefix: prefix)
                return maker.claims.guide(guide, card, introduction: introduction)
            }
        )
    }
}
