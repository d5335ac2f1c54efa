/// What became of every quote and theme that was once published, so that each address keeps its meaning.
public struct Ledger: Sendable, Hashable {
    /// What an entry is about.
    public struct Name: Sendable, Hashable, Comparable {
        /// The kinds of things whose addresses are kept.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case theme, quote
        }

        public var kind: Kind
        public var id: String

        /// A quote or theme by its id.
        public init(_ kind: Kind, _ id: String) {
            self.kind = kind
            self.id = id
        }

        /// A quote.
        public static func quote(_ id: QuoteID) -> Name { Name(.quote, id.rawValue) }
        /// A theme.
        public static func theme(_ id: ThemeID) -> Name { Name(.theme, id.rawValue) }

        /// Where it is in a study.
        public var target: Target {
            switch kind {
            case .theme: .theme(ThemeID(id))
            case .quote: .quote(QuoteID(id))
            }
        }

        public static func < (left: Name, right: Name) -> Bool {
            (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
        }
    }

    /// What became of it.
    public enum Fate: String, Sendable, Hashable, CaseIterable {
        /// It is part of the study.
        case live
        /// It has another id now.
        case renamed
        /// It is part of another one now.
        case merged
        /// Several others have taken its place.
        case split
        /// It is no longer part of the study.
        case removed
        /// Who said it withdrew it; nothing else may be known of it.
        case withdrawn

        /// Whether others have taken its place.
        public var hasSuccessors: Bool { self == .renamed || self == .merged || self == .split }
    }

    /// One line of the ledger.
    public struct Entry: Sendable, Hashable {
        public var fate: Fate
        /// The ids of what took its place, of the same kind.
        public var successors: [String]
        /// The release in which it was so first; nil where none is known, and always for what was withdrawn.
        public var since: String?

        /// One line of the ledger.
        public init(_ fate: Fate, successors: [String] = [], since: String? = nil) {
            self.fate = fate
            self.successors = successors
            self.since = since
        }
    }

    /// The entries by what they are about.
    public private(set) var entries: [Name: Entry]

    /// A ledger.
    public init(_ entries: [Name: Entry] = [:]) { self.entries = entries }

    /// Whether nothing was ever published.
    public var isEmpty: Bool { entries.isEmpty }

    /// The names, sorted.
    public var names: [Name] { entries.keys.sorted() }

    /// What is known of something.
    public subscript(name: Name) -> Entry? { entries[name] }

    /// Writes down what became of something. What was withdrawn stays so.
    public mutating func record(_ name: Name, _ entry: Entry) {
        if entries[name]?.fate == .withdrawn { return }
        entries[name] = entry.fate == .withdrawn ? Entry(.withdrawn) : entry
    }

    /// Writes down that something is part of the study, since a release if it was not before.
    public mutating func recordLive(_ name: Name, since release: String?) {
        if entries[name]?.fate != .live { record(name, Entry(.live, since: release)) }
    }

    /// What something has become in the end, over as many renamings, mergers and splits as there were.
    ///
    /// The fate is that of the thing itself, or `withdrawn` if nothing but withdrawn ones took its place.
    public func end(of name: Name) -> (fate: Fate, ids: [String]) {
        guard let entry = entries[name] else { return (.live, [name.id]) }
        guard entry.fate.hasSuccessors else { return (entry.fate, entry.fate == .live ? [name.id] : []) }
        var ids: [String] = []
        var fates: Set<Fate> = []
        var seen: Set<String> = [name.id]
        var waiting = Array(entry.successors.reversed())
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted else { continue }
            let next = entries[Name(name.kind, id)] ?? Entry(.live)
            if next.fate.hasSuccessors {
                waiting += next.successors.reversed()
            } else if next.fate == .live {
                ids.append(id)
            } else {
                fates.insert(next.fate)
            }
        }
        if ids.isEmpty { return (fates == [.withdrawn] ? .withdrawn : .removed, []) }
        return (entry.fate, ids)
    }
}

/// An address that was published and is not that of any part of the study now.
public struct FormerAddress: Sendable, Hashable {
    /// What stood there.
    public let name: Ledger.Name
    /// What became of it; never `live`.
    public let fate: Ledger.Fate
    /// What took its place, all of it part of the study.
    public let successors: [Target]
}

extension Study {
    /// The addresses that need a page of their own to say what became of what stood there, sorted.
    public var formerAddresses: [FormerAddress] {
        guard !ledger.isEmpty else { return [] }
        let quotes = Set(quotes.map(\.id.rawValue))
        let themes = Set(themes.map(\.id.rawValue))
        func isLive(_ id: String, _ kind: Ledger.Name.Kind) -> Bool {
            kind == .quote ? quotes.contains(id) : themes.contains(id)
        }
        return ledger.names.compactMap { name in
            guard !isLive(name.id, name.kind) else { return nil }
            let (fate, ids) = ledger.end(of: name)
            let live = ids.filter { isLive($0, name.kind) }
            let isGone = live.isEmpty && fate != .withdrawn
            return FormerAddress(
                name: name,
                fate: isGone ? .removed : fate,
                successors: live.map { Ledger.Name(name.kind, $0).target }
            )
        }
    }
}
