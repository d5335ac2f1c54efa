import Diagnostics
import Study

/// What `study.yml` says.
struct StudyFile {
    var about = About(title: "")
    var groups: [Group] = []
    var framework: Framework?
    var levels: [Level] = []
    /// Nil where the study leaves the navigation to Verbatim.
    var navigation: [Located<Target>]?
}

/// Reads `study.yml`.
enum AboutReader {
    static func read(_ root: YAMLValue, prose: ProseReader, into findings: inout Findings) -> StudyFile {
        var file = StudyFile()
        guard var fields = YAMLFields(root, "study.yml", into: &findings) else {
            findings.lost.formUnion([.group, .construct, .guide])
            return file
        }
        file.about = about(&fields, prose: prose, into: &findings)
        file.groups = groups(&fields, prose: prose, into: &findings)
        file.framework = framework(&fields, prose: prose, into: &findings)
        file.levels = fields.mappings("levels", "a level", into: &findings).compactMap { level in
            var level = level
            let singular = level.requiredText("singular", into: &findings)?.value
            let plural = level.requiredText("plural", into: &findings)?.value
            level.finish(into: &findings)
            guard let singular, let plural else { return nil }
            return Level(singular: singular, plural: plural)
        }
        file.navigation = navigation(&fields, into: &findings)
        fields.finish(into: &findings)
        return file
    }

    private static func about(
        _ fields: inout YAMLFields,
        prose: ProseReader,
        into findings: inout Findings
    ) -> About {
        var about = About(title: fields.requiredText("title", into: &findings)?.value ?? "")
        about.subtitle = fields.text("subtitle", into: &findings)?.value
        about.shortTitle = fields.text("short-title", into: &findings)?.value
        if let language = fields.text("language", into: &findings) {
            about.language = language.value
            if !LanguageTag.isWellFormed(language.value) {
                findings.add(
                    .badValue,
                    "‘\(language.value)’ is not a language tag",
                    at: language.place,
                    help: "write a tag such as en, en-GB, de or ar"
                )
            }
        }
        about.authors = fields.mappings("authors", "an author", into: &findings).compactMap { author in
            var author = author
            let name = author.requiredText("name", into: &findings)?.value
            let affiliation = author.text("affiliation", into: &findings)?.value
            let orcid = author.text("orcid", into: &findings)?.value
            author.finish(into: &findings)
            return name.map { About.Author(name: $0, affiliation: affiliation, orcid: orcid) }
        }
        about.question = fields.text("question", into: &findings)?.value
        about.summary = fields.text("summary", into: &findings)?.value
        about.facts = fields.mappings("facts", "a fact", into: &findings).compactMap { fact in
            var fact = fact
            let label = fact.requiredText("label", into: &findings)?.value
            let value = fact.requiredText("value", into: &findings)?.value
            fact.finish(into: &findings)
            guard let label, let value else { return nil }
            return About.Fact(label: label, value: value)
        }
        about.collected = collected(&fields, into: &findings)
        about.published = fields.date("published", into: &findings)?.value
        about.citation = fields.text("citation", into: &findings).map { findings.use($0, as: Target.reference) }
        about.doi = fields.text("doi", into: &findings).flatMap { doi(from: $0, into: &findings) }
        if let value = fields.value("licence"), var licence = YAMLFields(value, "the licence", into: &findings) {
            let name = licence.requiredText("name", into: &findings)?.value
            let url = licence.text("url", into: &findings)
            licence.finish(into: &findings)
            if let url, !WebAddress.isSafe(url.value) {
                findings.add(.unsafeLink, "‘\(url.value)’ is not a web address", at: url.place, help: "write https://…")
            }
            about.licence = name.map { About.Licence(name: $0, url: url?.value) }
        }
        about.notice = fields.value("notice").flatMap { prose.inline($0, "notice", into: &findings) }
        about.allowsHTML = fields.choice("html", yes: ["allow"], no: ["escape"], into: &findings) ?? false
        about.allowsIndexing = fields.flag("indexing", into: &findings) ?? false
        about.attributes = fields.mappings("attributes", "an attribute", into: &findings).compactMap { attribute in
            var attribute = attribute
            let key = attribute.requiredText("column", into: &findings)?.value
            let label = attribute.requiredText("label", into: &findings)?.value
            attribute.finish(into: &findings)
            guard let key, let label else { return nil }
            return About.Attribute(key: key, label: label)
        }
        return about
    }

    private static func collected(_ fields: inout YAMLFields, into findings: inout Findings) -> DateSpan? {
        guard let value = fields.value("collected"), var span = YAMLFields(value, "‘collected’", into: &findings) else {
            return nil
        }
        let hasFrom = span.required("from", into: &findings) != nil
        let from = hasFrom ? span.date("from", into: &findings) : nil
        let to = span.date("to", into: &findings)
        span.finish(into: &findings)
        guard let from else { return nil }
        if let to, to.value < from.value {
            findings.add(.badDate, "‘to’ is before ‘from’", at: to.place, help: "exchange the two dates")
        }
        return DateSpan(from: from.value, to: to?.value)
    }

    /// Takes a DOI with or without its resolver.
    private static func doi(from said: Located<String>, into findings: inout Findings) -> String? {
        guard let start = said.value.range(of: "10."), said.value.contains("/") else {
            findings.add(
                .badValue,
                "‘\(said.value)’ is not a DOI",
                at: said.place,
                help: "a DOI looks like 10.1000/182"
            )
            return nil
        }
        return String(said.value[start.lowerBound...])
    }

    private static func groups(
        _ fields: inout YAMLFields,
        prose: ProseReader,
        into findings: inout Findings
    ) -> [Group] {
        if fields.required("groups", into: &findings) == nil { findings.lost.formUnion([.group, .guide]) }
        var registry = Registry<GroupID>("group", as: Target.group)
        return fields.mappings("groups", "a group", into: &findings).compactMap { group in
            var group = group
            let id = group.requiredText("id", into: &findings)
            let title = group.requiredText("title", into: &findings)?.value
            let singular = group.requiredText("singular", into: &findings)?.value
            let description = group.value("description").flatMap { prose.inline($0, "description", into: &findings) }
            group.finish(into: &findings)
            guard let id, registry.takePlain(GroupID(id.value), at: id.place, into: &findings) else { return nil }
            guard let title, let singular else { return nil }
            return Group(
                id: GroupID(id.value),
                title: title,
                singular: singular,
                description: description,
                place: id.place
            )
        }
    }

    private static func framework(
        _ fields: inout YAMLFields,
        prose: ProseReader,
        into findings: inout Findings
    ) -> Framework? {
        guard let value = fields.value("framework"),
            var framework = YAMLFields(value, "the framework", into: &findings)
        else { return nil }
        let name = framework.requiredText("name", into: &findings)?.value
        let description = framework.value("description").flatMap { prose.inline($0, "description", into: &findings) }
        let reference = framework.text("reference", into: &findings).map {
            findings.use($0, as: Target.reference) as ReferenceID
        }
        var registry = Registry<ConstructID>("construct", as: Target.construct)
        let constructs = framework.mappings("constructs", "a construct", into: &findings).compactMap { construct in
            var construct = construct
            let id = construct.requiredText("id", into: &findings)
            let title = construct.requiredText("title", into: &findings)?.value
            let description = construct.value("description").flatMap {
                prose.inline($0, "description", into: &findings)
            }
            construct.finish(into: &findings)
            guard let id, registry.takePlain(ConstructID(id.value), at: id.place, into: &findings), let title else {
                return nil as Construct?
            }
            return Construct(id: ConstructID(id.value), title: title, description: description, place: id.place)
        }
        framework.finish(into: &findings)
        guard let name else { return nil }
        return Framework(name: name, description: description, reference: reference, constructs: constructs)
    }

    private static func navigation(
        _ fields: inout YAMLFields,
        into findings: inout Findings
    ) -> [Located<Target>]? {
        guard fields.value("navigation") != nil else { return nil }
        return fields.texts("navigation", into: &findings).compactMap { item in
            let word = item.value == "logic-model" ? "logic" : item.value
            let written = word.contains(":") ? word : word + ":"
            guard case .target(let target, anchor: nil) = LinkDestination(written) else {
                findings.add(
                    .badValue,
                    "‘\(item.value)’ is not a part of the site",
                    at: item.place,
                    help: NearMiss.suggestion(for: item.value, in: navigationWords)
                        ?? "the parts are: \(navigationWords.joined(separator: ", ")) and page:<id>"
                )
                return nil
            }
            return Located(target, item.place)
        }
    }

    private static let navigationWords = [
        "home", "themes", "quotes", "groups", "participants", "constructs", "matrix", "logic-model", "theory",
        "guides", "references", "report", "downloads",
    ]
}

/// The form of BCP 47 language tags, without their registry.
enum LanguageTag {
    static func isWellFormed(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let primary = parts.first, (2...8).contains(primary.utf8.count) else { return false }
        guard primary.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
        }
    }
}

/// Addresses of other sites.
enum WebAddress {
    /// Whether an address begins with http or https and has no white space or control in it.
    static func isSafe(_ text: String) -> Bool {
        let lowered = text.lowercased()
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return false }
        return text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace }
    }
}
