import Diagnostics
import StudyFiles

/// What reading a study finds, a line each: `file:line:column rule: message (help)`, notes left out.
func findings(_ folder: StudyFolder, atLeast severity: Severity = .warning) -> [String] {
    let reading = StudyReader.read(folder)
    return reading.diagnostics.sorted(in: reading.sources).filter { $0.rule.severity >= severity }.map { finding in
        var place: String
        switch finding.location {
        case .path(let path): place = path
        case .place(let found):
            let (path, position) = reading.sources.position(of: found)
            place = "\(path):\(position.line):\(position.column)"
        }
        if finding.rule.severity != .error { place += " \(finding.rule.severity)" }
        return "\(place) \(finding.rule.name): \(finding.summary)" + (finding.help.map { " (\($0))" } ?? "")
    }
}
