import Diagnostics
import Interchange

/// What was read and how it was understood, as sentences without a full stop.
enum SourceLines {
    static func lines(_ project: CodedProject) -> [String] {
        var lines = [origin(project), counts(project)]
        if let reading = project.reading { lines += positions(reading) }
        if let hierarchy = project.hierarchy {
            let who = hierarchy.isGiven ? "import.yml says so" : "\(hierarchy.codes) names have it"
            lines.append("names of codes are parted by ‘\(hierarchy.separator)’, since \(who)")
        }
        lines.append("groups: \(project.people.reason)")
        return lines
    }

    private static func origin(_ project: CodedProject) -> String {
        var line = project.origin.format.rawValue
        if !line.contains(project.origin.tool.rawValue) { line += " of \(project.origin.tool.rawValue)" }
        if let statement = project.origin.statement { line += " (\(statement.shown))" }
        return line
    }

    private static func counts(_ project: CodedProject) -> String {
        func counted(_ number: Int, _ one: String, _ several: String) -> String {
            "\(number) \(number == 1 ? one : several)"
        }
        return [
            counted(project.quotations.count, "quotation", "quotations"),
            counted(project.codingCount, "coding", "codings"), counted(project.codes.count, "code", "codes"),
            counted(project.participants.count, "participant", "participants"),
        ].joined(separator: ", ")
    }

    private static func positions(_ reading: PositionReading) -> [String] {
        var lines = ["positions count \(reading.chosen): \(reading.reason)"]
        if reading.exceptions > 0 {
            lines.append("\(reading.exceptions) selections were read otherwise, as their own words prove")
        }
        // Ways that mean the same here say nothing; of those that count the same thing, the best is enough.
        var told: Set<PositionReading.Unit> = []
        for trial in reading.tried.dropFirst() where reading.basis != .noDifference {
            let chosen = reading.tried[0]
            let isSame = trial.fitting == chosen.fitting && trial.atWordEdges == chosen.atWordEdges
            guard !isSame, told.insert(trial.way.unit).inserted else { continue }
            lines.append(
                reading.namesAreWords
                    ? "  \(trial.way): the words of \(trial.fitting) of \(trial.compared) would fit"
                    : "  \(trial.way): \(trial.atWordEdges) of \(trial.selections) would begin and end where words do"
            )
        }
        return lines
    }
}
