import Diagnostics
import Study

/// A value with the place where it was written.
struct Located<Value: Sendable>: Sendable {
    let value: Value
    let place: Place

    init(_ value: Value, _ place: Place) {
        self.value = value
        self.place = place
    }

    func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), place)
    }
}

extension Located: Equatable where Value: Equatable {}

/// What reading gathers beside the study itself: the texts, what is wrong with them, and which names they use.
struct Findings: Sendable {
    var sources = Sources()
    var diagnostics = Diagnostics()
    /// Every use of a name, checked when all names are known.
    var uses: [Located<Target>] = []
    /// Names of parts that were written down but lost to another mistake: using them is no mistake of its own.
    var claimed: Set<Target> = []
    /// The names that were claimed before this branch began.
    private var claimedBefore: Set<Target> = []
    /// The kinds of names that could not be read at all, so that nothing can be said about their uses.
    var lost: Set<NameKind> = []
    /// Every link to a heading of another page, checked when all pages are known.
    var anchorUses: [Located<AnchorUse>] = []
    /// The headings of each page.
    var anchors: [PageID: [String]] = [:]
    /// Where HTML was written; worth a word only if the study does not allow it.
    var rawHTML: [Place] = []
    /// The files that prose shows or offers.
    var files: Set<String> = []

    /// Whether a name was written down, be it lost or not.
    func isClaimed(_ target: Target) -> Bool { claimed.contains(target) || claimedBefore.contains(target) }

    /// Whether nothing was found but uses of names.
    var areMentions: Bool {
        diagnostics.all.isEmpty && claimed.isEmpty && anchorUses.isEmpty && anchors.isEmpty && rawHTML.isEmpty
            && files.isEmpty
    }

    /// Empty findings for a part of the study that is read beside others. They know the texts and the names so far.
    func branch() -> Findings {
        var branch = Findings()
        branch.sources = sources
        branch.lost = lost
        branch.claimedBefore = claimedBefore.isEmpty ? claimed : claimed.union(claimedBefore)
        return branch
    }

    /// Takes over what a branch found. The texts are the same in both.
    mutating func join(_ branch: Findings) {
        diagnostics.add(contentsOf: branch.diagnostics)
        uses += branch.uses
        claimed.formUnion(branch.claimed)
        lost.formUnion(branch.lost)
        anchorUses += branch.anchorUses
        anchors.merge(branch.anchors) { _, new in new }
        rawHTML += branch.rawHTML
        files.formUnion(branch.files)
    }

    mutating func add(
        _ rule: Rule,
        _ summary: String,
        at place: Place,
        help: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        diagnostics.add(rule, summary, at: place, help: help, related: related)
    }

    /// The text of a YAML value without white space at its ends; a finding if it is a list or a mapping.
    mutating func text(_ value: YAMLValue, _ key: String) -> Located<String>? {
        words(value, key).map { Located($0, value.place) }
    }

    /// The same without its place, for which the lines of the file would have to be found.
    mutating func words(_ value: YAMLValue, _ key: String) -> String? {
        guard let text = value.scalarText else {
            if !value.isNull {
                add(.yamlWrongKind, "‘\(key)’ must be text, but this is \(value.kind)", at: value.place)
            }
            return nil
        }
        let trimmed = text.trimmingSpaces()
        if trimmed.isEmpty {
            add(.missingField, "‘\(key)’ is empty", at: value.place)
            return nil
        }
        return trimmed
    }

    /// Takes note that a name is used, and returns it.
    mutating func use<ID: Identifier>(_ name: Located<String>, as target: (ID) -> Target) -> ID {
        let id = ID(name.value)
        uses.append(Located(target(id), name.place))
        return id
    }
}

/// What a name names.
enum NameKind: Sendable {
    case theme, quote, group, participant, construct, proposition, box, guide, page, reference
}

extension Target {
    /// What kind of name it takes to be there; nil for the pages that every site has.
    var nameKind: NameKind? {
        switch self {
        case .theme: .theme
        case .quote: .quote
        case .group: .group
        case .participant: .participant
        case .constructs, .construct: .construct
        case .logicModel, .box: .box
        case .theory, .proposition: .proposition
        case .guides, .guide: .guide
        case .page: .page
        case .references, .reference: .reference
        case .home, .themes, .quotes, .groups, .participants, .matrix, .report, .downloads, .changes: nil
        }
    }
}

/// A link to a heading of a page.
struct AnchorUse: Sendable {
    let page: PageID
    let anchor: String
}

/// Which names are taken, and by what: the first use keeps a name, every later one is an error.
struct Registry<ID: Identifier> {
    private(set) var places: [ID: Place] = [:]
    private let what: String
    private let target: (@Sendable (ID) -> Target)?

    /// `what` is what the names name, for messages: `theme`. `target` is how uses of them are written down.
    init(_ what: String, as target: (@Sendable (ID) -> Target)? = nil) {
        self.what = what
        self.target = target
    }

    /// Whether the name was free and well formed; otherwise the finding says what is wrong.
    mutating func take(_ id: ID, at place: Place, into findings: inout Findings) -> Bool {
        if let target { findings.claimed.insert(target(id)) }
        if let first = places[id] {
            lose(id, in: &findings)
            findings.add(
                .duplicateID,
                "the \(what) id ‘\(id)’ is used twice",
                at: place,
                help: "give one of them another id",
                related: [.init("first used here", at: first)]
            )
            return false
        }
        places[id] = place
        return true
    }

    /// Like `take`, for ids that stand in addresses and links and therefore have a fixed form.
    mutating func takePlain(_ id: ID, at place: Place, into findings: inout Findings) -> Bool {
        guard IDForm.isPlain(id.rawValue) else {
            lose(id, in: &findings)
            findings.add(
                .badID,
                "‘\(id)’ cannot be the id of a \(what)",
                at: place,
                help: "use letters, digits, ‘-’, ‘_’ and ‘.’, and start with a letter or a digit"
            )
            return false
        }
        return take(id, at: place, into: &findings)
    }
}

extension Registry {
    /// A name that was mistaken for another one, or misspelt, is missing now where it is used.
    private func lose(_ id: ID, in findings: inout Findings) {
        if let kind = target?(id).nameKind { findings.lost.insert(kind) }
    }
}

/// The form of ids that people choose.
enum IDForm {
    /// Letters, digits, `-`, `_` and `.`, the first a letter or a digit, at most 80 bytes.
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text.utf8.count <= 80 else { return false }
        // Most are ASCII, of which nothing need be looked up.
        if text.utf8.allSatisfy({ isWord($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }) {
            return text.utf8.first.map(isWord) ?? false
        }
        guard isWordScalar(first) else { return false }
        return text.unicodeScalars.allSatisfy { isWordScalar($0) || $0 == "-" || $0 == "_" || $0 == "." }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isAlphabetic { return true }
        return properties.numericType == .decimal || properties.generalCategory == .nonspacingMark
    }
}
