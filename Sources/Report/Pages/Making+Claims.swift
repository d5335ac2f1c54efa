import Study

extension PageMaker {
    func theoryPage(_ theory: Theory) -> PageEntry {
        let title = theory.title ?? phrases.text(.theory)
        return PageEntry(.theory, title: title, place: theory.place, template: templates.theory) {
            TheoryPage(
                frame: frames.frame("theory", .theory, title: title),
                title: title,
                statement: prose.blocks(theory.statement, headingLevel: 2, idPrefix: "statement_"),
                propositions: theory.propositions.map { proposition in
                    claims.proposition(
                        proposition,
                        explanation: prose.blocks(
                            proposition.explanation,
                            headingLevel: 4,
                            idPrefix: "proposition_\(proposition.number)_"
                        )
                    )
                },
                narrative: theory.narrative.markdown.allSatisfy(\.isWhitespace)
                    ? nil : prose.blocks(theory.narrative)
            )
        }
    }

    func logicModelPage(_ model: LogicModel) -> PageEntry {
        let title = model.title ?? phrases.text(.logicModel)
        return PageEntry(.logicModel, title: title, place: model.place, template: templates.logicModel) {
            LogicModelPage(
                frame: frames.frame("logic-model", .logicModel, title: title),
                title: title,
                introduction: prose.blocks(model.introduction),
                diagram: claims.diagram(),
                columns: model.columns.map { column in
                    ColumnView(
                        title: column.title,
                        slug: Addresses.slug(column.id.rawValue),
                        description: plainProse.inline(column.description),
                        boxes: model.boxes.filter { $0.column == column.id }.map { box in
                            let prefix = "box_\(Addresses.slug(box.id.rawValue))_"
                            let text = prose.blocks(box.text, headingLevel: 4, idPrefix: prefix)
                            return claims.box(box, in: model, text: text)
                        }
                    )
                },
                assumptions: model.assumptions.compactMap { plainProse.inline($0).map(ProseItem.init) },
                externalFactors: model.externalFactors.compactMap { plainProse.inline($0).map(ProseItem.init) }
            )
        }
    }
}
