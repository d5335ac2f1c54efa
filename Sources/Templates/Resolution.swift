import Diagnostics

/// What a name means in a scope.
enum Resolved {
    /// `path` are the records to pass through.
    case field(shape: Shape, path: [Step], step: Step)
    case item(FieldKind)
    case first
    case last
    case number
    case word(String)
}

/// Finds what names mean and says so where they mean nothing.
struct Resolver {
    let words: Words

    func resolve(_ path: Path, in scope: Scope, _ diagnostics: inout Diagnostics) -> Resolved? {
        guard let first = path.parts.first else {
            if let item = scope.item { return .item(item) }
            diagnostics.add(
                .templateUnknownName,
                "‘.’ means nothing here",
                at: path.place,
                help: "use it inside a section of a text, a number or a list of texts"
            )
            return nil
        }
        if first == "words", path.parts.count > 1 { return word(path, &diagnostics) }
        if scope.isInList, path.parts.count == 1 {
            switch first {
            case "-first": return .first
            case "-last": return .last
            case "-number": return .number
            default: break
            }
        }
        for shape in scope.shapes.reversed() {
            if let slot = shape.slot(of: first) { return field(path, of: shape, slot: slot, &diagnostics) }
        }
        if Scope.impliedNames.contains(first) {
            diagnostics.add(.templateUnknownName, "‘\(first)’ means nothing outside a list", at: path.place(ofPart: 0))
        } else {
            let summary = "there is no name ‘\(first)’ here"
            report(summary, first, scope.names, path.place(ofPart: 0), &diagnostics)
        }
        return nil
    }

    private func word(_ path: Path, _ diagnostics: inout Diagnostics) -> Resolved? {
        let name = path.parts.dropFirst().joined(separator: ".")
        if let word = words.entries[name] { return .word(word) }
        let start = Int(path.place.offset) + "words.".utf8.count
        diagnostics.add(
            .templateUnknownWord,
            "there is no interface word ‘\(name)’",
            at: Place(source: path.place.source, offset: start, length: name.utf8.count),
            help: NearMiss.suggestion(for: name, in: words.entries.keys.sorted())
        )
        return nil
    }

    private func field(_ path: Path, of shape: Shape, slot: Int, _ diagnostics: inout Diagnostics) -> Resolved? {
        var through: [Step] = []
        var current = Step(shape: shape, slot: slot)
        for index in path.parts.indices.dropFirst() {
            guard case .record(let part) = current.kind else {
                let name = path.parts[index - 1]
                let summary = "‘\(name)’ is \(current.kind.noun) and has no names of its own"
                let isList = if case .list = current.kind { true } else { false }
                diagnostics.add(
                    .templateWrongKind,
                    summary,
                    at: path.place(ofPart: index - 1),
                    help: isList ? "show it with {{#\(name)}}…{{/\(name)}}" : nil
                )
                return nil
            }
            let shape = part()
            guard let next = shape.slot(of: path.parts[index]) else {
                let summary = "there is no name ‘\(path.parts[index])’ in ‘\(path.parts[index - 1])’"
                report(summary, path.parts[index], shape.names, path.place(ofPart: index), &diagnostics)
                return nil
            }
            through.append(current)
            current = Step(shape: shape, slot: next)
        }
        return .field(shape: shape, path: through, step: current)
    }

    private func report(
        _ summary: String,
        _ name: String,
        _ known: [String],
        _ place: Place,
        _ diagnostics: inout Diagnostics
    ) {
        let list = known.isEmpty || known.count > 12 ? nil : "known here: " + known.joined(separator: ", ")
        let help = NearMiss.suggestion(for: name, in: known) ?? list
        diagnostics.add(.templateUnknownName, summary, at: place, help: help)
    }
}
