/// The findings of a run, in the order in which they were made.
public struct Diagnostics: Sendable {
    /// Every finding so far.
    public private(set) var all: [Diagnostic] = []

    /// No findings.
    public init() {}

    /// Adds a finding.
    public mutating func add(_ diagnostic: Diagnostic) {
        all.append(diagnostic)
    }

    /// Adds a finding at a place.
    public mutating func add(
        _ rule: Rule,
        _ summary: String,
        at place: Place,
        help: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        all.append(Diagnostic(rule, summary, at: place, help: help, related: related))
    }

    /// Adds a finding about a whole file or folder.
    public mutating func add(_ rule: Rule, _ summary: String, atPath path: String, help: String? = nil) {
        all.append(Diagnostic(rule, summary, at: .path(path), help: help))
    }

    /// Adds the findings of another phase.
    public mutating func add(contentsOf other: Diagnostics) {
        all.append(contentsOf: other.all)
    }

    /// How many findings there are of a severity.
    public func count(_ severity: Severity) -> Int {
        all.count { $0.rule.severity == severity }
    }

    /// Whether anything was found that forbids making the site.
    public var hasErrors: Bool { all.contains { $0.rule.severity == .error } }

    /// The findings by file, line and column; those about whole files first, equal places in the order they were found.
    public func sorted(in sources: Sources) -> [Diagnostic] {
        struct Key: Comparable {
            let path: String
            let offset: UInt32
            let order: Int

            static func < (left: Key, right: Key) -> Bool {
                (left.path, left.offset, left.order) < (right.path, right.offset, right.order)
            }
        }
        let keyed = all.enumerated().map { order, diagnostic in
            switch diagnostic.location {
            case .place(let place):
                (Key(path: sources[place.source].path, offset: place.offset, order: order), diagnostic)
            case .path(let path): (Key(path: path, offset: 0, order: order), diagnostic)
            }
        }
        return keyed.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
