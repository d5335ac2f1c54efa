import Diagnostics
import Fingerprints
import Markdown
import Study

/// What is known of texts that were read before. A text whose Markdown is the same need not be parsed again, until
/// somebody asks for its words.
public struct RememberedTexts: Sendable {
    private let byContent: [Fingerprint: RememberedText]

    /// Texts that were read before, in any order.
    public init(_ texts: [RememberedText] = []) {
        byContent = Dictionary(texts.map { ($0.content, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is known of a text with this content.
    subscript(content: Fingerprint) -> RememberedText? { byContent[content] }
}

/// What is known of one text, and that there is nothing else to say of it: no mistake, no heading or file that it leads to,
/// no HTML.
///
/// It has neither words nor names, only where names stand in a text that has to be there.
public struct RememberedText: Equatable, Sendable {
    /// The fingerprint of its Markdown.
    public let content: Fingerprint
    /// What it links to, embeds and cites, in order.
    public let mentions: [Mention]

    /// Where a part of the study is named.
    public struct Mention: Equatable, Sendable {
        /// The first byte of the name in the Markdown.
        public let offset: Int
        /// How many bytes the name has.
        public let length: Int
        /// How the text speaks of it.
        public let kind: Prose.Kind

        /// A name at a place.
        public init(offset: Int, length: Int, kind: Prose.Kind) {
            self.offset = offset
            self.length = length
            self.kind = kind
        }
    }

    /// What was remembered of a text.
    public init(content: Fingerprint, mentions: [Mention]) {
        self.content = content
        self.mentions = mentions
    }

    /// What is to be remembered of prose in which only mentions were found; nil if these could not be found again by
    /// their places, such as a link whose destination is written with escapes.
    init?(_ prose: Prose) {
        content = prose.content
        mentions = prose.mentions.map { mention in
            Mention(
                offset: Int(mention.place.offset) - Int(prose.place.offset),
                length: Int(mention.place.length),
                kind: mention.kind
            )
        }
        guard mentions(in: prose.markdown, at: prose.place) == prose.mentions else { return nil }
    }

    /// What a text with this content mentions; nil if the places are not those of this text.
    func mentions(in markdown: String, at place: Place) -> [Prose.Mention]? {
        var found: [Prose.Mention] = []
        found.reserveCapacity(mentions.count)
        for mention in mentions {
            guard let name = markdown.text(at: mention.offset, count: mention.length),
                let target = mention.kind.target(named: name)
            else { return nil }
            found.append(
                Prose.Mention(
                    target: target,
                    kind: mention.kind,
                    place: Place(
                        source: place.source,
                        offset: Int(place.offset) + mention.offset,
                        length: mention.length
                    )
                )
            )
        }
        return found
    }
}

extension Prose.Kind {
    /// What a name means where a text speaks of it in this way, if it is written without escapes.
    fileprivate func target(named name: Substring) -> Target? {
        switch self {
        case .citation: return name.first == "@" ? .reference(ReferenceID(String(name.dropFirst()))) : nil
        case .link, .embed:
            guard case .target(let target, _) = LinkDestination(String(name)) else { return nil }
            return target
        }
    }
}

extension String {
    /// The text of some bytes; nil if they do not lie in it or would cut a character in two.
    fileprivate func text(at offset: Int, count: Int) -> Substring? {
        guard offset >= 0, count >= 0, offset <= utf8.count - count else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        let end = utf8.index(start, offsetBy: count)
        guard start.samePosition(in: unicodeScalars) != nil, end.samePosition(in: unicodeScalars) != nil else {
            return nil
        }
        return self[start..<end]
    }
}
