import Study

/// In which order the report tells the findings and lists the quotes: all of it that needs no more than the evidence, and
/// so can be found out before anything is made.
struct ReportReading: Sendable {
    let order: FindingsOrder
    let rows: [ReportIndexRow]

    init(_ study: Study, _ graph: EvidenceGraph) {
        order = FindingsOrder(study, graph)
        rows = ReportIndexRow.all(graph, order)
    }
}
