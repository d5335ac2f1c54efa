import Diagnostics

/// One file and places in it, for tests.
struct Example {
    let sources: Sources
    private let id: SourceID
    private let text: String

    init(_ text: String, path: String = "content/quotes/clinicians.csv") {
        var sources = Sources()
        id = sources.add(Source(path: path, text: Array(text.utf8)))
        self.sources = sources
        self.text = text
    }

    /// The place of the first occurrence of a text; the start of the file if there is none.
    func place(of part: String) -> Place {
        let whole = Array(text.utf8)
        let wanted = Array(part.utf8)
        let offset = whole.indices.first { whole[$0...].starts(with: wanted) } ?? 0
        return place(offset, wanted.count)
    }

    func place(_ offset: Int, _ length: Int) -> Place {
        Place(source: id, offset: offset, length: length)
    }
}

extension Rule {
    static let unknownTheme = Rule("unknown-theme", .error, "A theme is named that does not exist.")
    static let odd = Rule("odd", .warning, "Something is odd.")
    static let silent = Rule("silent", .note, "A group is silent.")
}
