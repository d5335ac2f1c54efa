/// A name that a study gives to one of its parts, typed so that one kind cannot be taken for another.
public protocol Identifier: RawRepresentable<String>, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// An identifier from what was written in the study's files.
    init(_ rawValue: String)
}

extension Identifier {
    /// The identifier that was written.
    public init(rawValue: String) { self.init(rawValue) }

    public var description: String { rawValue }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a theme or sub-theme.
public struct ThemeID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a quote; permanent, as addresses are made from it.
public struct QuoteID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a pseudonymous participant, such as `C4`.
public struct ParticipantID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a stakeholder group.
public struct GroupID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a construct of the study's framework.
public struct ConstructID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a proposition of the theory.
public struct PropositionID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a column of the logic model.
public struct ColumnID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a box of the logic model.
public struct BoxID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a Markdown page of the study.
public struct PageID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Names a work in the list of references: its CSL id, which is its citation key.
public struct ReferenceID: Identifier {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }
}
