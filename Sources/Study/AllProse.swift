extension Study {
    /// Every piece of prose, in reading order of the files: what the study says, wherever it says it.
    public var allProse: [Prose] {
        var all: [Prose?] = [about.notice]
        all += groups.map(\.description)
        all.append(framework?.description)
        all += framework?.constructs.map(\.description) ?? []
        all += themes.map(\.prose)
        all += guides.map(\.introduction)
        if let model = logicModel {
            all.append(model.introduction)
            all += model.columns.map(\.description)
            all += model.boxes.map(\.text)
            all += model.assumptions + model.externalFactors
        }
        if let theory {
            all.append(theory.statement)
            for proposition in theory.propositions { all += [proposition.claim, proposition.explanation] }
            all.append(theory.narrative)
        }
        all += pages.map(\.prose)
        return all.compactMap(\.self)
    }
}
