/// A row of the index of quotes: a quote under who said it, or a participant who is never quoted.
struct ReportIndexRow: Sendable {
    let participant: Int
    let quote: Int?
    /// The first of its participant.
    let isFirst: Bool

    /// All rows: by group, participant and place in the report.
    static func all(_ graph: EvidenceGraph, _ order: FindingsOrder) -> [ReportIndexRow] {
        graph.participantsOfGroup.joined().flatMap { participant in
            let quotes = graph.quotesOfParticipant[participant].filter { order.quotePlaces[$0] > 0 }
                .sorted { order.quotePlaces[$0] < order.quotePlaces[$1] }
            if quotes.isEmpty { return [ReportIndexRow(participant: participant, quote: nil, isFirst: true)] }
            return quotes.enumerated().map {
                ReportIndexRow(participant: participant, quote: $1, isFirst: $0 == 0)
            }
        }
    }
}
