import Diagnostics
import Study

/// What came of reading a study's files.
public struct Reading: Sendable {
    /// The study; nil if anything was wrong that forbids making a site of it.
    public let study: Study?
    /// The study even if it cannot be published, as long as all its quotes, themes and participants could be read; to
    /// compare with former states. That prose still speaks of a quote that is gone is worth knowing just then.
    public let draft: Study?
    /// The study even if it has no themes, participants or quotes yet, as long as nothing else is wrong with it than
    /// that and what `draft` bears with: what an import begins with.
    public let beginning: Study?
    /// The texts that were read, for messages that point into them.
    public let sources: Sources
    /// All that was found, errors and lesser things.
    public let diagnostics: Diagnostics
    /// What there is to remember of the texts of themes, for the next reading.
    public let toRemember: [RememberedText]
}

/// Reads a study's files into a checked study. A function of its input: nothing on the disk is touched.
public enum StudyReader {
    /// Reads everything and finds everything that is wrong in one go.
    ///
    /// `sources` are other texts that messages may point into; those of the study are added to them. What is
    /// remembered of texts makes no difference but in time.
    public static func read(
        _ folder: StudyFolder,
        beside sources: Sources = Sources(),
        remembering texts: RememberedTexts = RememberedTexts()
    ) -> Reading {
        guard !folder.texts.isEmpty else { return nothing(in: folder, beside: sources) }
        var reader = StudyRun(folder: folder, remembered: texts)
        reader.findings.sources = sources
        let study = reader.study()
        let isSound = !reader.findings.diagnostics.hasErrors
        let isComparable = reader.findings.diagnostics.all.allSatisfy {
            $0.rule.severity != .error || Rule.ofMentions.contains($0.rule)
        }
        let mayBegin = reader.findings.diagnostics.all.allSatisfy {
            $0.rule.severity != .error || Rule.ofMentions.contains($0.rule) || reader.isOfBeginnings($0)
        }
        return Reading(
            study: isSound ? study : nil,
            draft: isComparable ? study : nil,
            beginning: mayBegin ? study : nil,
            sources: reader.findings.sources,
            diagnostics: reader.findings.diagnostics,
            toRemember: reader.toRemember
        )
    }
}

extension StudyReader {
    /// Where no file of a study is, the folder is wrong, and not one file after the other.
    private static func nothing(in folder: StudyFolder, beside sources: Sources) -> Reading {
        var diagnostics = Diagnostics()
        let path = folder.prefix.isEmpty ? "." : String(folder.prefix.dropLast(folder.prefix.hasSuffix("/") ? 1 : 0))
        diagnostics.add(
            .missingFile,
            "there is no study in this folder",
            atPath: path,
            help: "name the folder that holds study.yml with --study"
        )
        return Reading(
            study: nil,
            draft: nil,
            beginning: nil,
            sources: sources,
            diagnostics: diagnostics,
            toRemember: []
        )
    }
}
