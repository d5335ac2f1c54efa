import Diagnostics

/// The sentences that Verbatim itself makes, in the language of the interface.
///
/// A phrase may have places for values, `{group}`. A counted phrase has a form for each kind of number that the
/// language tells apart, `count-quotes.one` and `count-quotes.other`, with the place `{count}`.
struct Phrases: Sendable {
    /// What can be said.
    enum Key: String, CaseIterable, Sendable {
        case noQuotes = "no-quotes"
        case quotesFromParticipants = "quotes-from-participants"
        case attribution
        case silentOnTheme = "silent-on-theme"
        case silentOnClaim = "silent-on-claim"
        case silentOnConstruct = "silent-on-construct"
        case ofMembers = "of-members"
        case quoteHeading = "quote-heading"
        case quoteTitle = "quote-title"
        case participantTitle = "participant-title"
        case guideTitle = "guide-title"
        case propositionTitle = "proposition-title"
        case boxTitle = "box-title"
        case boxLabel = "box-label"
        case leadsTo = "leads-to"
        case feedsBack = "feeds-back"
        case restsOnQuote = "rests-on-quote"
        case speaksAgainst = "speaks-against"
        case framework
        case collected
        case published
        case dateSpan = "date-span"
        case dateMonth = "date-month"
        case dateDay = "date-day"
        case citationAnd = "citation-and"
        case citationOthers = "citation-others"
        case citationNoDate = "citation-no-date"
        case citationAccessed = "citation-accessed"
        case home
        case theme
        case themes
        case quotes
        case groups
        case participants
        case constructs
        case matrix
        case logicModel = "logic-model"
        case theory
        case guides
        case references
        case downloads
        case search
        case groupOnTheme = "group-on-theme"
        case allThemes = "all-themes"
        case allOfGroup = "all-of-group"
        case allOfClaim = "all-of-claim"
        case propositionPage = "proposition-page"
        case spread
        case askedAbout = "asked-about"
        case pageOf = "page-of"
        case previousPage = "previous-page"
        case nextPage = "next-page"
        case downloadQuotes = "download-quotes"
        case downloadCodebook = "download-codebook"
        case downloadMatrix = "download-matrix"
        case downloadParticipants = "download-participants"
        case downloadStudy = "download-study"
        case downloadDrawing = "download-drawing"
        case wayDownloads = "way-downloads"
        case notFound = "not-found"
        case report
        case wayReport = "way-report"
        case reportPart = "report-part"
        case inBrief = "in-brief"
        case whoWasAsked = "who-was-asked"
        case reportFindings = "report-findings"
        case continued
        case quoteNumber = "quote-number"
        case indexOfQuotes = "index-of-quotes"
        case footnotes
        case footnote
        case backToReference = "back-to-reference"
        case taskDone = "task-done"
        case taskOpen = "task-open"
        case wayGroups = "way-groups"
        case wayThemes = "way-themes"
        case wayQuotes = "way-quotes"
        case wayParticipants = "way-participants"
        case wayConstructs = "way-constructs"
        case wayMatrix = "way-matrix"
        case wayLogicModel = "way-logic-model"
        case wayTheory = "way-theory"
        case wayGuides = "way-guides"
        case wayReferences = "way-references"
        case changes
        case changesSince = "changes-since"
        case changesSinceDate = "changes-since-date"
        case changesNone = "changes-none"
        case wayChanges = "way-changes"
        case changesThemes = "changes-themes"
        case changesAdded = "changes-added"
        case changesMoved = "changes-moved"
        case changesReworded = "changes-reworded"
        case changesDivided = "changes-divided"
        case changesRemoved = "changes-removed"
        case changesWithdrawn = "changes-withdrawn"
        case changesAffected = "changes-affected"
        case themeNew = "theme-new"
        case themeGone = "theme-gone"
        case themeRetitled = "theme-retitled"
        case themeMerged = "theme-merged"
        case themeDivided = "theme-divided"
        case noLonger = "no-longer"
        case nowOn = "now-on"
        case madeOf = "made-of"
        case dividedInto = "divided-into"
        case itsWords = "its-words"
        case wordsMended = "words-mended"
        case wordsTrimmed = "words-trimmed"
        case wordsExtended = "words-extended"
        case wordsRedrawn = "words-redrawn"
        case quoteFrom = "quote-from"
        case quoteOnceHere = "quote-once-here"
        case quotesWithdrawn = "quotes-withdrawn"
        case andMore = "and-more"
        case changedQuotes = "changed-quotes"
        case sentenceIn = "sentence-in"
        case quoteShown = "quote-shown"
        case formerQuoteRenamed = "former-quote-renamed"
        case formerQuoteMerged = "former-quote-merged"
        case formerQuoteSplit = "former-quote-split"
        case formerQuoteRemoved = "former-quote-removed"
        case formerQuoteWithdrawn = "former-quote-withdrawn"
        case formerThemeRenamed = "former-theme-renamed"
        case formerThemeMerged = "former-theme-merged"
        case formerThemeSplit = "former-theme-split"
        case formerThemeRemoved = "former-theme-removed"
        case formerThemeWithdrawn = "former-theme-withdrawn"
        case formerReplaced = "former-replaced"
        case formerGone = "former-gone"
        case formerNothingKept = "former-nothing-kept"
    }

    /// What can be counted.
    enum Counted: String, CaseIterable, Sendable {
        case quotes = "count-quotes"
        case participants = "count-participants"
        case groups = "count-groups"
        case themes = "count-themes"
        case questions = "count-questions"
    }

    /// The names of the months, January first.
    let months: [String]
    private let texts: [Key: Phrase]
    private let counted: [Counted: [PluralRule.Form: Phrase]]
    private let rule: PluralRule

    /// Takes the words of the interface; each that is missing is among the diagnostics.
    init(_ words: [String: String], language: String, into diagnostics: inout Diagnostics) {
        var missing: [String] = []
        func word(_ key: String) -> String {
            if let text = words[key] { return text }
            missing.append(key)
            return key
        }
        rule = PluralRule(language: language)
        texts = Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0, Phrase(word($0.rawValue))) })
        var counted: [Counted: [PluralRule.Form: Phrase]] = [:]
        for what in Counted.allCases {
            for form in PluralRule.Form.allCases {
                let key = "\(what.rawValue).\(form.rawValue)"
                if form == .other { counted[what, default: [:]][form] = Phrase(word(key)) }
                if let text = words[key] { counted[what, default: [:]][form] = Phrase(text) }
            }
        }
        self.counted = counted
        months = (1...12).map { word("month-\($0)") }
        for key in missing {
            diagnostics.add(
                .missingWord,
                "the interface has no word ‘\(key)’",
                atPath: "templates/words",
                help: "add it to the file of the study's language"
            )
        }
    }

    /// A phrase, with values in its places.
    func text(_ key: Key, _ values: KeyValuePairs<String, String> = [:]) -> String {
        texts[key]?.filled(values) ?? key.rawValue
    }

    /// How many of something: `1 quote`, `2 quotes`.
    func count(_ what: Counted, _ number: Int) -> String {
        form(what, number)?.filled(["count": String(number)]) ?? ""
    }

    /// What is counted without the number, where that is shown apart: `quotes`.
    func label(_ what: Counted, _ number: Int) -> String {
        let label = form(what, number)?.filled(["count": ""]) ?? ""
        return label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The title of a further page of something: `Quotes, page 2`.
    func page(_ number: Int, of title: String) -> String {
        text(.pageOf, ["title": title, "number": String(number)])
    }

    private func form(_ what: Counted, _ number: Int) -> Phrase? {
        counted[what].flatMap { $0[rule.form(of: number)] ?? $0[.other] }
    }
}

extension Rule {
    static let missingWord = Rule("missing-word", .error, "A word of the interface is given in no language.")
    static let addressCollision = Rule("address-collision", .error, "Two pages would have the same address.")

    /// The checks of the page plan.
    public static let ofReport: [Rule] = [.missingWord, .addressCollision]
}
