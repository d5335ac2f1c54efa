import Diagnostics
import Interchange
import Study

/// Which theme each code of a tool means.
struct CodeMap {
    /// What each code is called in the study's files, by its position.
    let names: [String]
    /// The theme that each code means, by its position.
    let themes: [ThemeID?]
    private let byName: [String: ThemeID]

    init(_ codes: [CodedProject.Code], _ themes: [Theme]) {
        let index = ThemeNames(themes)
        let names = codes.map(Self.name)
        let found = codes.map(index.theme)
        self.names = names
        self.themes = found
        byName = Dictionary(
            zip(names, found).compactMap { name, theme in theme.map { (name, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The theme that a code means, by its name.
    func theme(_ name: String) -> ThemeID? { byName[name] }

    /// What a code is called: as the tool does where its name holds its parents, else with them.
    static func name(_ code: CodedProject.Code) -> String {
        if code.path.count < 2 || code.label.utf8.count > code.name.utf8.count, !code.label.isEmpty {
            return code.label
        }
        return code.path.joined(separator: " > ")
    }

    /// What a person would call it: its description where that is a title, or its own name.
    static func title(_ code: CodedProject.Code) -> String {
        ownTitle(code) ?? code.name
    }

    /// Its description where that is a title and its name is no more than a tag, such as `visible presence`.
    static func ownTitle(_ code: CodedProject.Code) -> String? {
        guard code.name == code.name.lowercased() else { return nil }
        guard let text = code.description?.trimmingSpaces(), !text.isEmpty, text.count <= 120 else { return nil }
        let isTitle = !text.contains(where: \.isNewline) && !text.hasSuffix(".") && !text.contains(". ")
        return isTitle && text != text.lowercased() ? text : nil
    }
}

/// Finds themes by names and paths of codes.
private struct ThemeNames {
    private var byCode: [String: ThemeID] = [:]
    private var byName: [String: [ThemeID]] = [:]
    private var themes: [ThemeID: Theme] = [:]

    /// What stands between names in codes of the codebook and of tools.
    private static let separators = [" > ", ".", "::", ": ", "\\", "/", " | ", ">"]

    init(_ all: [Theme]) {
        for theme in all {
            themes[theme.id] = theme
            for code in theme.codes where byCode[Self.key(code)] == nil { byCode[Self.key(code)] = theme.id }
            for name in Set(Self.ownNames(theme).map(Self.key)) { byName[name, default: []].append(theme.id) }
        }
    }

    func theme(of code: CodedProject.Code) -> ThemeID? {
        // What the codebook says counts for more than what looks alike.
        if let theme = byCode[Self.key(code.label)] { return theme }
        let forms = Self.separators.map { code.path.joined(separator: $0) }
        for form in forms { if let theme = byCode[Self.key(form)] { return theme } }
        let candidates = byName[Self.key(code.name)] ?? []
        // A path leads to the theme whose parents have its names.
        let along = candidates.filter { isOnPath($0, code.path) }
        if along.count == 1 { return along[0] }
        if along.isEmpty, candidates.count == 1, code.path.count == 1 || !leadsElsewhere(code.path) {
            return candidates[0]
        }
        return candidates.isEmpty && code.path.count == 1 ? byName[Self.key(code.label)]?.single : nil
    }

    /// Whether the parents of a theme have the names of a path, as far as both go.
    private func isOnPath(_ id: ThemeID, _ path: [String]) -> Bool {
        var above = themes[id]?.parent
        var compared = 0
        for count in (1..<max(path.count, 1)).reversed() {
            guard let parent = above.flatMap({ themes[$0] }) else { return compared > 0 || path.count == 1 }
            let names = Set((Self.ownNames(parent) + parent.codes).map(Self.key))
            // A theme may have the whole path as a code, as when that was renamed.
            let start = path.prefix(count)
            let forms = [path[count - 1]] + Self.separators.map { start.joined(separator: $0) }
            guard forms.contains(where: { names.contains(Self.key($0)) }) else { return false }
            compared += 1
            above = parent.parent
        }
        return compared > 0 || path.count == 1 && above == nil
    }

    /// Whether the codes above belong to other themes, so that a name alone is no proof.
    private func leadsElsewhere(_ path: [String]) -> Bool {
        path.dropLast().contains { byName[Self.key($0)] != nil || byCode[Self.key($0)] != nil }
    }

    private static func ownNames(_ theme: Theme) -> [String] {
        let id = theme.id.rawValue
        // `trust.boundaries` as an id is called `boundaries` where it stands under `trust`.
        var names = [id, theme.title] + (theme.shortTitle.map { [$0] } ?? [])
        for code in [id] + theme.codes {
            if let parent = theme.parent?.rawValue, code.hasPrefix(parent + ".") {
                names.append(String(code.dropFirst(parent.count + 1)))
            }
        }
        return names
    }

    /// How names are compared: without regard to capitals, and to what stands between words.
    private static func key(_ text: String) -> String {
        text.replacing("-", with: " ").replacing("_", with: " ").foldedForComparison()
    }
}

extension Array {
    fileprivate var single: Element? { count == 1 ? self[0] : nil }
}

extension String {
    /// Its first words, on one line, for messages.
    var firstWords: String { shown }
}
