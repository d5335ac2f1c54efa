import Study
import Templates

/// What can be taken away: tables, the whole study for programs, the drawing for slides.
struct DownloadsPage: PageModel {
    let frame: PageFrame
    let downloads: [WayIn]

    static let fields = Fields<DownloadsPage>(page: [
        .list("downloads") { $0.downloads }
    ])
}

extension PageMaker {
    /// The page of downloads and the files that it leads to.
    func downloads() -> [PageEntry] {
        let tables = Tables(study: study, cards: cards)
        var files: [(address: String, description: Phrases.Key, bytes: @Sendable () -> [UInt8])] = [
            ("quotes.csv", .downloadQuotes, { tables.quotes() }),
            ("codebook.csv", .downloadCodebook, { tables.codebook() }),
            ("matrix.csv", .downloadMatrix, { tables.matrix() }),
            ("participant-matrix.csv", .downloadParticipants, { tables.participants() }),
            ("study.json", .downloadStudy, { [study] in StudyDocument(study).bytes }),
        ]
        if let model = study.logicModel, !model.boxes.isEmpty {
            files.append(("logic-model.svg", .downloadDrawing, { [claims] in claims.standaloneDiagram() }))
        }
        let title = phrases.text(.downloads)
        let ways = files.map { WayIn(title: $0.address, href: $0.address, description: phrases.text($0.description)) }
        let page = PageEntry(.downloads, title: title, template: templates.downloads) { [self] in
            DownloadsPage(frame: frames.frame("downloads", .downloads, title: title), downloads: ways)
        }
        return [page] + files.map { PageEntry(file: $0.address, bytes: $0.bytes) }
    }
}
