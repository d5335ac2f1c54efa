import BuiltIn
import Diagnostics
import StudyFiles
import Templates

/// The templates, words and assets that a site is made with: the study's own, and the built-in ones behind them.
struct TemplateFiles {
    /// A file that is copied into the site as it is.
    struct Asset: Sendable {
        /// The path inside the folder of templates.
        let path: String
        let bytes: [UInt8]
    }

    private(set) var templates: [TemplateSource] = []
    private(set) var assets: [Asset] = []
    private var words: [String: [SourceID]] = [:]

    /// Takes the built-in files and puts the study's own over them, one file at a time.
    init(own: [String: [UInt8]], prefix: String, sources: inout Sources, diagnostics: inout Diagnostics) {
        let builtIn = BuiltInFiles.all
        for path in Set(builtIn.keys).union(own.keys).sorted() {
            let fallback = builtIn[path]?.utf8
            if path.hasPrefix("words/") {
                // Words are not replaced as a whole: a study's file may hold only those that it wants to change.
                for (bytes, shown) in [
                    (fallback.map { [UInt8]($0) }, "built-in templates/" + path), (own[path], prefix + path),
                ] {
                    guard let bytes else { continue }
                    words[path, default: []].append(sources.add(Source(path: shown, text: bytes)))
                }
                continue
            }
            guard let bytes = own[path] ?? fallback.map({ [UInt8]($0) }) else { continue }
            if path.hasSuffix(".mustache") {
                let shown = own[path] == nil ? "built-in templates/" + path : prefix + path
                if own[path] != nil, fallback == nil {
                    Self.reportUnknown(path, known: builtIn.keys, shown: shown, into: &diagnostics)
                }
                guard own[path] == nil || String(validating: bytes, as: UTF8.self) != nil else {
                    diagnostics.add(.templateEncoding, "this template is not UTF-8", atPath: shown)
                    continue
                }
                let id = sources.add(Source(path: shown, text: bytes))
                templates.append(
                    TemplateSource(name: String(path.dropLast(".mustache".count)), source: id, text: bytes)
                )
            } else {
                assets.append(Asset(path: path, bytes: bytes))
            }
        }
    }

    /// The interface words of a language, English behind them; the more exact tag wins: `en-GB` over `en`.
    func words(
        for language: String,
        sources: Sources,
        diagnostics: inout Diagnostics
    ) -> [String: String] {
        let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? "en"
        var merged: [String: String] = [:]
        var seen: Set<String> = []
        for tag in ["en", primary, language] where seen.insert(tag).inserted {
            for id in words["words/\(tag).yml"] ?? [] {
                let texts = WordsFile.read(id, in: sources, into: &diagnostics)
                merged.merge(texts) { _, new in new }
            }
        }
        return merged
    }

    /// A template that replaces nothing may be a partial of the study's own, or a misspelt name.
    private static func reportUnknown(
        _ path: String,
        known: some Sequence<String>,
        shown: String,
        into diagnostics: inout Diagnostics
    ) {
        guard let near = NearMiss.nearest(to: path, in: known.sorted()) else { return }
        diagnostics.add(
            .templateUnused,
            "this template replaces none of the built-in ones",
            atPath: shown,
            help: "did you mean ‘\(near)’?"
        )
    }
}

extension Rule {
    static let templateEncoding = Rule("template-encoding", .error, "A template is not UTF-8.")
    static let templateUnused = Rule("template-unused", .warning, "A template's name is nearly that of a built-in one.")
    /// The output folder holds something that Verbatim did not make.
    public static let outputNotASite = Rule(
        "output-not-a-site",
        .error,
        "The output folder holds something that Verbatim did not make."
    )
    static let outputHoldsStudy = Rule("output-holds-study", .error, "The site would be written over the study itself.")

    /// The checks of templates' files and of the output folder.
    public static let ofBuilding: [Rule] = [.templateEncoding, .templateUnused, .outputNotASite, .outputHoldsStudy]
}
