import Recoding

/// The files of a study as they stand on the disk, or as a test writes them.
///
/// Paths are relative to the study's folder and use `/`.
public struct StudyFolder: Sendable {
    /// The bytes of the files that a study is made of, by path.
    public var texts: [String: [UInt8]]
    /// The paths of every other file, such as pictures, whose bytes are not needed to read the study.
    public var others: Set<String>
    /// What messages put before a path, so that it can be opened from where the person stands: `content/`.
    public var prefix: String

    /// A folder from bytes.
    public init(texts: [String: [UInt8]], others: Set<String> = [], prefix: String = "") {
        self.texts = texts
        self.others = others
        self.prefix = prefix
    }

    /// A folder from strings.
    public init(_ files: [String: String], others: Set<String> = [], prefix: String = "") {
        self.init(texts: files.mapValues { Array($0.utf8) }, others: others, prefix: prefix)
    }

    /// Whether a path is one of the files that a study is made of.
    public static func isStudyText(_ path: String) -> Bool {
        switch path {
        case FileName.study, FileName.codebook, FileName.participants, FileName.logicModel, FileName.theory,
            FileName.references, FileName.ledger, FileName.importMapping:
            return true
        default:
            break
        }
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
        guard parts.count >= 2, let name = parts.last else { return false }
        switch parts[0] {
        case FileName.quotes: return name.hasSuffix(".csv") || name.hasSuffix(".tsv")
        case FileName.themes, FileName.guides, FileName.pages: return parts.count == 2 && name.hasSuffix(".md")
        case FileName.releases: return parts.count == 2 && name.hasSuffix(".json")
        default: return false
        }
    }

    /// The language that `study.yml` seems to give on a line of its own, or `en`: a guess for those who cannot wait until
    /// the study is read. What counts is `About.language`.
    public var likelyLanguage: String {
        let key = Array("language:".utf8)
        let lines = texts[FileName.study]?.split { $0 == 0x0A || $0 == 0x0D } ?? []
        guard let line = lines.first(where: { $0.starts(with: key) }) else { return "en" }
        let value = line.dropFirst(key.count).prefix { $0 != UInt8(ascii: "#") }
        let marks = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "'")]
        return String(decoding: value.filter { !marks.contains($0) }, as: UTF8.self)
    }

    /// The paths in a folder, sorted.
    func paths(in folder: String) -> [String] {
        texts.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
    }
}

/// What the files and folders of a study are called.
enum FileName {
    static let study = "study.yml"
    static let codebook = "codebook.yml"
    static let participants = "participants.csv"
    static let quotes = "quotes"
    static let themes = "themes"
    static let guides = "guides"
    static let pages = "pages"
    static let logicModel = "logic-model.yml"
    static let theory = "theory.md"
    static let references = "references.json"
    static let ledger = LedgerFile.path
    static let releases = ReleaseFile.folder
    static let importMapping = "import.yml"

    /// `trust` for `themes/trust.md`.
    static func stem(_ path: String) -> String {
        var name = path[...]
        if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) { name = path[path.utf8.index(after: slash)...] }
        return String(name.utf8.suffix(3).elementsEqual(".md".utf8) ? name.dropLast(3) : name)
    }
}
