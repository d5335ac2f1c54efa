/// Finds speakers in documents that hold the words of several, by the lines that name them.
struct SpeakerLines {
    private let mapping: ImportMapping
    private let marks: [[Mark]]

    private struct Mark {
        let position: Int
        let name: String
    }

    /// Who speaks in a quotation, and how many others are heard in it.
    struct Spoken {
        var name: String?
        var others = 0
    }

    init(documents: [CodedProject.Document], mapping: ImportMapping) {
        self.mapping = mapping
        marks = documents.map { document in document.text.map { Self.marks(in: $0, mapping) } ?? [] }
    }

    /// The participant whose line stands last before the words begin, or first within them.
    func speaker(of quotation: CodedProject.Quotation) -> Spoken {
        let heard: [String]
        if let range = quotation.range {
            let all = marks[quotation.document]
            var low = 0
            var high = all.count
            while low < high {
                let middle = (low + high) / 2
                if all[middle].position <= range.lowerBound { low = middle + 1 } else { high = middle }
            }
            let within = all[low...].prefix { $0.position < range.upperBound }
            heard = (low > 0 ? [all[low - 1].name] : []) + within.map(\.name)
        } else {
            heard = Self.marks(in: quotation.text, mapping).map(\.name)
        }
        let interviewers = mapping.interviewers
        let participants = heard.filter { name in
            !interviewers.contains { $0.caseInsensitiveEquals(name) }
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
                    name.split(separator: " ").count <= 4, !isRemark(name)
                else { continue }
                marks.append(Mark(position: position, name: name))
                break
            }
        }
        return marks
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
