import Diagnostics
import Processors
import Study

/// The texts of themes, which are half of what there is to read.
extension StudyRun {
    /// What the text of a theme says, if it can be read, and what was found in it.
    struct ThemeText: Sendable {
        let name: String
        let prose: ThemeProse?
        let place: Place
        /// What is wrong with the file, whatever it belongs to.
        let ofFile: Findings
        /// What was found in the text itself.
        let ofProse: Findings
    }

    /// Prepares to read the texts of themes. Whether there are such themes is asked when they are joined.
    mutating func themeProse() -> Alongside<ThemeText> {
        let prose = prose
        let remembered = remembered
        let texts = texts(in: FileName.themes)
        let start = findings.branch()
        return Alongside(texts.count, runsOf: 4) { position in
            let text = texts[position]
            let name = FileName.stem(text.path)
            var ofFile = start
            guard ofFile.isReadable(text) else {
                let place = Place(source: text.id, offset: 0, length: 0)
                return ThemeText(name: name, prose: nil, place: place, ofFile: ofFile, ofProse: start)
            }
            let file = MarkdownFile(text.path, text.id, into: &ofFile)
            var ofProse = start
            let read = ThemeProse(file, prose: prose, remembering: remembered, into: &ofProse)
            return ThemeText(name: name, prose: read, place: file.place, ofFile: ofFile, ofProse: ofProse)
        }
    }

    /// Gives themes their texts. Nothing is said of what is in a text that belongs to no theme.
    mutating func join(_ texts: [ThemeText], into themes: inout [Theme]) {
        let positions = Dictionary(
            themes.enumerated().map { ($1.id.rawValue, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for text in texts {
            findings.join(text.ofFile)
            guard let prose = text.prose else { continue }
            if let text = prose.toRemember { toRemember.append(text) }
            if let position = positions[text.name] {
                findings.join(text.ofProse)
                themes[position].summary = prose.summary
                themes[position].prose = prose.text
            } else if !findings.lost.contains(.theme), !findings.isClaimed(.theme(ThemeID(text.name))) {
                findings.add(
                    .unknownTheme,
                    "there is no theme ‘\(text.name)’ that this text could belong to",
                    at: text.place,
                    help: NearMiss.suggestion(for: text.name, in: themes.map(\.id.rawValue))
                        ?? "add the theme to codebook.yml, or rename the file"
                )
            }
        }
    }
}
