/// Finds speakers in documents that hold the words of several, by the lines that name them.
struct SpeakerLines {
    private let mapping: ImportMapping
    private let marks: [[Mark]]
    /// Lines that look like a speaker's and are hardly one, such as ‘To be honest: …’.
    private let doubts: [[Mark]]

    private struct Mark {
        let position: Int
        let name: String
        /// Whether the line says more than a name.
        let isSure: Bool
    }

    /// Who speaks in a quotation, and how many others are heard in it.
    struct Spoken {
        var name: String?
        var others = 0
        /// What stands like a name between the speaker's line and the words, and is taken for none.
        var doubtful: String?
    }

    /// `known` are names of people, in small letters.
    init(documents: [CodedProject.Document], mapping: ImportMapping, known: some Sequence<String>) {
        self.mapping = mapping
        let known = Set(known).union((mapping.knownPeople.union(mapping.interviewers)).map { $0.lowercased() })
        var marks: [[Mark]] = []
        var doubts: [[Mark]] = []
        for document in documents {
            let found = document.text.map { Self.marks(in: $0, mapping) } ?? []
            let doubtful = Self.doubtful(found, in: document.text ?? "", mapping, known)
            marks.append(found.filter { !doubtful.contains($0.position) })
            doubts.append(found.filter { doubtful.contains($0.position) })
        }
        self.marks = marks
        self.doubts = doubts
    }

    /// The places of those names that nobody knows and that the document has once only, but for the one that it begins
    /// with: who speaks takes turns, and many a sentence has a colon.
    private static func doubtful(
        _ marks: [Mark],
        in text: String,
        _ mapping: ImportMapping,
        _ known: Set<String>
    ) -> Set<Int> {
        guard mapping.speakerNames.isEmpty else { return [] }
        let counts = Dictionary(marks.map { ($0.name.lowercased(), 1) }, uniquingKeysWith: +)
        let start = text.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        let doubtful = marks.filter { mark in
            let name = mark.name.lowercased()
            return !mark.isSure && counts[name] == 1 && mark.position > start && !known.contains(name)
        }
        return Set(doubtful.map(\.position))
    }

    /// The participant whose line stands last before the words begin, or first within them.
    func speaker(of quotation: CodedProject.Quotation) -> Spoken {
        guard let range = quotation.range else { return spoken(Self.marks(in: quotation.text, mapping).map(\.name)) }
        let (last, within) = Self.heard(range, marks[quotation.document])
        var spoken = spoken((last.map { [$0.name] } ?? []) + within.map(\.name))
        let (lastDoubt, doubtsWithin) = Self.heard(range, doubts[quotation.document])
        if let lastDoubt, lastDoubt.position > last?.position ?? -1 {
            spoken.doubtful = lastDoubt.name
        } else {
            spoken.doubtful = doubtsWithin.first?.name
        }
        return spoken
    }

    /// The last mark before some words, and those in them.
    private static func heard(_ range: Range<Int>, _ marks: [Mark]) -> (last: Mark?, within: [Mark]) {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].position <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        let within = marks[low...].prefix { $0.position < range.upperBound }
        return (low > 0 ? marks[low - 1] : nil, Array(within))
    }

    private func spoken(_ heard: [String]) -> Spoken {
        let participants = heard.filter { name in
            !mapping.interviewers.contains { $0.caseInsensitiveEquals(name) }
        }
        guard let first = participants.first else { return Spoken() }
        return Spoken(name: first, others: Set(participants).count - 1)
    }

    private static func marks(in text: String, _ mapping: ImportMapping) -> [Mark] {
        var marks: [Mark] = []
        var position = 0
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            defer { position += line.count + 1 }
            guard !line.isEmpty else { continue }
            let start = String(String.UnicodeScalarView(line.prefix(NamePattern.longest)))
            for pattern in mapping.speakers {
                guard let name = pattern.match(start, whole: false)?.participant,
                    name.split(separator: " ").count <= 4, !isRemark(name), isName(name, mapping)
                else { continue }
                marks.append(Mark(position: position, name: name, isSure: pattern.namesTime))
                break
            }
        }
        return marks
    }

    private static func isName(_ name: String, _ mapping: ImportMapping) -> Bool {
        mapping.speakerNames.isEmpty || mapping.speakerNames.contains { $0.match(name) != nil }
            || mapping.interviewers.contains { $0.caseInsensitiveEquals(name) }
    }

    /// Whether a line begins with what a transcriber noted, such as `[inaudible 00:54:11]`, rather than with a name.
    private static func isRemark(_ name: String) -> Bool {
        if name.hasPrefix("[") || name.hasPrefix("(") { return true }
        return name.count { $0 == "[" || $0 == "(" } != name.count { $0 == "]" || $0 == ")" }
    }
}

extension String {
    /// Whether two texts differ in nothing but letter case.
    func caseInsensitiveEquals(_ other: String) -> Bool { self == other || lowercased() == other.lowercased() }
}
