import Fingerprints
import Markdown
import Markup
import Study
import Templates

/// Makes HTML of a study's prose: links, citations and embeds become what they mean in the site.
struct ProseRenderer: Sendable {
    let linker: Linker
    /// Shows a part of the study whole; nil where nothing can be embedded.
    var embed: (@Sendable (Target) -> HTML?)?

    /// What the ids of a page's main text begin with. Templates use ids that begin otherwise, and the prefixes of other
    /// texts hold `_`, which no anchor does; so a heading can never take an id that is taken.
    static let mainPrefix = "text-"

    /// Prose as blocks. Its headings start at a level, and its ids with a prefix, so that several may share a page.
    func blocks(_ prose: Prose?, headingLevel: Int = 2, idPrefix: String = ProseRenderer.mainPrefix) -> HTML? {
        guard let prose else { return nil }
        return html(prose, headingLevel: headingLevel, idPrefix: idPrefix, isInline: false)
    }

    /// The same, made only when it is printed. `addEmbed` adds all that an embed shows to a fingerprint.
    func deferred(
        _ prose: Prose?,
        headingLevel: Int = 2,
        idPrefix: String = ProseRenderer.mainPrefix,
        addEmbed: (Target, inout Fingerprinter) -> Void
    ) -> DeferredHTML? {
        guard let prose else { return nil }
        let fingerprint = Fingerprint {
            add(prose, headingLevel: headingLevel, idPrefix: idPrefix, addEmbed: addEmbed, to: &$0)
        }
        return DeferredHTML(fingerprint) { [self] in
            blocks(prose, headingLevel: headingLevel, idPrefix: idPrefix) ?? HTML()
        }
    }

    /// Adds all that blocks of prose are made of to a fingerprint.
    func add(
        _ prose: Prose?,
        headingLevel: Int = 2,
        idPrefix: String = ProseRenderer.mainPrefix,
        addEmbed: (Target, inout Fingerprinter) -> Void,
        to fingerprinter: inout Fingerprinter
    ) {
        fingerprinter.add(prose == nil ? 0 : 1)
        guard let prose else { return }
        fingerprinter.add(prose.content)
        fingerprinter.add(prose.folder)
        fingerprinter.add(linker.study.about.allowsHTML ? 1 : 0)
        fingerprinter.add(headingLevel)
        fingerprinter.add(idPrefix)
        // Where a mention leads is written in the text; what it is called, and what an embed shows, is not.
        for mention in prose.mentions {
            switch mention.kind {
            case .link, .citation: linker.addTitle(of: mention.target, to: &fingerprinter)
            case .embed: addEmbed(mention.target, &fingerprinter)
            }
        }
    }

    /// Prose as one run of text, to stand within a paragraph.
    func inline(_ prose: Prose?) -> HTML? {
        guard let prose else { return nil }
        return html(prose, headingLevel: 2, idPrefix: "", isInline: true)
    }

    private func html(_ prose: Prose, headingLevel: Int, idPrefix: String, isInline: Bool) -> HTML {
        let phrases = linker.phrases
        let options = RenderOptions(
            topHeadingLevel: headingLevel,
            idPrefix: idPrefix,
            allowsHTML: linker.study.about.allowsHTML,
            isInline: isInline,
            words: RenderOptions.Words(
                footnotes: phrases.text(.footnotes),
                footnote: phrases.text(.footnote),
                backToReference: phrases.text(.backToReference),
                taskDone: phrases.text(.taskDone),
                taskOpen: phrases.text(.taskOpen)
            )
        )
        let resolver = Resolver(linker: linker, embed: isInline ? nil : embed, idPrefix: idPrefix, folder: prose.folder)
        return MarkdownRenderer.html(prose.markdown, options: options, resolver: resolver)
    }
}

/// What links, embeds and citations mean.
private struct Resolver: MarkdownResolver {
    let linker: Linker
    let embed: (@Sendable (Target) -> HTML?)?
    let idPrefix: String
    /// Where the text's relative paths start.
    let folder: String

    func link(to destination: String, hasText: Bool) -> ResolvedLink {
        switch LinkDestination(destination) {
        case .target(let target, let anchor):
            let href = Addresses.href(target) + (anchor.map { "#" + ProseRenderer.mainPrefix + $0 } ?? "")
            let title = hasText ? nil : HTML(text: linker.title(target))
            return .link(href: href, title: title, className: Self.className(target))
        case .anchor(let anchor): return .link(href: "#" + idPrefix + anchor)
        case .file(let path): return file(path).map { .link(href: $0) } ?? .text
        case .external(let address): return .external(href: address)
        case .malformed, .unknownScheme: return .text
        }
    }

    func embed(_ destination: String, alternative: String) -> HTML? {
        guard case .target(let target, anchor: nil) = LinkDestination(destination) else { return nil }
        return embed?(target)
    }

    func image(_ destination: String) -> String? {
        guard case .file(let path) = LinkDestination(destination) else { return nil }
        return file(path)
    }

    func citation(_ items: [CitationItem], narrative: Bool) -> HTML {
        var html = HTML(text: narrative ? "" : "(")
        for (number, item) in items.enumerated() {
            if number > 0 { html.append(HTML(text: "; ")) }
            if !item.prefix.isEmpty { html.append(HTML(text: item.prefix + " ")) }
            html.append(citation(item, narrative: narrative))
            if !item.suffix.isEmpty { html.append(HTML(text: ", " + item.suffix)) }
        }
        html.append(HTML(text: narrative ? "" : ")"))
        return html
    }

    private func citation(_ item: CitationItem, narrative: Bool) -> HTML {
        let id = ReferenceID(item.key)
        guard let position = linker.index.references[id] else { return HTML(text: "@" + item.key) }
        let year = linker.citations.year(position)
        let label = linker.citations.label(position)
        let text =
            item.suppressAuthor ? year : narrative ? "\(label) (\(year))" : "\(label), \(year)"
        var html = HTML(trusted: "<a class=\"citation\" href=\"")
        html.append(HTML(text: Addresses.href(.reference(id))))
        html.append(HTML(trusted: "\">"))
        html.append(HTML(text: text))
        html.append(HTML(trusted: "</a>"))
        return html
    }

    /// The address of one of the study's files.
    private func file(_ written: String) -> String? {
        let cut = written.prefix { $0 != "#" && $0 != "?" }
        guard let path = Prose.path(String(cut), from: folder) else { return nil }
        return Addresses.file(path) + written[cut.endIndex...]
    }

    private static func className(_ target: Target) -> String? {
        switch target {
        case .quote: "to-quote"
        case .theme: "to-theme"
        default: nil
        }
    }
}
