import Diagnostics
import Study

/// What `codebook.yml` says.
struct Codebook {
    /// Every theme before its sub-themes; prose and summaries come from other files.
    var themes: [Theme] = []
    /// Which theme each code means, by its exact form.
    var codes = CodeIndex()
    /// The key quotes that themes name, to check that they support them.
    var keyQuotes: [(theme: ThemeID, quote: Located<QuoteID>)] = []
}

/// Reads `codebook.yml`: the theme tree, nested or as a flat list with parents.
struct CodebookReader {
    /// Deeper trees than this cannot be shown, and no codebook has them.
    static let depthLimit = 30

    private var themes: [(theme: Theme, parent: Located<ThemeID>?, codes: [Located<String>])] = []
    private var registry = Registry<ThemeID>("theme", as: Target.theme)
    private var keyQuotes: [(theme: ThemeID, quote: Located<QuoteID>)] = []

    static func read(_ root: YAMLValue, into findings: inout Findings) -> Codebook {
        guard var fields = YAMLFields(root, "codebook.yml", into: &findings) else {
            findings.lost.insert(.theme)
            return Codebook()
        }
        var reader = CodebookReader()
        if fields.required("themes", into: &findings) == nil { findings.lost.insert(.theme) }
        for theme in fields.mappings("themes", "a theme", into: &findings) {
            reader.read(theme, under: nil, depth: 0, into: &findings)
        }
        fields.finish(into: &findings)
        return reader.codebook(into: &findings)
    }

    private mutating func read(
        _ fields: YAMLFields,
        under parent: Located<ThemeID>?,
        depth: Int,
        into findings: inout Findings
    ) {
        var fields = fields
        let id = fields.requiredText("id", into: &findings)
        let title = fields.requiredText("title", into: &findings)
        // Quotes may be coded with a title, too.
        if title == nil || id == nil { findings.lost.insert(.theme) }
        let shortTitle = fields.text("short-title", into: &findings)?.value
        let constructs: [ConstructID] = fields.texts("constructs", into: &findings).map {
            findings.use($0, as: Target.construct)
        }
        let codes = fields.texts("codes", into: &findings)
        let quote = fields.text("quote", into: &findings)
        let named = fields.text("parent", into: &findings)
        let children = fields.mappings("themes", "a theme", into: &findings)
        fields.finish(into: &findings)
        if let named, parent != nil {
            findings.add(
                .badValue,
                "a theme that stands under another cannot name a parent",
                at: named.place,
                help: "take ‘parent’ away, or move the theme to the top of the list"
            )
        }
        let theme = id.map { ThemeID($0.value) }
        if let id, let theme, registry.takePlain(theme, at: id.place, into: &findings) {
            let keyQuote = quote.map { findings.use($0, as: Target.quote) as QuoteID }
            if let keyQuote, let quote { keyQuotes.append((theme, Located(keyQuote, quote.place))) }
            let value = Theme(
                id: theme,
                title: title?.value ?? theme.rawValue,
                shortTitle: shortTitle,
                constructs: unique(constructs),
                codes: codes.map(\.value),
                keyQuote: keyQuote,
                place: id.place
            )
            themes.append((value, parent ?? named?.map { ThemeID($0) }, codes))
        }
        if depth >= Self.depthLimit, let first = children.first {
            findings.add(
                .themeTooDeep,
                "themes cannot be nested more than \(Self.depthLimit) deep",
                at: first.place
            )
            return
        }
        for child in children {
            let here = theme.map { Located($0, id?.place ?? fields.place) }
            read(child, under: here, depth: depth + 1, into: &findings)
        }
    }

    /// Puts the themes into the order of the tree, with parents, depths and codes.
    private func codebook(into findings: inout Findings) -> Codebook {
        var codebook = Codebook(keyQuotes: keyQuotes)
        let ids = Set(themes.map(\.theme.id))
        var children: [ThemeID: [Int]] = [:]
        var roots: [Int] = []
        for (index, entry) in themes.enumerated() {
            guard let parent = entry.parent else {
                roots.append(index)
                continue
            }
            if ids.contains(parent.value) {
                children[parent.value, default: []].append(index)
            } else {
                findings.uses.append(Located(.theme(parent.value), parent.place))
                roots.append(index)
            }
        }
        var waiting = roots.reversed().map { (index: $0, depth: 0) }
        var placed: Set<ThemeID> = []
        while let (index, depth) = waiting.popLast() {
            var theme = themes[index].theme
            theme.parent = depth == 0 ? nil : themes[index].parent?.value
            theme.depth = depth
            codebook.themes.append(theme)
            placed.insert(theme.id)
            waiting += (children[theme.id] ?? []).reversed().map { (index: $0, depth: depth + 1) }
            if depth == Self.depthLimit + 1 {
                findings.add(
                    .themeTooDeep,
                    "themes cannot be nested more than \(Self.depthLimit) deep",
                    at: theme.place
                )
            }
        }
        reportCycles(placed: placed, into: &findings)
        addCodes(to: &codebook, into: &findings)
        return codebook
    }

    /// What was not reached from the top hangs in a circle; each circle is named once, where it closes.
    private func reportCycles(placed: Set<ThemeID>, into findings: inout Findings) {
        guard placed.count < themes.count else { return }
        let parents = Dictionary(
            themes.compactMap { entry in entry.parent.map { (entry.theme.id, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
        var seen = placed
        for entry in themes where !seen.contains(entry.theme.id) {
            var path: [ThemeID] = []
            var current = entry.theme.id
            while !seen.contains(current), !path.contains(current), let parent = parents[current] {
                path.append(current)
                current = parent.value
            }
            seen.formUnion(path)
            guard let start = path.firstIndex(of: current), let place = parents[current]?.place else { continue }
            let circle = (path[start...] + [current]).map { "‘\($0)’" }.joined(separator: " is under ")
            findings.add(
                .themeCycle,
                "the theme ‘\(current)’ is a part of itself: \(circle)",
                at: place,
                help: "take one of these parents away"
            )
        }
    }

    private func addCodes(to codebook: inout Codebook, into findings: inout Findings) {
        // By position, as an entry that is taken out of its list is copied with all that it holds.
        codebook.codes.reserveCapacity(themes.count * 2 + themes.indices.reduce(0) { $0 + themes[$1].codes.count })
        for index in themes.indices { _ = codebook.codes.add(themes[index].theme.id.rawValue, themes[index].theme.id) }
        for index in themes.indices {
            for code in themes[index].codes {
                guard let other = codebook.codes.add(code.value, themes[index].theme.id) else { continue }
                findings.add(
                    .codeTaken,
                    "the code ‘\(code.value)’ means the theme ‘\(other)’ already",
                    at: code.place,
                    help: "let it mean one of the two themes only"
                )
            }
        }
        // Titles come last and quietly: two themes may share one, and then only their ids and codes tell them apart.
        for index in themes.indices { _ = codebook.codes.add(themes[index].theme.title, themes[index].theme.id) }
    }

    private func unique(_ ids: [ConstructID]) -> [ConstructID] {
        var seen: Set<ConstructID> = []
        return ids.filter { seen.insert($0).inserted }
    }
}
