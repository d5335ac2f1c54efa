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
    /// Every link to a heading of another page, checked when all pages are known.
    var anchorUses: [Located<AnchorUse>] = []
    /// The headings of each page.
    var anchors: [PageID: [String]] = [:]
    /// Where HTML was written; worth a word only if the study does not allow it.
    var rawHTML: [Place] = []
    /// The files that prose shows or offers.
    var files: Set<String> = []

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
        return Located(trimmed, value.place)
    }

    /// Takes note that a name is used, and returns it.
    mutating func use<ID: Identifier>(_ name: Located<String>, as target: (ID) -> Target) -> ID {
        let id = ID(name.value)
        uses.append(Located(target(id), name.place))
        return id
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

    /// `what` is what the names name, for messages: `theme`.
    init(_ what: String) { self.what = what }

    /// Whether the name was free and well formed; otherwise the finding says what is wrong.
    mutating func take(_ id: ID, at place: Place, into findings: inout Findings) -> Bool {
        if let first = places[id] {
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

/// The form of ids that people choose.
enum IDForm {
    /// Letters, digits, `-`, `_` and `.`, the first a letter or a digit, at most 80 bytes.
    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text.utf8.count <= 80 else { return false }
        guard isWordScalar(first) else { return false }
        return text.unicodeScalars.allSatisfy { isWordScalar($0) || $0 == "-" || $0 == "_" || $0 == "." }
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isAlphabetic { return true }
        return properties.numericType == .decimal || properties.generalCategory == .nonspacingMark
    }
}
