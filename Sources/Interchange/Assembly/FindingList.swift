import Diagnostics

/// Findings, of which so many of a kind are told one by one and the rest are counted.
struct FindingList: Sendable {
    private var findings: [ImportFinding] = []
    private var told: [Rule: Int] = [:]
    private var untold: [(rule: Rule, count: Int)] = []

    /// How many findings of a kind are told one by one.
    static let limit = 200

    /// Adds a finding.
    mutating func add(
        _ rule: Rule,
        count: Int = 1,
        document: Int? = nil,
        line: Int? = nil,
        help: String? = nil,
        _ summary: String
    ) {
        let number = told[rule, default: 0]
        guard number < Self.limit else {
            if let index = untold.firstIndex(where: { $0.rule == rule }) {
                untold[index].count += count
            } else {
                untold.append((rule, count))
            }
            return
        }
        told[rule] = number + 1
        findings.append(
            ImportFinding(rule, summary, help: help, count: count, document: document, line: line)
        )
    }

    /// All findings, with one for each kind that has more.
    var all: [ImportFinding] {
        findings + untold.map { ImportFinding($0.rule, "\($0.count) more are like those above", count: $0.count) }
    }
}
