import Diagnostics

extension Rule {
    /// A file that nothing could be taken from.
    public static let importRefused = Rule(
        "import-refused",
        .error,
        "A file of a QDA tool cannot be read, or not without a doubt; nothing of it is used."
    )
    /// A person without a group.
    public static let importNoGroup = Rule(
        "import-no-group",
        .error,
        "Somebody is new, and the file does not say to which group of the study they belong."
    )
    /// Words of nobody.
    public static let importNobody = Rule(
        "import-nobody",
        .error,
        "It is not known who said the words of a quotation."
    )
    /// Quotes that cannot be told apart.
    public static let importAmbiguous = Rule(
        "import-ambiguous",
        .error,
        "Quotes of the study fit quotations of the file in more than one way, so a person has to decide."
    )
    /// A decision that leads nowhere.
    public static let importDecision = Rule(
        "import-decision",
        .error,
        "A decision names a quote or a person that the study does not have, or a quotation that is not in the file."
    )
    /// A file that may be a part.
    public static let importPart = Rule(
        "import-part",
        .error,
        "Much of the study is not in the file, so it may be an export of a part."
    )
    /// Files that cannot be changed in place.
    public static let importUnwritable = Rule(
        "import-unwritable",
        .error,
        "A file of the study is written in a way that cannot be changed in place without a doubt."
    )

    /// What keeps an import from being made.
    public static let ofImporting: [Rule] = [
        .importRefused, .importNoGroup, .importNobody, .importAmbiguous, .importDecision, .importPart,
        .importUnwritable,
    ]
}
