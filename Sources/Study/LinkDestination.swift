/// What the destination of a Markdown link means in a study.
public enum LinkDestination: Sendable, Hashable {
    /// A part of the study: `theme:trust`, `matrix:`, `page:methods#sampling`.
    case target(Target, anchor: String?)
    /// A heading of the same text: `#sampling`.
    case anchor(String)
    /// A file beside the text: `images/setting.png`.
    case file(String)
    /// Another site, by http, https, mailto or tel.
    case external(String)
    /// One of the study's schemes, with something after it that cannot be meant: `matrix:trust`, `theme:`.
    case malformed(scheme: String)
    /// A scheme that is neither the study's own nor one that is safe to follow.
    case unknownScheme(String)

    /// Reads a destination as it was written in Markdown, with escapes and percent signs already undone.
    public init(_ destination: String) {
        // Where all is ASCII, a byte is a character, which is found much faster.
        let isASCII = destination.utf8.allSatisfy { $0 < 0x80 }
        if isASCII ? destination.utf8.first == UInt8(ascii: "#") : destination.hasPrefix("#") {
            self = .anchor(String(destination.dropFirst()))
            return
        }
        let colon = isASCII ? destination.utf8.firstIndex(of: UInt8(ascii: ":")) : destination.firstIndex(of: ":")
        guard let colon, Self.isScheme(destination[..<colon]) else {
            self = .file(destination)
            return
        }
        let scheme = destination[..<colon].lowercased()
        let rest = destination[destination.index(after: colon)...]
        // Most links lead to something that has an id.
        if scheme != "page", !rest.isEmpty, let target = Self.target(scheme: scheme, id: String(rest)) {
            self = .target(target, anchor: nil)
            return
        }
        if Self.safeSchemes.contains(scheme) {
            self = .external(destination)
            return
        }
        guard Self.studySchemes.contains(scheme) else {
            self = .unknownScheme(scheme)
            return
        }
        if scheme == "page", let hash = rest.firstIndex(of: "#") {
            let id = String(rest[..<hash])
            let anchor = String(rest[rest.index(after: hash)...])
            self = id.isEmpty ? .malformed(scheme: scheme) : .target(.page(PageID(id)), anchor: anchor)
            return
        }
        if let target = Self.target(scheme: scheme, id: String(rest)) {
            self = .target(target, anchor: nil)
        } else {
            self = .malformed(scheme: scheme)
        }
    }

    /// The schemes that name parts of a study.
    public static let studySchemes = [
        "theme", "quote", "group", "participant", "construct", "proposition", "logic", "guide", "page", "reference",
        "home", "themes", "quotes", "groups", "participants", "constructs", "matrix", "theory", "guides", "references",
        "report", "downloads", "changes",
    ]

    /// The schemes of other sites that a reader may safely follow.
    public static let safeSchemes = ["http", "https", "mailto", "tel"]

    private static func target(scheme: String, id: String) -> Target? {
        if id.isEmpty {
            switch scheme {
            case "home": return .home
            case "themes": return .themes
            case "quotes": return .quotes
            case "groups": return .groups
            case "participants": return .participants
            case "constructs": return .constructs
            case "matrix": return .matrix
            case "logic": return .logicModel
            case "theory": return .theory
            case "guides": return .guides
            case "references": return .references
            case "report": return .report
            case "downloads": return .downloads
            case "changes": return .changes
            default: return nil
            }
        }
        switch scheme {
        case "theme": return .theme(ThemeID(id))
        case "quote": return .quote(QuoteID(id))
        case "group": return .group(GroupID(id))
        case "participant": return .participant(ParticipantID(id))
        case "construct": return .construct(ConstructID(id))
        case "proposition": return .proposition(PropositionID(id))
        case "logic": return .box(BoxID(id))
        case "guide": return .guide(GroupID(id))
        case "page": return .page(PageID(id))
        case "reference": return .reference(ReferenceID(id))
        default: return nil
        }
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
        return text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D
                || byte == 0x2E
        }
    }
}
