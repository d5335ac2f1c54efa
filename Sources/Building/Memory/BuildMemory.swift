import Fingerprints
import Publishing
import StudyFiles

/// What is remembered of a build, so that the next one need not do again what nothing has changed.
///
/// It is a cache: whatever is missing, damaged or in doubt only costs time. It holds no words of the study, only
/// fingerprints, counts, the names of its pictures and where in its texts names stand. Pages are known by the numbers that their files have for the
/// next publication.
struct BuildMemory: Equatable, Sendable {
    /// The program that made the site. Another one may make another site of the same study.
    var program: Fingerprint
    /// The study's own templates.
    var templates: Fingerprint
    /// What the site was made from, the templates among it.
    var inputs: Fingerprint
    /// The study's pictures and other files that stand in the site as they are, each with its content.
    var copied: [CopiedFile]
    /// What the build told about the study.
    var told: Told
    /// The site as it was left.
    var site: StampedSite
    /// By the number of a file: what it shows; nil for those that are made again each time.
    var shown: [Fingerprint?]
    /// The number that the file of each page has, in the order in which pages were planned. The next plan is nearly always
    /// the same, so a page is looked for where it was.
    var planned: [FileNumber]
    /// What is known of the texts of themes.
    var texts: [RememberedText]

    /// A file that is copied into the site.
    struct CopiedFile: Equatable, Sendable {
        /// Its path in the study's folder.
        let path: String
        let content: Fingerprint
    }
}

/// What a build tells about the study when all went well.
public struct Told: Equatable, Sendable {
    /// How many pages the site has.
    public internal(set) var pages: Int
    /// How many quotes the site shows.
    public internal(set) var quotes: Int
    /// How many themes and sub-themes the site shows.
    public internal(set) var themes: Int
    /// How many warnings were given.
    public internal(set) var warnings: Int
    /// How many notes there are.
    public internal(set) var notes: Int
}
