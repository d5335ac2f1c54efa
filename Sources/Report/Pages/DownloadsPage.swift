import Bytes
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
        let document = StudyDocument(study: study, cards: cards)
        var files: [(address: String, description: Phrases.Key, write: @Sendable (inout ByteStream) -> Void)] = [
            ("quotes.csv", .downloadQuotes, { tables.writeQuotes(to: &$0) }),
            ("codebook.csv", .downloadCodebook, { tables.writeCodebook(to: &$0) }),
            ("matrix.csv", .downloadMatrix, { tables.writeMatrix(to: &$0) }),
            ("participant-matrix.csv", .downloadParticipants, { tables.writeParticipants(to: &$0) }),
            ("study.json", .downloadStudy, { document.write(to: &$0) }),
        ]
        if let model = study.logicModel, !model.boxes.isEmpty {
            files.append(("logic-model.svg", .downloadDrawing, { [claims] in $0.bytes += claims.standaloneDiagram() }))
        }
        let title = phrases.text(.downloads)
        let ways = files.map { WayIn(title: $0.address, href: $0.address, description: phrases.text($0.description)) }
        let page = PageEntry(.downloads, title: title, template: templates.downloads) { [self] in
            DownloadsPage(frame: frames.frame("downloads", .downloads, title: title), downloads: ways)
        }
        return [page] + files.map { PageEntry(file: $0.address, write: $0.write) }
    }
}
