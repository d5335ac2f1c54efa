import Diagnostics
import Markdown
import Markup

// All texts, ids and addresses in these tests are invented.

/// Knows a few invented things: any theme, one quote to embed, images that end in `.png`.
struct ExampleResolver: MarkdownResolver {
    func link(to destination: String, hasText: Bool) -> ResolvedLink {
        if destination.hasPrefix("theme:") {
            let id = destination.dropFirst(6)
            return .link(href: "theme-\(id).html", title: HTML(text: "Title of \(id)"), className: "theme")
        }
        // Hands an address through as it is, as a careless resolver would.
        if destination.hasPrefix("echo:") { return .link(href: String(destination.dropFirst(5))) }
        if destination.contains("unknown") { return .text }
        return .external(href: destination)
    }

    func embed(_ destination: String, alternative: String) -> HTML? {
        switch destination {
        case "quote:c4-1": HTML(trusted: "<figure>quote</figure>\n")
        case "theme:table": HTML(trusted: "<table class=\"x\"></table>\n")
        default: nil
        }
    }

    func image(_ destination: String) -> String? { destination.hasSuffix(".png") ? "files/\(destination)" : nil }

    func citation(_ items: [CitationItem], narrative: Bool) -> HTML {
        let works = items.map { item in
            [item.prefix, item.suppressAuthor ? "-\(item.key)" : item.key, item.suffix].joined(separator: "|")
        }
        let text = works.joined(separator: " + ")
        return HTML(text: narrative ? "{\(text)}" : "(\(text))")
    }
}

func render(_ markdown: String, _ options: RenderOptions = RenderOptions()) -> String {
    MarkdownRenderer.html(markdown, options: options, resolver: ExampleResolver()).description
}

/// A text with marks around the places where something is expected: `a «theme:x» b`.
struct Marked {
    let text: MarkdownText
    /// What stands between the marks, with its offset.
    let expected: [Spot]

    struct Spot: Hashable, CustomStringConvertible {
        let offset: Int
        let words: String
        var description: String { "\(offset) ‘\(words)’" }
    }

    private let bytes: [UInt8]

    init(_ marked: String) {
        var plain = ""
        var starts: [Int] = []
        var spots: [Spot] = []
        for character in marked {
            switch character {
            case "«": starts.append(plain.utf8.count)
            case "»":
                let start = starts.popLast() ?? 0
                spots.append(Spot(offset: start, words: String(decoding: Array(plain.utf8)[start...], as: UTF8.self)))
            default: plain.append(character)
            }
        }
        expected = spots.sorted { $0.offset < $1.offset }
        // The text does not begin where its file does, as after front matter.
        let before = "---\ntitle: invented\n---\n"
        bytes = Array((before + plain).utf8)
        var sources = Sources()
        let source = sources.add(Source(path: "invented.md", text: bytes))
        text = MarkdownText(plain, source: source, offset: before.utf8.count)
    }

    var outline: Outline { MarkdownReader.outline(text) }

    /// What stands at places in the file, offsets counted from the start of the text.
    func spots(_ places: [Place]) -> [Spot] {
        places.map { place in
            let start = Int(place.offset)
            let words = String(decoding: bytes[start..<(start + Int(place.length))], as: UTF8.self)
            return Spot(offset: start - (bytes.count - text.markdown.utf8.count), words: words)
        }
    }
}
