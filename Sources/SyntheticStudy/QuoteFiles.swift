import CSV

/// `quotes/*.csv`: the coded quotes, a file or more a group, as several programs would have written them.
enum QuoteFiles {
    static func make(_ study: Skeleton) -> [StudyFile] {
        var random = study.random("quote texts")
        var files: [StudyFile] = []
        for (group, value) in study.groups.enumerated() {
            let rows = study.quotes.filter { study.participants[$0.participant].group == group }
            for part in stride(from: 0, to: rows.count, by: StudySize.rowsPerFile) {
                let end = min(part + StudySize.rowsPerFile, rows.count)
                // The smallest study stays as plain as the real one.
                let dialect = study.size == .small ? .plain : Dialect.allCases[files.count % Dialect.allCases.count]
                let number = rows.count > StudySize.rowsPerFile ? "-\(part / StudySize.rowsPerFile + 1)" : ""
                files.append(
                    StudyFile(
                        "quotes/\(value.id)\(number).\(dialect.ending)",
                        dialect.mark + table(rows[part..<end], dialect, study, &random)
                    )
                )
            }
        }
        return files
    }

    /// How a program writes tables.
    private enum Dialect: CaseIterable {
        case marked, semicolons, tabs, plain

        var mark: [UInt8] { self == .marked ? [0xEF, 0xBB, 0xBF] : [] }
        var ending: String { self == .tabs ? "tsv" : "csv" }
        var delimiter: UInt8 {
            switch self {
            case .marked, .plain: UInt8(ascii: ",")
            case .semicolons: UInt8(ascii: ";")
            case .tabs: UInt8(ascii: "\t")
            }
        }
    }

    private static func table(
        _ quotes: ArraySlice<Skeleton.Quote>,
        _ dialect: Dialect,
        _ study: Skeleton,
        _ random: inout RandomSource
    ) -> [UInt8] {
        let maker = QuoteText(text: study.text)
        var table = CSVWriter(delimiter: dialect.delimiter)
        table.row(["id", "participant", "codes", "text", "source", "context", "note"])
        for quote in quotes {
            table.row([
                quote.id ?? "",
                study.participants[quote.participant].name,
                codes(of: quote, study, &random),
                maker.words(quote, &random),
                random.chance(40) ? source(&random) : "",
                random.chance(20) ? "On \(study.text.phrase(words: random.number(3...9), &random))." : "",
                random.chance(4) ? "For the team only: \(study.text.phrase(words: 5, &random))" : "",
            ])
        }
        return table.bytes
    }

    /// The themes of a quote in any order, by id or by what a QDA tool calls them.
    private static func codes(of quote: Skeleton.Quote, _ study: Skeleton, _ random: inout RandomSource) -> String {
        random.shuffled(quote.themes).map { theme in
            let theme = study.themes[theme]
            return random.chance(25) ? theme.codes.first ?? theme.id : theme.id
        }
        .joined(separator: "; ")
    }

    private static func source(_ random: inout RandomSource) -> String {
        random.chance(75)
            ? "Interview \(random.number(1...3)), 00:\(random.number(10...59)):\(random.number(10...59))"
            : "Focus group \(random.number(1...9))"
    }
}
