/// The facts about a study as a whole.
public struct About: Sendable {
    /// The study's title.
    public var title: String
    /// A second line of the title.
    public var subtitle: String?
    /// A title of a few words, for the head of every page.
    public var shortTitle: String?
    /// The language of the study as a BCP 47 tag, such as `en-GB`.
    public var language: String
    /// Who did the study.
    public var authors: [Author]
    /// What the study asked, in a sentence.
    public var question: String?
    /// What the study found, in a few sentences of plain text.
    public var summary: String?
    /// Further facts in the study's own words, such as setting or number of sites.
    public var facts: [Fact]
    /// When the data were collected.
    public var collected: DateSpan?
    /// When the study was published.
    public var published: PartialDate?
    /// The study's own entry in the list of references: how to cite it.
    public var citation: ReferenceID?
    /// The DOI without a resolver: `10.1016/j.ssmmh.2025.100548`.
    public var doi: String?
    /// Under what terms the study may be used.
    public var licence: Licence?
    /// A note for the foot of every page, such as who made this site from what.
    public var notice: Prose?
    /// Whether raw HTML in the study's Markdown is kept; otherwise it is shown as text.
    public var allowsHTML: Bool
    /// Whether search engines may list the site.
    public var allowsIndexing: Bool
    /// What the further columns of `participants.csv` are called, in the order in which they are shown.
    public var attributes: [Attribute]

    /// The facts about a study.
    public init(
        title: String,
        subtitle: String? = nil,
        shortTitle: String? = nil,
        language: String = "en",
        authors: [Author] = [],
        question: String? = nil,
        summary: String? = nil,
        facts: [Fact] = [],
        collected: DateSpan? = nil,
        published: PartialDate? = nil,
        citation: ReferenceID? = nil,
        doi: String? = nil,
        licence: Licence? = nil,
        notice: Prose? = nil,
        allowsHTML: Bool = false,
        allowsIndexing: Bool = false,
        attributes: [Attribute] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.shortTitle = shortTitle
        self.language = language
        self.authors = authors
        self.question = question
        self.summary = summary
        self.facts = facts
        self.collected = collected
        self.published = published
        self.citation = citation
        self.doi = doi
        self.licence = licence
        self.notice = notice
        self.allowsHTML = allowsHTML
        self.allowsIndexing = allowsIndexing
        self.attributes = attributes
    }

    /// Somebody who did the study.
    public struct Author: Sendable {
        /// The name as it is printed.
        public var name: String
        /// Where they work.
        public var affiliation: String?
        /// Their ORCID iD: `0000-0002-1825-0097`.
        public var orcid: String?

        /// An author.
        public init(name: String, affiliation: String? = nil, orcid: String? = nil) {
            self.name = name
            self.affiliation = affiliation
            self.orcid = orcid
        }
    }

    /// A labelled fact.
    public struct Fact: Sendable {
        /// What it is about: `Setting`.
        public var label: String
        /// What is so: `Six sites of one NHS trust`.
        public var value: String

        /// A fact.
        public init(label: String, value: String) {
            self.label = label
            self.value = value
        }
    }

    /// The terms under which the study may be used.
    public struct Licence: Sendable {
        /// The licence's name: `CC BY-NC 4.0`.
        public var name: String
        /// Where its text is.
        public var url: String?

        /// A licence.
        public init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    /// A further column of `participants.csv`.
    public struct Attribute: Sendable {
        /// The column's header.
        public var key: String
        /// What readers see.
        public var label: String

        /// An attribute.
        public init(key: String, label: String) {
            self.key = key
            self.label = label
        }
    }
}
