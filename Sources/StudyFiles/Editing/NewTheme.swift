import Study

/// A theme that an import adds to the codebook.
public struct NewTheme: Sendable, Hashable {
    public var id: ThemeID
    public var title: String
    /// The code that means it, by the tool's name.
    public var code: String
    /// The theme above it, old or new.
    public var parent: ThemeID?

    /// A theme that an import adds to the codebook.
    public init(id: ThemeID, title: String, code: String, parent: ThemeID?) {
        self.id = id
        self.title = title
        self.code = code
        self.parent = parent
    }

    /// Its fields but for its sub-themes.
    var fields: [String] {
        var fields = ["id: " + YAMLWriting.scalar(id.rawValue), "title: " + YAMLWriting.scalar(title)]
        let isKnown = code == title || code == id.rawValue
        if !isKnown { fields.append("codes: [\(YAMLWriting.scalar(code))]") }
        return fields
    }
}
