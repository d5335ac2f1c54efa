import Recoding
import Study
import Templates

/// What changed since a release.
struct ChangesPage: PageModel {
    let frame: PageFrame
    let since: String
    let sections: [ChangeSection]
    let shifts: [ShiftRow]
    let moreShifts: String?
    /// What rests on quotes that changed.
    let affected: ChangeSection?

    static let fields = Fields<ChangesPage>(page: [
        .text("since") { $0.since },
        .list("sections") { $0.sections },
        .list("shifts") { $0.shifts },
        .flag("hasShifts") { !$0.shifts.isEmpty },
        .optionalText("moreShifts") { $0.moreShifts },
        .optionalRecord("affected") { $0.affected },
    ])
}

extension PageMaker {
    /// What changed since the latest release; compared once. Nothing if there is none.
    func changesSinceLatest() -> Changes {
        comparedOnce.get {
            guard let release = study.releases.last else { return Changes() }
            return Changes(from: release.snapshot, to: Snapshot(study), ledger: study.ledger)
        }
    }

    func changesPage() -> PageEntry {
        let title = phrases.text(.changes)
        return PageEntry(.changes, title: title, template: templates.changes) { [self] in
            ChangesMaker(self).page(frames.frame("changes", .changes, title: title))
        }
    }
}
