/// One thing that a person should know about their files: what is wrong, where, and how to mend it.
public struct Diagnostic: Sendable {
    /// What kind of finding this is; stable, so that other programs may rely on it.
    public let rule: Rule
    /// One sentence without a full stop, about this very case: `there is no theme ‘trsut’`.
    public let summary: String
    /// Where it was written.
    public let location: Location
    /// How to mend it, as a sentence without a full stop, where that is known: `did you mean ‘trust’?`.
    public let help: String?
    /// Other places that explain it, such as where an id was first used.
    public let related: [Related]

    /// A finding.
    public init(
        _ rule: Rule,
        _ summary: String,
        at location: Location,
        help: String? = nil,
        related: [Related] = []
    ) {
        self.rule = rule
        self.summary = summary
        self.location = location
        self.help = help
        self.related = related
    }

    /// A finding at a place in a file.
    public init(_ rule: Rule, _ summary: String, at place: Place, help: String? = nil, related: [Related] = []) {
        self.init(rule, summary, at: .place(place), help: help, related: related)
    }

    /// Where a finding is.
    public enum Location: Hashable, Sendable {
        /// A range of bytes in a file that was read.
        case place(Place)
        /// A whole file or folder, perhaps one that is missing; relative to the study's folder.
        case path(String)
    }

    /// A second place, with what there is to see there.
    public struct Related: Sendable {
        /// What there is to see: `first used here`.
        public let message: String
        /// Where.
        public let place: Place

        /// A second place.
        public init(_ message: String, at place: Place) {
            self.message = message
            self.place = place
        }
    }
}

/// How grave a finding is.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing and often a finding in itself, such as a group that is silent on a theme.
    case note
    /// Probably not what was meant; the site is still made, unless warnings were asked to be errors.
    case warning
    /// The site cannot be made truthfully.
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A kind of finding. Each module declares its own as static members in an extension.
public struct Rule: Sendable, Hashable {
    /// The stable name, in kebab case: `unknown-theme`.
    public let name: String
    /// How grave it is.
    public let severity: Severity
    /// What it means and why it matters, in a sentence, for the list of checks.
    public let meaning: String

    /// A kind of finding.
    public init(_ name: String, _ severity: Severity, _ meaning: String) {
        self.name = name
        self.severity = severity
        self.meaning = meaning
    }
}
