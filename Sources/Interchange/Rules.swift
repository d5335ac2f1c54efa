import Diagnostics

extension Rule {
    /// A selection whose positions lie outside of its document, or in the middle of a character.
    public static let importOutside = Rule(
        "import-outside",
        .warning,
        "A selection lies outside of its document, so nobody knows which words were meant; it is left out."
    )
    /// A selection whose words stand elsewhere or nowhere.
    public static let importMisfit = Rule(
        "import-misfit",
        .warning,
        "The positions of a selection do not give the words that the tool wrote down for it; it is left out."
    )
    /// A selection whose positions cut words, while nothing in its document proves them.
    public static let importUnproved = Rule(
        "import-unproved",
        .warning,
        "A selection cuts words and nothing in its document proves that this was meant; it is left out."
    )
    /// A selection whose words were found at another place.
    public static let importMoved = Rule(
        "import-moved",
        .warning,
        "The words of a selection stand at one other place of its document and are taken from there."
    )
    /// Words that a tool cut off a few characters early or late.
    public static let importCutOff = Rule(
        "import-cut-off",
        .warning,
        "A tool wrote the words of a selection down a few characters off; they are taken from the document."
    )
    /// A selection that cuts a word.
    public static let importInsideWord = Rule(
        "import-inside-word",
        .note,
        "A selection begins or ends in the middle of a word, as it was coded."
    )
    /// Letters that were broken on the way and mended.
    public static let importMojibake = Rule(
        "import-mojibake",
        .warning,
        "A tool read a text in the wrong encoding (`donâ€™t` for `don’t`); the letters are mended."
    )
    /// A text with a sign for lost characters.
    public static let importLostCharacters = Rule(
        "import-lost-characters",
        .warning,
        "A text holds signs for characters that a tool could not write; they cannot be won back from this file."
    )
    /// A format that does not keep words as they are.
    public static let importLossy = Rule(
        "import-lossy",
        .warning,
        "The format changes or drops something on the way, such as line breaks; another export keeps it."
    )
    /// A selection without any words.
    public static let importEmptySelection = Rule(
        "import-empty-selection",
        .note,
        "A selection holds no words, such as a mark between two characters; it is left out."
    )
    /// A selection without a code.
    public static let importComment = Rule(
        "import-comment",
        .note,
        "Words were marked or commented and have no code, so they support no theme."
    )
    /// Codings that only say whose words a document holds.
    public static let importCaseCoding = Rule(
        "import-case-coding",
        .note,
        "Codings with a case say who speaks; they are read as that and are no quotes."
    )
    /// A code given to a document as a whole.
    public static let importWholeDocument = Rule(
        "import-whole-document",
        .note,
        "A code is given to a whole document rather than to words, so there is no quote; it is left out."
    )
    /// Codings of what is not text.
    public static let importNotText = Rule(
        "import-not-text",
        .note,
        "Codings of pictures, sound, film or places on a page hold no words and are left out."
    )
    /// A document whose text is not in the file.
    public static let importNoText = Rule(
        "import-no-text",
        .warning,
        "The text of a document is not in the file, so its codings cannot be proved; they are left out."
    )
    /// A document whose selections do not fit it.
    public static let importDocumentMisfit = Rule(
        "import-document-misfit",
        .warning,
        "Most selections of a document cut words, so the text has changed since it was coded; they are left out."
    )
    /// Something that the file names and does not hold.
    public static let importDangling = Rule(
        "import-dangling",
        .warning,
        "A coding points to a code or a document that the file does not hold."
    )
    /// A participant that cannot be told for sure.
    public static let importWhoSpeaks = Rule(
        "import-who-speaks",
        .warning,
        "Several cases or groups claim the same words, so a person has to say who speaks."
    )
    /// A row of a table that could not be used.
    public static let importRow = Rule(
        "import-row",
        .warning,
        "A row of a table lacks what makes it a quote; it is left out."
    )

    /// The findings of reading files of other tools.
    public static let ofImports: [Rule] = [
        .importOutside, .importMisfit, .importUnproved, .importMoved, .importCutOff, .importInsideWord,
        .importMojibake, .importLostCharacters, .importLossy, .importEmptySelection, .importComment,
        .importCaseCoding, .importWholeDocument, .importNotText, .importNoText, .importDocumentMisfit, .importDangling,
        .importWhoSpeaks,
        .importRow,
    ]
}
