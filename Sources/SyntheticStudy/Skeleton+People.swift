extension Skeleton {
    /// Every group gets its share of one half; the other half is spread unevenly.
    static func participants(_ size: StudySize, _ seed: UInt64) -> [Participant] {
        var random = RandomSource(seed: seed, part: "participants")
        let choice = WeightedChoice(count: size.groups, evenness: 3)
        var counts = Array(repeating: 0, count: size.groups)
        for index in 0..<size.participants {
            counts[index < size.participants / 2 ? index % size.groups : choice.pick(&random)] += 1
        }
        return counts.enumerated().flatMap { group, count in
            (0..<count).map { Participant(name: "\(allGroups[group].letter)\($0 + 1)", group: group) }
        }
    }

    /// Works with keys as reference managers make them; the first stands for the study itself.
    static func references(_ size: StudySize, _ seed: UInt64, _ vocabulary: Vocabulary) -> [Reference] {
        var random = RandomSource(seed: seed, part: "references")
        var taken: Set<String> = []
        var references: [Reference] = []
        while references.count < size.references {
            let family = vocabulary.inventedWord(&random)
            let year = references.isEmpty ? 2025 : random.number(1994...2024)
            let id = Slug.ascii(family) + String(year)
            guard taken.insert(id).inserted else { continue }
            let name = family.prefix(1).uppercased() + family.dropFirst()
            references.append(Reference(id: id, family: name, year: year))
        }
        return references
    }
}
