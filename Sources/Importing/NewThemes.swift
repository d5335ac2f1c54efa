import Interchange
import Study
import StudyFiles

/// The themes that codes become which no theme claims.
enum NewThemes {
    /// The themes for some codes and for those above them, parents first, in the order of the tool.
    static func themes(
        _ codes: [CodedProject.Code],
        _ used: Set<Int>,
        _ map: CodeMap,
        besides renamed: Set<String>,
        _ study: Study
    ) -> [NewTheme] {
        var wanted: Set<Int> = []
        for index in used where map.themes[index] == nil && !renamed.contains(map.names[index]) {
            var next: Int? = index
            while let code = next, map.themes[code] == nil, wanted.insert(code).inserted { next = codes[code].parent }
        }
        var taken = Set(study.themes.map { $0.id.rawValue.lowercased() })
        var ids: [Int: ThemeID] = [:]
        var themes: [NewTheme] = []
        for index in codes.indices where wanted.contains(index) {
            let id = ThemeID(unused(slug(codes[index].name), &taken))
            ids[index] = id
            let parent = codes[index].parent.flatMap { map.themes[$0] ?? ids[$0] }
            themes.append(NewTheme(id: id, title: title(codes[index]), code: map.names[index], parent: parent))
        }
        return themes
    }

    private static func title(_ code: CodedProject.Code) -> String {
        let words = CodeMap.title(code).split(whereSeparator: { $0.isWhitespace || $0.isNewline })
        let title = words.joined(separator: " ")
        return title.isEmpty ? "Unnamed" : title
    }

    private static func unused(_ slug: String, _ taken: inout Set<String>) -> String {
        var id = slug
        var number = 2
        while !taken.insert(id.lowercased()).inserted {
            id = "\(slug)-\(number)"
            number += 1
        }
        return id
    }

    /// A name as an id: its letters and digits in lower case, with `-` between words, not too long to be read.
    static func slug(_ name: String) -> String {
        var slug = ""
        var isParted = false
        for scalar in name.lowercased().unicodeScalars {
            let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
            guard isWord else {
                // An apostrophe or an accent parts no words.
                if scalar != "'", scalar != "’", scalar.properties.generalCategory != .nonspacingMark {
                    isParted = !slug.isEmpty
                }
                continue
            }
            if isParted {
                if slug.utf8.count > 36 { break }
                slug += "-"
            }
            isParted = false
            guard slug.utf8.count < 60 else { break }
            slug.unicodeScalars.append(scalar)
        }
        return slug.isEmpty ? "theme" : slug
    }
}
