import Study

/// What themes are called in a QDA tool: so that the team knows them again, and an import finds the way back.
enum CodeNames {
    /// For each theme its first QDA code name, else its title, else its id: the first of them that means no other theme
    /// and that every format can hold.
    ///
    /// No two names are the same, as some tools lose a code whose name there is already.
    static func names(of themes: [Theme]) -> [String] {
        var meanings: [String: Set<ThemeID>] = [:]
        for theme in themes {
            for name in [theme.id.rawValue, theme.title] + theme.codes { meanings[name, default: []].insert(theme.id) }
        }
        return themes.map { theme in
            (theme.codes + [theme.title]).first { isPlain($0) && meanings[$0]?.count == 1 } ?? theme.id.rawValue
        }
    }

    /// Whether a name can stand in a list of names, in a cell and in XML.
    private static func isPlain(_ name: String) -> Bool {
        guard name.contains(where: { !$0.isWhitespace }) else { return false }
        guard name.first?.isWhitespace == false, name.last?.isWhitespace == false else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            scalar != ";" && scalar.properties.generalCategory != .control && XMLCharacters.allows(scalar)
        }
    }
}
