import Diagnostics

/// A page of prose: methods, discussion, whatever the study needs.
public struct Page: Sendable {
    public var id: PageID
    public var title: String
    /// What the page is about, in a sentence of plain text.
    public var summary: String?
    public var prose: Prose
    public var place: Place

    public init(id: PageID, title: String, summary: String? = nil, prose: Prose, place: Place) {
        self.id = id
        self.title = title
        self.summary = summary
        self.prose = prose
        self.place = place
    }
}

/// A work that the study cites: what CSL-JSON says of it.
public struct Reference: Sendable {
    public var id: ReferenceID
    /// The CSL type: `article-journal`, `book`, `webpage`.
    public var type: String
    public var authors: [Name]
    public var year: Int?
    public var title: String
    /// The journal or book that it appeared in.
    public var containerTitle: String?
    public var volume: String?
    public var issue: String?
    public var page: String?
    public var publisher: String?
    public var publisherPlace: String?
    public var doi: String?
    public var url: String?
    /// When a web page was looked at.
    public var accessed: PartialDate?
    public var place: Place

    public init(
        id: ReferenceID,
        type: String,
        authors: [Name],
        year: Int?,
        title: String,
        containerTitle: String? = nil,
        volume: String? = nil,
        issue: String? = nil,
        page: String? = nil,
        publisher: String? = nil,
        publisherPlace: String? = nil,
        doi: String? = nil,
        url: String? = nil,
        accessed: PartialDate? = nil,
        place: Place
    ) {
        self.id = id
        self.type = type
        self.authors = authors
        self.year = year
        self.title = title
        self.containerTitle = containerTitle
        self.volume = volume
        self.issue = issue
        self.page = page
        self.publisher = publisher
        self.publisherPlace = publisherPlace
        self.doi = doi
        self.url = url
        self.accessed = accessed
        self.place = place
    }

    /// A person, or a body under one name.
    public enum Name: Sendable, Hashable {
        case person(family: String, given: String)
        case body(String)
    }
}
