import Diagnostics

/// A template as a tree, with the places that messages point at.
final class ParsedTemplate: Sendable {
    let name: String
    let body: Body
    /// Whether it could be read without errors.
    let isSound: Bool

    init(name: String, body: Body, isSound: Bool) {
        self.name = name
        self.body = body
        self.isSound = isSound
    }
}

/// What stands in a template, a section or a block.
struct Body: Sendable {
    var nodes: [Node] = []
}

/// A piece of a template.
enum Node: Sendable {
    /// Text, with whether a line begins there.
    case text([UInt8], startsLine: Bool)
    case variable(Variable)
    case section(Section)
    case partial(Inclusion)
    case parent(Inclusion, [Block])
    case block(Block)
    /// The start of a line that begins with a tag.
    case lineStart
}

/// `{{name}}`, or `{{{name}}}` if it is not to be escaped.
struct Variable: Sendable {
    let path: Path
    let isUnescaped: Bool
    let surroundings: Surroundings
}

/// `{{#name}}…{{/name}}`, or with `^`.
struct Section: Sendable {
    let path: Path
    let isInverted: Bool
    let body: Body
}

/// The template that `{{> name}}` or `{{< name}}` includes.
struct Inclusion: Sendable {
    let name: String
    let place: Place
    /// The white space before it, if it stands alone on its line.
    let indentation: [UInt8]
    let standsAlone: Bool
}

/// `{{$name}}…{{/name}}`. A class, because which block it is tells blocks of one name apart.
final class Block: Sendable {
    let name: String
    let place: Place
    let body: Body

    init(name: String, place: Place, body: Body) {
        self.name = name
        self.place = place
        self.body = body
    }
}

/// A name with dots in it; a single dot is the path without parts.
struct Path: Sendable {
    let parts: [String]
    let place: Place

    /// The name as it was written.
    var description: String { parts.isEmpty ? "." : parts.joined(separator: ".") }

    /// Where one of the parts was written.
    func place(ofPart index: Int) -> Place {
        let before = parts[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
        return Place(source: place.source, offset: Int(place.offset) + before, length: parts[index].utf8.count)
    }
}
