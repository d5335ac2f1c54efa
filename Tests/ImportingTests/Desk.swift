import Importing
import Interchange
import StudyFiles

/// A study that files are imported into.
struct Desk {
    var folder: StudyFolder

    /// Imports what a tool gave, and puts the files into the folder.
    mutating func take(
        _ project: CodedProject,
        mapping: ImportMapping = ImportMapping(),
        _ change: (inout ImportRequest) -> Void = { _ in }
    ) -> ImportPlan {
        var request = ImportRequest()
        change(&request)
        let plan = ImportPlan(
            folder,
            StudyReader.read(folder),
            importing: project,
            mapping: mapping,
            named: "project",
            request
        )
        for file in plan.files { folder.texts[file.path] = file.bytes }
        return plan
    }

    /// The errors of a plan, as they are told.
    static func errors(_ plan: ImportPlan) -> [String] {
        plan.diagnostics.all.filter { $0.rule.severity == .error }.map { "\($0.rule.name): \($0.summary)" }
    }
}
