import Study

/// Finds participants who have another name now.
enum ParticipantRenames {
    /// Words shorter than this are said by many.
    private static let leastLetters = 12

    /// The new names by the old ones. Only names that one side does not have can be renamed, and only if at least half
    /// of what the one said is what the other says now, and nobody else says any of it.
    static func find(_ old: [Item], _ new: [Item]) -> [ParticipantID: ParticipantID] {
        let oldNames = Set(old.map(\.person))
        let newNames = Set(new.map(\.person))
        guard !oldNames.isSubset(of: newNames), !newNames.isSubset(of: oldNames) else { return [:] }
        var speakers: [UInt64: Set<ParticipantID>] = [:]
        for item in new where item.count >= leastLetters && !oldNames.contains(item.person) {
            speakers[item.mark, default: []].insert(item.person)
        }
        var counts: [ParticipantID: Int] = [:]
        var found: [ParticipantID: [ParticipantID: Int]] = [:]
        for item in old where item.count >= leastLetters && !newNames.contains(item.person) {
            counts[item.person, default: 0] += 1
            for speaker in speakers[item.mark] ?? [] { found[item.person, default: [:]][speaker, default: 0] += 1 }
        }
        var renamed: [ParticipantID: ParticipantID] = [:]
        for (person, others) in found {
            guard others.count == 1, let (name, count) = others.first, count * 2 >= counts[person] ?? 0 else {
                continue
            }
            renamed[person] = name
        }
        let takers = Dictionary(grouping: renamed, by: \.value)
        return renamed.filter { takers[$0.value]?.count == 1 }
    }
}
