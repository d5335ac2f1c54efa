import Diagnostics
import Fingerprints
import Markdown
import Study

/// Turns Markdown that somebody wrote into prose that knows what it mentions, and checks all that can be checked
/// before every name is known.
struct ProseReader: Sendable {
    /// The paths of the files that prose may show or offer.
    let files: Set<String>
    /// The paths of the study's own texts, which are not published as they are.
    let texts: Set<String>

    /// The prose of a Markdown file, from an offset on, to its end or another offset.
    func block(
        of id: SourceID,
        path: String,
        from offset: Int,
        to end: Int? = nil,
        into findings: inout Findings
    ) -> (Prose, Outline) {
        let text = MarkdownText(Self.markdown(of: id, from: offset, to: end, findings), source: id, offset: offset)
        return read(text, at: text.place, folder: Self.folder(of: path), isInline: false, into: &findings)
    }

    /// The prose of a Markdown file from an offset on, and what there is to remember of it. It is not parsed if that is
    /// remembered already. Nil if there are no words and nothing is mentioned.
    func block(
        of id: SourceID,
        path: String,
        from offset: Int,
        remembering texts: RememberedTexts,
        into findings: inout Findings
    ) -> (prose: Prose?, toRemember: RememberedText?) {
        let markdown = Self.markdown(of: id, from: offset, to: nil, findings)
        let content = Fingerprint { $0.add(markdown) }
        let place = Place(source: id, offset: offset, length: markdown.utf8.count)
        if let remembered = texts[content], let mentions = remembered.mentions(in: markdown, at: place) {
            findings.uses += mentions.map { Located($0.target, $0.place) }
            let prose = Prose(
                markdown: markdown,
                content: content,
                words: PlainText { MarkdownReader.plainText(of: markdown) },
                place: place,
                mentions: mentions,
                folder: Self.folder(of: path)
            )
            return (prose, remembered)
        }
        let text = MarkdownText(markdown, source: id, offset: offset)
        let (prose, outline) = read(
            text,
            content: content,
            at: place,
            folder: Self.folder(of: path),
            isInline: false,
            into: &findings
        )
        guard !outline.plainText.trimmingSpaces().isEmpty || !prose.mentions.isEmpty else { return (nil, nil) }
        return (prose, findings.areMentions ? RememberedText(prose) : nil)
    }

    /// The text of a file that was decoded, cut between lines.
    private static func markdown(of id: SourceID, from offset: Int, to end: Int?, _ findings: Findings) -> String {
        let source = findings.sources[id]
        return source.text.withUnsafeBufferPointer { text in
            String(validUTF8: UnsafeBufferPointer(rebasing: text[offset..<(end ?? text.count)]))
        }
    }

    /// The prose of a YAML value that may hold paragraphs.
    func block(_ value: YAMLValue, _ key: String, into findings: inout Findings) -> Prose? {
        prose(value, key, isInline: false, into: &findings)
    }

    /// The prose of a YAML value that is one run of text.
    func inline(_ value: YAMLValue, _ key: String, into findings: inout Findings) -> Prose? {
        prose(value, key, isInline: true, into: &findings)
    }

    private func prose(_ value: YAMLValue, _ key: String, isInline: Bool, into findings: inout Findings) -> Prose? {
        guard let said = findings.text(value, key) else { return nil }
        let text = MarkdownText(said.value, lookedForIn: value.text, at: said.place)
        return read(text, at: said.place, folder: "", isInline: isInline, into: &findings).0
    }

    private func read(
        _ text: MarkdownText,
        content: Fingerprint? = nil,
        at place: Place,
        folder: String,
        isInline: Bool,
        into findings: inout Findings
    ) -> (Prose, Outline) {
        let outline = MarkdownReader.outline(text, withBlocks: false)
        if outline.isTooLong {
            findings.add(
                .fileTooLarge,
                "this text is too long or too deeply nested to be read as Markdown",
                at: place,
                help: "divide it into several pages"
            )
        }
        var mentions: [Prose.Mention] = []
        for link in outline.links {
            if let mention = self.mention(link, folder: folder, isInline: isInline, outline: outline, into: &findings) {
                mentions.append(mention)
                findings.uses.append(Located(mention.target, mention.place))
            }
        }
        for citation in outline.citations {
            let target = Target.reference(ReferenceID(citation.key))
            mentions.append(Prose.Mention(target: target, kind: .citation, place: citation.place))
            findings.uses.append(Located(target, citation.place))
        }
        report(outline, into: &findings)
        return (
            Prose(
                markdown: text.markdown,
                content: content,
                words: PlainText(outline.plainText),
                place: place,
                isInline: isInline,
                mentions: mentions,
                folder: folder
            ),
            outline
        )
    }

    private func mention(
        _ link: Outline.Link,
        folder: String,
        isInline: Bool,
        outline: Outline,
        into findings: inout Findings
    ) -> Prose.Mention? {
        switch LinkDestination(link.destination) {
        case .target(let target, let anchor):
            if let anchor, case .page(let page) = target {
                findings.anchorUses.append(Located(AnchorUse(page: page, anchor: anchor), link.place))
            }
            if link.isEmbed { checkEmbed(link, target, isInline: isInline, into: &findings) }
            return Prose.Mention(target: target, kind: link.isEmbed ? .embed : .link, place: link.place)
        case .anchor(let anchor):
            let anchors = outline.headings.map(\.anchor)
            if !anchors.contains(anchor) {
                findings.add(
                    .unknownAnchor,
                    "this text has no heading ‘\(anchor)’",
                    at: link.place,
                    help: NearMiss.suggestion(for: anchor, in: anchors)
                )
            }
            refuseEmptyText(link, into: &findings)
        case .file(let path):
            checkFile(path, link, folder: folder, into: &findings)
        case .external(let address):
            if link.isEmbed {
                findings.add(
                    .remotePicture,
                    "the picture ‘\(address)’ is elsewhere, so readers get a link to it",
                    at: link.place,
                    help: "put a copy of it into the study's folder"
                )
            } else {
                refuseEmptyText(link, into: &findings)
            }
        case .malformed(let scheme):
            findings.add(
                .badValue,
                "‘\(link.destination)’ does not name anything",
                at: link.place,
                help: "write ‘\(scheme):’ with an id after it, or without one, as the reference of links says"
            )
        case .unknownScheme(let scheme):
            let isHarmful = ["javascript", "vbscript", "data", "file", "blob"].contains(scheme)
            findings.add(
                isHarmful ? .unsafeLink : .unknownScheme,
                isHarmful ? "a link cannot begin with ‘\(scheme):’" : "a link cannot begin with ‘\(scheme):’ here",
                at: link.place,
                help: NearMiss.suggestion(for: scheme, in: LinkDestination.studySchemes)
            )
        }
        return nil
    }

    private func checkEmbed(_ link: Outline.Link, _ target: Target, isInline: Bool, into findings: inout Findings) {
        guard target.canBeEmbedded else {
            findings.add(
                .misplacedEmbed,
                "‘\(link.destination)’ cannot be embedded",
                at: link.place,
                help: "link to it instead, without the ‘!’"
            )
            return
        }
        guard !link.standsAlone || isInline else { return }
        findings.add(
            .misplacedEmbed,
            isInline
                ? "nothing can be embedded in a single line of text" : "an embed must stand alone in its paragraph",
            at: link.place,
            help: isInline ? "link to it instead, without the ‘!’" : "put a blank line before and after it"
        )
    }

    private func checkFile(_ written: String, _ link: Outline.Link, folder: String, into findings: inout Findings) {
        let cut = written.prefix { $0 != "#" && $0 != "?" }
        guard let path = Prose.path(String(cut), from: folder) else {
            findings.add(
                .missingLinkedFile,
                "‘\(written)’ does not lead to a file of the study",
                at: link.place,
                help: "write a path inside the study's folder, or a link such as theme:…"
            )
            return
        }
        if files.contains(path) {
            findings.files.insert(path)
            if !link.isEmbed { refuseEmptyText(link, into: &findings) }
        } else if texts.contains(path) {
            findings.add(
                .missingLinkedFile,
                "‘\(written)’ is a file of the study itself, which is not published",
                at: link.place,
                help: "link to the page that is made from it, such as theme:… or page:…"
            )
        } else {
            findings.add(
                .missingLinkedFile,
                "there is no file ‘\(path)’",
                at: link.place,
                help: NearMiss.suggestion(for: path, in: files.sorted())
            )
        }
    }

    private func refuseEmptyText(_ link: Outline.Link, into findings: inout Findings) {
        guard link.isEmptyText, !link.isEmbed else { return }
        findings.add(.emptyLink, "this link has no text", at: link.place, help: "write a text between the brackets")
    }

    private func report(_ outline: Outline, into findings: inout Findings) {
        for problem in outline.footnoteProblems {
            switch problem.kind {
            case .undefined:
                findings.add(
                    .missingFootnote,
                    "the footnote ‘\(problem.label)’ has no text",
                    at: problem.place,
                    help: "add a line that begins with [^\(problem.label)]:"
                )
            case .unused:
                findings.add(.unusedFootnote, "the footnote ‘\(problem.label)’ is never called", at: problem.place)
            case .duplicate:
                findings.add(
                    .duplicateID,
                    "the footnote ‘\(problem.label)’ has two texts",
                    at: problem.place,
                    help: "give one of them another label"
                )
            }
        }
        for place in outline.rawHTML { findings.rawHTML.append(place) }
    }

    private static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }
}

extension Target {
    /// Whether it can be shown whole inside a text.
    var canBeEmbedded: Bool {
        switch self {
        case .quote, .theme, .group, .construct, .participant, .proposition, .box, .logicModel, .guide: true
        default: false
        }
    }
}
