// The quotes are invented; nobody said any of this.

import Interchange

/// A project as a tool would give it, in few words.
func project(
    _ quotations: [(participant: String, codes: [String], text: String)],
    groups: [String: String] = [:],
    format: Origin.Format = .taguetteDatabase
) -> CodedProject {
    let names = quotations.map(\.participant).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    // A code comes after the one above it.
    let codes = quotations.flatMap(\.codes).reduce(into: [String]()) { codes, code in
        let above = code.split(separator: ".").dropLast().joined(separator: ".")
        for name in [above, code] where !name.isEmpty && !codes.contains(name) { codes.append(name) }
    }
    return CodedProject(
        origin: Origin(format: format, tool: .other),
        codes: codes.map { code in
            let path = code.split(separator: ".").map(String.init)
            let parent = codes.firstIndex(of: path.dropLast().joined(separator: "."))
            return CodedProject.Code(path: path, parent: parent, label: code)
        },
        documents: names.map { CodedProject.Document(name: $0 + ".txt") },
        participants: names.map { CodedProject.Participant(name: $0, group: groups[$0]) },
        quotations: quotations.map { quotation in
            CodedProject.Quotation(
                text: quotation.text,
                document: names.firstIndex(of: quotation.participant) ?? 0,
                codes: quotation.codes.compactMap { codes.firstIndex(of: $0) },
                participant: names.firstIndex(of: quotation.participant)
            )
        }
    )
}

let tea: [(participant: String, codes: [String], text: String)] = [
    ("M1", ["company", "waiting"], "It tastes better, together."), ("D1", ["comfort code"], "I wait for it."),
    ("D2", ["waiting"], "It takes its time."),
]
