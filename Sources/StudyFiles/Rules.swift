import Diagnostics

/// The checks of a study's files. Names are stable.
extension Rule {
    // Files
    static let missingFile = Rule("missing-file", .error, "A file that every study needs is not there.")
    static let unexpectedFile = Rule("unexpected-file", .warning, "A file stands where nothing reads it.")
    static let badEncoding = Rule("bad-encoding", .error, "A file is not in an encoding that can be read without loss.")
    static let fileTooLarge = Rule("file-too-large", .error, "A text is larger than any that people write.")

    // YAML
    static let yamlSyntax = Rule("yaml-syntax", .error, "A file or front matter is not YAML.")
    static let yamlTab = Rule("yaml-tab", .error, "YAML is indented by spaces only.")
    static let yamlDuplicateKey = Rule(
        "yaml-duplicate-key",
        .error,
        "A key is given twice, so one value would be lost."
    )
    static let yamlAlias = Rule("yaml-alias", .error, "Aliases or nesting would make a small file enormous.")
    static let yamlWrongKind = Rule(
        "yaml-wrong-kind",
        .error,
        "A text, a list or a mapping stands where another is needed."
    )
    static let unknownKey = Rule("unknown-key", .error, "A key means nothing here, so what it says would be lost.")
    static let missingField = Rule("missing-field", .error, "Something that is needed was left out or left empty.")
    static let badValue = Rule("bad-value", .error, "A value is not one of those that mean something here.")
    static let badDate = Rule("bad-date", .error, "A date does not exist or is not written as ISO 8601 writes it.")
    static let frontMatterUnclosed = Rule("front-matter-unclosed", .error, "Front matter is opened and never closed.")

    // Names
    static let badID = Rule("bad-id", .error, "An id has a form that cannot stand in links and addresses.")
    static let duplicateID = Rule("duplicate-id", .error, "Two things have the same id.")
    static let reservedID = Rule("reserved-id", .error, "A page has the name of a page that the site makes itself.")
    static let themeCycle = Rule("theme-cycle", .error, "A theme is, by way of its parents, a part of itself.")
    static let themeTooDeep = Rule("theme-too-deep", .error, "The theme tree is deeper than it can be shown.")
    static let codeTaken = Rule("code-taken", .error, "A code means two themes, so its quotes have no one place.")

    // Links
    static let unknownTheme = Rule("unknown-theme", .error, "A theme is named that the codebook does not have.")
    static let unknownCode = Rule("unknown-code", .error, "A quote has a code that no theme of the codebook claims.")
    static let unknownQuote = Rule("unknown-quote", .error, "A quote is named that does not exist.")
    static let withheldQuote = Rule("withheld-quote", .error, "A quote is named that is withheld from publication.")
    static let unknownParticipant = Rule(
        "unknown-participant",
        .error,
        "A participant is named that participants.csv does not have."
    )
    static let unknownGroup = Rule("unknown-group", .error, "A group is named that study.yml does not have.")
    static let unknownConstruct = Rule(
        "unknown-construct",
        .error,
        "A construct is named that the framework does not have."
    )
    static let unknownColumn = Rule(
        "unknown-column",
        .error,
        "A box stands in a column that the logic model does not have."
    )
    static let unknownBox = Rule("unknown-box", .error, "A box is named that the logic model does not have.")
    static let unknownProposition = Rule(
        "unknown-proposition",
        .error,
        "A proposition is named that the theory does not have."
    )
    static let unknownPage = Rule("unknown-page", .error, "A page is named that does not exist.")
    static let unknownGuide = Rule("unknown-guide", .error, "The interview guide of a group is named that has none.")
    static let unknownReference = Rule(
        "unknown-reference",
        .error,
        "A work is cited that references.json does not have."
    )
    static let unknownScheme = Rule("unknown-scheme", .error, "A link begins with a scheme that means nothing here.")
    static let unknownAnchor = Rule("unknown-anchor", .error, "A link leads to a heading that is not there.")
    static let missingTarget = Rule("missing-target", .error, "A link leads to a part that this study does not have.")
    static let missingLinkedFile = Rule(
        "missing-linked-file",
        .error,
        "A link or picture leads to a file that is not there."
    )
    static let emptyLink = Rule("empty-link", .error, "A link has neither a text nor a title to take its place.")
    static let unsafeLink = Rule("unsafe-link", .error, "A link begins with a scheme that could do harm.")
    static let remotePicture = Rule(
        "remote-picture",
        .warning,
        "A picture elsewhere is not loaded; a link stands in its place."
    )
    static let misplacedEmbed = Rule(
        "misplaced-embed",
        .error,
        "Something is embedded that is not alone in its paragraph."
    )
    static let missingFootnote = Rule("missing-footnote", .error, "A footnote is called that has no text.")
    static let unusedFootnote = Rule(
        "unused-footnote",
        .warning,
        "A footnote's text is never called, so nobody sees it."
    )
    static let rawHTML = Rule("raw-html", .note, "Raw HTML is shown as text.")

    // Tables
    static let emptyTable = Rule("empty-table", .error, "A table names its columns and has no rows.")
    static let missingColumn = Rule("missing-column", .error, "A table lacks a column that it needs.")
    static let unknownColumnHeader = Rule("unknown-column-header", .warning, "A column of a table means nothing here.")
    static let missingCell = Rule("missing-cell", .error, "A cell is empty that must not be.")
    static let swappedColumns = Rule("swapped-columns", .error, "Two columns of a table seem to be exchanged.")
    static let conflictingQuote = Rule("conflicting-quote", .error, "One quote id stands for two different quotes.")
    static let badStatus = Rule("bad-status", .error, "A quote's status is none that means something.")

    // Coverage
    static let quoteWithoutTheme = Rule("quote-without-theme", .error, "A quote supports no theme.")
    static let participantWithoutGroup = Rule("participant-without-group", .error, "A participant belongs to no group.")
    static let participantWithoutQuote = Rule("participant-without-quote", .note, "A participant is never quoted.")
    static let groupWithoutParticipant = Rule("group-without-participant", .warning, "A group has no participants.")
    static let themeWithoutProse = Rule("theme-without-prose", .warning, "Nothing is said about what a theme means.")
    static let themeWithoutQuote = Rule("theme-without-quote", .warning, "No quote supports a theme or its sub-themes.")
    static let silentGroup = Rule("silent-group", .note, "A group has no quote on a theme; the page says so.")
    static let guideWithoutGroup = Rule("guide-without-group", .error, "An interview guide belongs to no group.")
    static let groupWithoutGuide = Rule(
        "group-without-guide",
        .warning,
        "A group has no interview guide though others have."
    )
    static let guideHeading = Rule("guide-heading", .error, "A heading of an interview guide names no construct.")
    static let guideText = Rule(
        "guide-text",
        .error,
        "Text stands among an interview guide's questions and would be lost."
    )
    static let guideWithoutQuestion = Rule(
        "guide-without-question",
        .warning,
        "A heading of an interview guide has no questions."
    )
    static let unsupportedClaim = Rule(
        "unsupported-claim",
        .warning,
        "A claim or a box rests on no theme and no quote."
    )
    static let boxAlone = Rule("box-alone", .warning, "A box of the logic model has no arrow.")
    static let unreachablePage = Rule("unreachable-page", .warning, "No link and no navigation leads to a page.")
    static let uncitedReference = Rule("uncited-reference", .note, "A work of the list of references is cited nowhere.")
    static let foreignKeyQuote = Rule("foreign-key-quote", .error, "A theme's quote does not support that theme.")

    // References
    static let jsonSyntax = Rule("json-syntax", .error, "A file is not JSON.")
    static let incompleteReference = Rule("incomplete-reference", .note, "An entry of references.json names no author.")
    static let badReference = Rule("bad-reference", .error, "An entry of references.json lacks what a citation needs.")

    // What was published before
    static let ledgerConflict = Rule(
        "ledger-conflict",
        .error,
        "The ledger says that something is no more, and the study has it."
    )
    static let ledgerTarget = Rule(
        "ledger-target",
        .error,
        "The ledger does not say what took something's place, or says what cannot have done so."
    )
    static let ledgerSilent = Rule(
        "ledger-silent",
        .warning,
        "Something that was published is gone, and the ledger does not say what became of it."
    )
    static let withdrawnRemains = Rule(
        "withdrawn-remains",
        .error,
        "Something of a quote that was withdrawn is still among the study's files."
    )
    static let releaseRemembers = Rule(
        "release-remembers",
        .warning,
        "A release still knows who said a quote that was withdrawn since."
    )
    static let badRelease = Rule(
        "bad-release",
        .error,
        "A file of releases is not a release that can be compared with."
    )

    /// Mistakes that leave it certain which quotes, themes and participants there are.
    static let ofMentions: [Rule] = [
        .unknownQuote, .withheldQuote, .unknownTheme, .unknownParticipant, .unknownReference, .unknownAnchor,
        .unknownPage, .missingTarget, .missingLinkedFile, .emptyLink, .misplacedEmbed, .foreignKeyQuote,
        .ledgerConflict, .ledgerTarget, .withdrawnRemains,
    ]

    /// Every check of a study's files, in the order of this list.
    public static let ofStudyFiles: [Rule] = [
        .missingFile, .unexpectedFile, .badEncoding, .fileTooLarge,
        .yamlSyntax, .yamlTab, .yamlDuplicateKey, .yamlAlias, .yamlWrongKind, .unknownKey, .missingField, .badValue,
        .badDate, .frontMatterUnclosed,
        .badID, .duplicateID, .reservedID, .themeCycle, .themeTooDeep, .codeTaken,
        .unknownTheme, .unknownCode, .unknownQuote, .withheldQuote, .unknownParticipant, .unknownGroup,
        .unknownConstruct, .unknownColumn, .unknownBox, .unknownProposition, .unknownPage, .unknownGuide,
        .unknownReference, .unknownScheme, .unknownAnchor, .missingTarget, .missingLinkedFile, .emptyLink, .unsafeLink,
        .remotePicture, .misplacedEmbed, .missingFootnote, .unusedFootnote, .rawHTML,
        .emptyTable, .missingColumn, .unknownColumnHeader, .missingCell, .swappedColumns, .conflictingQuote, .badStatus,
        .quoteWithoutTheme, .participantWithoutGroup, .participantWithoutQuote, .groupWithoutParticipant,
        .themeWithoutProse, .themeWithoutQuote, .silentGroup, .guideWithoutGroup, .groupWithoutGuide, .guideHeading,
        .guideText,
        .guideWithoutQuestion, .unsupportedClaim, .boxAlone, .unreachablePage, .uncitedReference, .foreignKeyQuote,
        .jsonSyntax, .badReference, .incompleteReference,
        .ledgerConflict, .ledgerTarget, .ledgerSilent, .withdrawnRemains, .releaseRemembers, .badRelease,
    ]
}
