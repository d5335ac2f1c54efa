/// Finds out who speaks in each quotation, and to which group they belong.
struct PeopleFinder {
    private(set) var participants: [CodedProject.Participant] = []
    private(set) var quotations: [CodedProject.Quotation]
    private(set) var cases: [CodedProject.Case]
    private(set) var reading = PeopleReading()

    private let documents: [CodedProject.Document]
    private let speakingCases: [Int?]
    private let mapping: ImportMapping
    private var placeOfParticipant: [String: Int] = [:]
    private var casesOfDocument: [[Int]] = []
    private var stretchesOfDocument: [[(speaker: Int, range: Range<Int>?)]] = []
    /// How many comparisons of words and stretches are made; real projects need a small part of it.
    private var budget = 100_000_000
    private var documentsOfCase: [Int] = []
    private var caseOfName: [String: Int] = [:]
    private var tellers: GroupTeller
    private var casesAreGroups = false
    private var asked: Set<Pair> = []

    private struct Pair: Hashable {
        let participant: Int
        let document: Int
    }

    init(project: CodedProject, speakingCases: [Int?], mapping: ImportMapping) {
        quotations = project.quotations
        cases = project.cases
        documents = project.documents
        self.speakingCases = speakingCases
        self.mapping = mapping
        tellers = GroupTeller(documents: project.documents, cases: project.cases, rule: mapping.groups)
    }

    /// Works everything out.
    mutating func find(_ findings: inout FindingList) throws(ImportError) {
        joinByName()
        noteGroups()
        let speakers =
            mapping.speakers.isEmpty
            ? nil : SpeakerLines(documents: documents, mapping: mapping, known: cases.map { $0.name.lowercased() })
        var doubted: Set<String> = []
        var undecided = Set<Int>()
        var contradicted = Set<Int>()
        for index in quotations.indices {
            let document = quotations[index].document
            var speakingCase = speakingCases[index]
            var name: String?
            if let speakers {
                let spoken = speakers.speaker(of: quotations[index])
                quotations[index].speaker = spoken.name
                if spoken.others > 0 {
                    findings.add(
                        .importWhoSpeaks,
                        document: document,
                        "‘\(quotations[index].text.shownShort)’ holds the words of several speakers"
                    )
                }
                if let name = spoken.doubtful, doubted.insert("\(document) \(name)").inserted {
                    findings.add(
                        .importWhoSpeaks,
                        document: document,
                        help: "if it is one, say in content/import.yml what names look like, with speaker-names",
                        "‘\(name.shownShort)’ stands like a speaker’s name before coded words in "
                            + "‘\(documents[document].name.shownShort)’, but once only, and is taken for none"
                    )
                }
                if let speaker = spoken.name {
                    name = speaker
                    speakingCase = caseOfName[speaker.lowercased()]
                }
            }
            if name == nil, speakingCase == nil {
                switch try caseThatSpeaks(in: quotations[index]) {
                case .one(let found): speakingCase = found
                case .none: break
                case .several(let names):
                    if undecided.insert(document).inserted {
                        findings.add(
                            .importWhoSpeaks,
                            document: document,
                            help: "say in content/import.yml what a line looks like that names a speaker",
                            "‘\(documents[document].name.shownShort)’ belongs to several cases (\(names)); "
                                + "its quotes are given to the document"
                        )
                    }
                case .mixed(let names):
                    findings.add(
                        .importWhoSpeaks,
                        document: document,
                        "‘\(quotations[index].text.shownShort)’ holds the words of several cases (\(names)) and is given to "
                            + "the document ‘\(documents[document].name.shownShort)’"
                    )
                }
            }
            let participant = participant(name, speakingCase, document)
            quotations[index].participant = participant
            setGroup(of: participant, speakingCase, document, &contradicted, &findings)
        }
        reading = tellers.reading(participants)
    }

    // MARK: Cases

    private enum Speaking {
        case none
        case one(Int)
        /// Several may have said all of it.
        case several(String)
        /// Several said a part of it each.
        case mixed(String)
    }

    /// Cases that no document names belong to the document of the same name.
    private mutating func joinByName() {
        var documentsOfName: [String: [Int]] = [:]
        for (index, document) in documents.enumerated() {
            documentsOfName[FileNames.stem(document.name).lowercased(), default: []].append(index)
            if FileNames.stem(document.name) != document.name {
                documentsOfName[document.name.lowercased(), default: []].append(index)
            }
        }
        casesOfDocument = Array(repeating: [], count: documents.count)
        stretchesOfDocument = Array(repeating: [], count: documents.count)
        documentsOfCase = Array(repeating: 0, count: cases.count)
        for index in cases.indices {
            if cases[index].stretches.isEmpty {
                for document in documentsOfName[cases[index].name.lowercased()] ?? [] {
                    cases[index].stretches.append(CodedProject.Stretch(document: document))
                }
            }
            let held = Set(cases[index].stretches.map(\.document))
            documentsOfCase[index] = held.count
            for stretch in cases[index].stretches {
                stretchesOfDocument[stretch.document].append((index, stretch.range))
            }
            for document in held.sorted() { casesOfDocument[document].append(index) }
            if caseOfName[cases[index].name.lowercased()] == nil { caseOfName[cases[index].name.lowercased()] = index }
        }
    }

    /// Up to five cases that hold at least three whole documents each are no people, unless somebody says so.
    private mutating func noteGroups() {
        guard mapping.participants == .automatic, mapping.groups == .automatic, tellers.source == nil else { return }
        let counts = cases.indices.filter { documentsOfCase[$0] > 0 }.map { documentsOfCase[$0] }
        let areWhole = cases.allSatisfy { $0.stretches.allSatisfy { $0.range == nil } }
        let areApart = casesOfDocument.allSatisfy { $0.count <= 1 }
        guard (2...5).contains(counts.count), counts.allSatisfy({ $0 >= 3 }), areWhole, areApart else { return }
        casesAreGroups = true
        tellers.source = .caseName
    }

    /// The case whose stretch around the words is the narrowest.
    private mutating func caseThatSpeaks(in quotation: CodedProject.Quotation) throws(ImportError) -> Speaking {
        if mapping.participants == .document || casesAreGroups { return .none }
        let stretches = stretchesOfDocument[quotation.document]
        guard budget > stretches.count else {
            throw ImportError(.tooLarge, "the project has more codings with cases than can be compared with its quotes")
        }
        budget -= stretches.count
        var narrowest: (width: Int, documents: Int)?
        var found: [Int] = []
        for (speaker, range) in stretches {
            var width = Int.max
            if let range {
                guard let words = quotation.range, range.lowerBound <= words.lowerBound,
                    words.upperBound <= range.upperBound
                else { continue }
                width = range.count
            }
            let candidate = (width, documentsOfCase[speaker])
            if let best = narrowest, best < candidate { continue }
            if let best = narrowest, best == candidate {
                if !found.contains(speaker), found.count < 10 { found.append(speaker) }
            } else {
                narrowest = candidate
                found = [speaker]
            }
        }
        if found.isEmpty { return caseOfMost(quotation) }
        let first = found[0]
        if found.count == 1 { return .one(first) }
        return .several(told(found))
    }

    /// The case that alone speaks in words that no stretch holds as a whole, such as two turns with a question between
    /// them.
    private func caseOfMost(_ quotation: CodedProject.Quotation) -> Speaking {
        guard let words = quotation.range else { return .none }
        var speakers: [Int] = []
        var spoken = 0
        for (speaker, range) in stretchesOfDocument[quotation.document] {
            guard let range, range.overlaps(words) else { continue }
            spoken += range.clamped(to: words).count
            if !speakers.contains(speaker), speakers.count < 10 { speakers.append(speaker) }
        }
        guard speakers.count < 2 else { return .mixed(told(speakers)) }
        return speakers.first.flatMap { spoken * 2 >= words.count ? .one($0) : nil } ?? .none
    }

    private func told(_ speakers: [Int]) -> String {
        speakers.prefix(5).map { "‘\(cases[$0].name.shownShort)’" }.joined(separator: ", ")
    }

    // MARK: Participants

    private mutating func participant(_ speaker: String?, _ speakingCase: Int?, _ document: Int) -> Int {
        let name = speaker ?? self.name(speakingCase, document)
        if let known = placeOfParticipant[name] { return known }
        placeOfParticipant[name] = participants.count
        var attributes = speakingCase.map { cases[$0].attributes } ?? []
        if speaker == nil { attributes += documents[document].attributes }
        participants.append(CodedProject.Participant(name: name, attributes: attributes))
        return participants.count - 1
    }

    private func name(_ speakingCase: Int?, _ document: Int) -> String {
        let stem = FileNames.stem(documents[document].name)
        switch mapping.participants {
        case .automatic, .caseName: return speakingCase.map { cases[$0].name } ?? stem
        case .document: return stem
        case .attribute(let wanted):
            let attributes = (speakingCase.map { cases[$0].attributes } ?? []) + documents[document].attributes
            return attributes.first { AttributeNames.same($0.name, wanted) }?.value ?? stem
        case .documentName(let pattern):
            let match = pattern.match(stem) ?? pattern.match(documents[document].name)
            return match?.participant ?? stem
        }
    }

    // MARK: Groups

    private mutating func setGroup(
        of participant: Int,
        _ speakingCase: Int?,
        _ document: Int,
        _ contradicted: inout Set<Int>,
        _ findings: inout FindingList
    ) {
        guard asked.insert(Pair(participant: participant, document: document)).inserted else { return }
        let found = tellers.group(
            name: participants[participant].name,
            attributes: speakingCase.map { cases[$0].attributes } ?? [],
            document: document,
            cases: tellers.source == .caseName
                ? casesOfDocument[document].map { (cases[$0].name, documentsOfCase[$0]) } : []
        )
        guard let found else { return }
        let others = tellers.otherGroups(document)
        if !others.isEmpty {
            let told = others.prefix(5).map { "‘\($0.shownShort)’" }.joined(separator: ", ")
            findings.add(
                .importWhoSpeaks,
                document: document,
                help: "say in content/import.yml where groups are written",
                "‘\(documents[document].name.shownShort)’ is in the document group ‘\(found.shownShort)’, which is taken, "
                    + "and in \(told)"
            )
        }
        if let group = participants[participant].group {
            if group != found, contradicted.insert(participant).inserted {
                findings.add(
                    .importWhoSpeaks,
                    document: document,
                    "‘\(participants[participant].name.shownShort)’ is in the group ‘\(group.shownShort)’ and in "
                        + "‘\(found.shownShort)’; the first is taken"
                )
            }
        } else {
            participants[participant].group = found
        }
    }
}

/// Names of files.
enum FileNames {
    /// A name without the ending of a kind of file that holds text or speech.
    static func stem(_ name: String) -> String {
        let base = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? name
        guard let dot = base.lastIndex(of: "."), dot > base.startIndex else { return base.trimmed }
        let ending = base[base.index(after: dot)...].lowercased()
        return endings.contains(ending) ? String(base[..<dot]).trimmed : base.trimmed
    }

    private static let endings: Set<String> = [
        "txt", "text", "md", "markdown", "doc", "docx", "odt", "rtf", "pdf", "htm", "html", "epub", "srt", "vtt", "csv",
        "tsv", "xlsx", "mp3", "mp4", "m4a", "wav", "ogg", "mov", "avi", "mpg", "mpeg", "wma", "wmv", "log",
    ]
}
