import Diagnostics

extension Rule {
    static let templateUnknownName = Rule(
        "template-unknown-name",
        .error,
        "A template may only use names that the page declares."
    )
    static let templateUnknownWord = Rule(
        "template-unknown-word",
        .error,
        "A template may only use interface words that exist."
    )
    static let templateUnknownPartial = Rule(
        "template-unknown-partial",
        .error,
        "A template may only include templates that exist."
    )
    static let templateUnclosedSection = Rule(
        "template-unclosed-section",
        .error,
        "Every section, block and parent in a template is closed in the same file."
    )
    static let templateUnexpectedClose = Rule(
        "template-unexpected-close",
        .error,
        "A closing tag closes the section that was opened last."
    )
    static let templateUnclosedTag = Rule(
        "template-unclosed-tag",
        .error,
        "Every tag in a template ends with its closing delimiter."
    )
    static let templateBadTag = Rule(
        "template-bad-tag",
        .error,
        "A tag holds one name that can be a name, or two delimiters that can be delimiters."
    )
    static let templateWrongKind = Rule(
        "template-wrong-kind",
        .error,
        "A name is used as what it is: a list is not printed, and a yes or no is asked, not shown."
    )
    static let templateUnescapedText = Rule(
        "template-unescaped-text",
        .error,
        "Everything is escaped unless it is HTML that Verbatim itself made."
    )
    static let templateUnsafePlace = Rule(
        "template-unsafe-place",
        .error,
        "Escaping protects in text and in quoted attributes only, not in scripts, styles or tags."
    )
    static let templateMissing = Rule(
        "template-missing",
        .error,
        "Every kind of page has a template."
    )
    static let templateUnusedBlock = Rule(
        "template-unused-block",
        .warning,
        "A block that is given to a parent replaces a block of that name; otherwise it is not shown."
    )
    static let templateRecursion = Rule(
        "template-recursion",
        .error,
        "A template that includes itself does so inside a list or a record, or it would never end."
    )
    static let templateTooDeep = Rule(
        "template-too-deep",
        .error,
        "Templates and what they show are nested to a limit."
    )
}

extension Rule {
    /// The checks of templates.
    public static let ofTemplates: [Rule] = [
        .templateUnknownName, .templateUnknownWord, .templateUnknownPartial, .templateUnclosedSection,
        .templateUnexpectedClose, .templateUnclosedTag, .templateBadTag, .templateWrongKind, .templateUnescapedText,
        .templateUnsafePlace, .templateMissing, .templateUnusedBlock, .templateRecursion, .templateTooDeep,
    ]
}
