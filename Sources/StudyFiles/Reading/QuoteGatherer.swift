import CSV
import Diagnostics
import Study

/// The quotes of a study, and the ids of those that must not be published.
struct QuoteCollection {
    var quotes: [Quote] = []
    /// The given ids of quotes that are withheld; links to them are errors of their own.
    var withheld: Set<QuoteID> = []
}

/// Makes one quote of the rows that repeat it, row by row in their order, so that what is found is found in that order.
struct QuoteGatherer {
    /// What a quote has beside itself while rows are gathered.
    private struct Detail {
        /// Where its id was given, if it was; else it has the short one that was made.
        let idPlace: Place?
        /// The hash of that id.
        let idHash: Int
        /// What it is compared by with others; nil where nobody compares.
        let words: Words?
    }

    private let participants: Set<ParticipantID>
    private let participantNames: [String]
    private let codes: CodeIndex
    private let cells: CodeCells
    private var quotes: [Quote] = []
    /// Of each quote.
    private var details: [Detail] = []
    /// Where quotes are whose id was given.
    private var byID = PositionTable()
    /// Where quotes are, by the first that has the words.
    private var byWords = PositionTable()
    private var withheldIDs: Set<QuoteID> = []
    private var withheldWords: Set<Words> = []
    /// Where quotes are whose themes may be out of order.
    private var unordered: [Int] = []
    private var suggestions = SuggestionCache()

    init(_ reader: QuotesReader, names: [String], codes: CodeIndex) {
        participants = reader.participants
        cells = reader.cells
        participantNames = names
        self.codes = codes
    }

    /// Takes the rows of all files; what was found is told as if the files had been read one by one.
    mutating func take(_ files: [QuotesReader.Rows], into findings: inout Findings) {
        let count = files.reduce(0) { $0 + $1.runs.count }
        quotes.reserveCapacity(count)
        details.reserveCapacity(count)
        byID = PositionTable(capacity: count)
        if files.contains(where: \.runs.haveWords) { byWords = PositionTable(capacity: count) }
        for file in files {
            findings.join(file.findings)
            while let run = file.runs.next() {
                for row in run.indices { take(run, row, into: &findings) }
            }
        }
    }

    /// The quotes in the order of their first rows, with ids for all.
    mutating func finish(into findings: inout Findings) -> QuoteCollection {
        for index in unordered { quotes[index].themes = cells.ordered(quotes[index].themes) }
        giveLongIDs()
        guard !withheldIDs.isEmpty else { return QuoteCollection(quotes: quotes, withheld: []) }
        var published: [Quote] = []
        for (index, quote) in quotes.enumerated() {
            if !isWithheld(index) {
                published.append(quote)
            } else if details[index].idPlace != nil {
                findings.claimed.insert(.quote(quote.id))
            }
        }
        return QuoteCollection(quotes: published, withheld: withheldIDs)
    }

    /// Gives longer ids to quotes that were given none, if others that are published have the short one.
    private mutating func giveLongIDs() {
        let mayBeWithheld = !withheldIDs.isEmpty
        let made = quotes.indices.filter { details[$0].idPlace == nil && !(mayBeWithheld && isWithheld($0)) }
        var first = PositionTable(capacity: made.count)
        var shared: Set<Int> = []
        for index in made {
            guard let other = first.enter(index, details[index].idHash, where: { quotes[$0].id == quotes[index].id })
            else { continue }
            shared.formUnion([index, other])
        }
        let tooShort = made.filter { index in
            if shared.contains(index) { return true }
            let given = byID.position(details[index].idHash) { quotes[$0].id == quotes[index].id }
            return given.map { !(mayBeWithheld && isWithheld($0)) } ?? false
        }
        for index in tooShort {
            quotes[index].id = QuoteIdentity.long(quotes[index].participant, quotes[index].text)
        }
    }

    private func isWithheld(_ index: Int) -> Bool {
        if details[index].idPlace != nil, withheldIDs.contains(quotes[index].id) { return true }
        return details[index].words.map(withheldWords.contains) ?? false
    }

    /// Takes one of many rows, none of which is copied as a whole.
    private mutating func take(_ rows: [QuoteRow], _ index: Int, into findings: inout Findings) {
        if let oddities = rows[index].oddities {
            take(rows[index], oddities, into: &findings)
        } else if let quote = rows[index].quote {
            let detail = Detail(
                idPlace: rows[index].idPlace,
                idHash: rows[index].idHash,
                words: rows[index].words
            )
            add(quote, detail, into: &findings)
        }
    }

    private mutating func take(_ row: QuoteRow, _ oddities: QuoteRow.Oddities, into findings: inout Findings) {
        let isWithheld = isWithheld(oddities.status, into: &findings)
        if oddities.participant == nil { findings.addMissingCell("participant", in: oddities.place) }
        if !oddities.hasText { findings.addMissingCell("text", in: oddities.place) }
        // Ids of ordinary rows need not be claimed, as they name quotes of the study.
        if let given = oddities.given { findings.claimed.insert(.quote(QuoteID(given.value))) }
        if isWithheld {
            withhold(row, oddities)
            return
        }
        if let participant = oddities.participant, !findings.lost.contains(.participant),
            !participants.contains(ParticipantID(participant.value))
        {
            findings.add(
                .unknownParticipant,
                "there is no participant ‘\(participant.value.shown)’",
                at: participant.place,
                help: suggestions.suggestion(for: participant.value, in: participantNames)
                    ?? "add a row for ‘\(participant.value.shown)’ to participants.csv"
            )
        }
        let themes = oddities.hasThemes ? nil : themes(of: oddities, into: &findings)
        guard var quote = row.quote else { return }
        if let themes { quote.themes = cells.ordered(themes) }
        let detail = Detail(idPlace: row.idPlace, idHash: row.idHash, words: row.words)
        add(quote, detail, into: &findings)
    }

    private mutating func withhold(_ row: QuoteRow, _ oddities: QuoteRow.Oddities) {
        if let given = oddities.given { withheldIDs.insert(QuoteID(given.value)) }
        guard let quote = row.quote else { return }
        let id = quote.participant
        withheldIDs.insert(oddities.given == nil ? quote.id : QuoteIdentity.short(id, quote.text))
        withheldWords.insert(row.words ?? Words(id, quote.text))
    }

    /// Adds what a row says.
    private mutating func add(_ quote: Quote, _ detail: Detail, into findings: inout Findings) {
        if let place = detail.idPlace {
            let earlier = byID.enter(quotes.count, detail.idHash) { quotes[$0].id == quote.id }
            if let earlier {
                repeats(quote, at: place, first: earlier, into: &findings)
                return
            }
            if let words = detail.words { _ = enter(words) }
        } else if let words = detail.words, let earlier = enter(words) {
            merge(quote, into: earlier)
            return
        }
        quotes.append(quote)
        details.append(detail)
    }

    /// Where a quote with these words stands already; if there is none, the next one has them from now on.
    private mutating func enter(_ words: Words) -> Int? {
        byWords.enter(quotes.count, words.hash) { details[$0].words == words }
    }

    /// Takes a row whose id another row has.
    private mutating func repeats(_ quote: Quote, at place: Place, first: Int, into findings: inout Findings) {
        let earlier = quotes[first]
        let related = details[first].idPlace.map { [Diagnostic.Related("first used here", at: $0)] } ?? []
        guard earlier.text == quote.text, earlier.participant == quote.participant else {
            findings.lost.insert(.quote)
            findings.add(
                .conflictingQuote,
                "the quote id ‘\(quote.id)’ stands for two different quotes",
                at: place,
                help: "give one of them another id, or none",
                related: related
            )
            return
        }
        if quote.themes.allSatisfy(earlier.themes.contains) {
            findings.add(
                .duplicateID,
                "the quote ‘\(quote.id)’ is here twice",
                at: place,
                help: "take one of the two rows away",
                related: related
            )
        }
        merge(quote, into: first)
    }

    private mutating func merge(_ quote: Quote, into index: Int) {
        for theme in quote.themes where !quotes[index].themes.contains(theme) {
            quotes[index].themes.append(theme)
            unordered.append(index)
        }
        if quotes[index].source == nil { quotes[index].source = quote.source }
        if quotes[index].context == nil { quotes[index].context = quote.context }
    }

    /// The themes of a row of which something is wrong with the codes.
    private mutating func themes(of row: QuoteRow.Oddities, into findings: inout Findings) -> [ThemeID] {
        guard let cell = row.codes else {
            findings.add(
                .quoteWithoutTheme,
                "this quote supports no theme",
                at: row.place,
                help: "write a code into the column ‘codes’, or ‘withhold’ into a column ‘status’"
            )
            return []
        }
        var themes: [ThemeID] = []
        let parts = CodeIndex.parts(of: cell.value)
        for part in parts {
            let code = part.trimmingSpaces()
            guard !code.isEmpty else { continue }
            if let theme = codes.theme(for: code) {
                if !themes.contains(theme) { themes.append(theme) }
                continue
            }
            if findings.lost.contains(.theme) { continue }
            findings.add(
                .unknownCode,
                "no theme of the codebook has the code ‘\(code.shown)’",
                at: place(of: part, in: cell, whole: parts.count == 1, findings),
                help: suggestions.suggestion(for: code, in: codes.names)
                    ?? "add it to the ‘codes’ of a theme in codebook.yml"
            )
        }
        if themes.isEmpty, parts.allSatisfy({ $0.trimmingSpaces().isEmpty }) {
            findings.add(.quoteWithoutTheme, "this quote supports no theme", at: cell.place)
        }
        return themes
    }

    /// The place of one code in a cell that holds several; the cell where its bytes were changed by quoting.
    private func place(of part: Substring, in cell: Located<String>, whole: Bool, _ findings: Findings) -> Place {
        if whole { return cell.place }
        let wanted = Array(part.trimmingSpaces().utf8)
        let text = findings.sources[cell.place.source].text
        let range = Int(cell.place.offset)..<Int(cell.place.offset) + Int(cell.place.length)
        let before = part.base.utf8.distance(from: part.base.startIndex, to: part.startIndex)
        var start = min(range.lowerBound + before, range.upperBound)
        while start + wanted.count <= range.upperBound {
            if text[start..<(start + wanted.count)].elementsEqual(wanted) {
                return Place(source: cell.place.source, offset: start, length: wanted.count)
            }
            start += 1
        }
        return cell.place
    }

    private func isWithheld(_ status: Located<String>?, into findings: inout Findings) -> Bool {
        guard let status else { return false }
        switch status.value.foldedForComparison() {
        case "publish", "published": return false
        case "withhold", "withheld", "withdrawn", "draft": return true
        default:
            findings.add(
                .badStatus,
                "‘\(status.value.shown)’ is not a status",
                at: status.place,
                help: NearMiss.suggestion(for: status.value, in: ["publish", "withhold"])
                    ?? "write ‘publish’ or ‘withhold’, or leave it empty"
            )
            // Whatever was meant, publishing what somebody marked would be the worse mistake.
            return true
        }
    }
}
