import Foundation

/// One thing that the recoding of the sample did, as `expected_changes.json` says it. All of the recoding is invented.
///
/// Codes are named by their tags, quotes by their keys.
public enum SampleChange: Hashable, Sendable {
    /// A code has another name and title and keeps all its quotes but those that moved.
    case codeRenamed(theme: String, from: Label, to: Label, kept: [String])
    case codeAdded(theme: String, Label)
    /// A quote left one code for another, which may stand under another theme.
    case quoteMoved(String, participant: String, from: String, to: String, crossesTheme: Bool)
    /// A quote lost the one code that it had, and so is gone.
    case codingRemoved(String, participant: String, code: String)
    /// A quote is new; its words stand inside another one.
    case quoteAdded(String, participant: String, code: String, inside: String, text: String)
    case quoteTrimmed(String, participant: String, code: String, removedAtEnd: String)
    /// Somebody withdrew, and what they said may stand nowhere any more.
    case participantWithdrawn(String, quotes: [String], words: [String])

    /// What a code is called.
    public struct Label: Hashable, Decodable, Sendable {
        public let tag: String
        public let title: String

        public init(tag: String, title: String) {
            self.tag = tag
            self.title = title
        }
    }

    /// All that the recoding did.
    public static func all() throws -> [SampleChange] {
        try JSONDecoder().decode(Document.self, from: Data(Sample.bytes("expected_changes.json"))).changes
    }

    private struct Document: Decodable {
        let changes: [SampleChange]
    }
}

extension SampleChange: Decodable {
    private enum Key: String, CodingKey {
        case type, theme, from, to, tag, title, quote, participant, code, inside, text
        case kept = "quotes_kept"
        case crossesTheme = "crosses_theme"
        case removedAtEnd = "removed_at_end"
        case removed = "quotes_removed"
        case words = "must_not_appear_anywhere"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key) throws -> String { try values.decode(String.self, forKey: key) }
        func texts(_ key: Key) throws -> [String] { try values.decode([String].self, forKey: key) }
        func label(_ key: Key) throws -> Label { try values.decode(Label.self, forKey: key) }
        switch try text(.type) {
        case "code_renamed":
            self = .codeRenamed(
                theme: try text(.theme),
                from: try label(.from),
                to: try label(.to),
                kept: try texts(.kept)
            )
        case "code_added":
            self = .codeAdded(theme: try text(.theme), Label(tag: try text(.tag), title: try text(.title)))
        case "quote_moved":
            self = .quoteMoved(
                try text(.quote),
                participant: try text(.participant),
                from: try text(.from),
                to: try text(.to),
                crossesTheme: try values.decodeIfPresent(Bool.self, forKey: .crossesTheme) ?? false
            )
        case "coding_removed":
            self = .codingRemoved(try text(.quote), participant: try text(.participant), code: try text(.code))
        case "quote_added":
            self = .quoteAdded(
                try text(.quote),
                participant: try text(.participant),
                code: try text(.code),
                inside: try text(.inside),
                text: try text(.text)
            )
        case "quote_trimmed":
            self = .quoteTrimmed(
                try text(.quote),
                participant: try text(.participant),
                code: try text(.code),
                removedAtEnd: try text(.removedAtEnd)
            )
        case "participant_withdrawn":
            self = .participantWithdrawn(try text(.participant), quotes: try texts(.removed), words: try texts(.words))
        case let type:
            throw DecodingError.dataCorruptedError(forKey: .type, in: values, debugDescription: "unknown type \(type)")
        }
    }
}
