import Diagnostics
import Study

/// Reads `logic-model.yml`.
enum LogicModelReader {
    static func read(_ root: YAMLValue, prose: ProseReader, into findings: inout Findings) -> LogicModel? {
        guard var fields = YAMLFields(root, "logic-model.yml", into: &findings) else {
            findings.lost.insert(.box)
            return nil
        }
        let title = fields.text("title", into: &findings)?.value
        let introduction = fields.value("introduction").flatMap { prose.block($0, "introduction", into: &findings) }
        _ = fields.required("columns", into: &findings)
        let columns = columns(&fields, prose, into: &findings)
        if fields.required("boxes", into: &findings) == nil { findings.lost.insert(.box) }
        let boxes = boxes(&fields, columns: columns, prose, into: &findings)
        let arrows = arrows(&fields, into: &findings)
        let assumptions = fields.list("assumptions", into: &findings).compactMap {
            prose.inline($0, "assumptions", into: &findings)
        }
        let factors = fields.list("external-factors", into: &findings).compactMap {
            prose.inline($0, "external-factors", into: &findings)
        }
        fields.finish(into: &findings)
        return LogicModel(
            title: title,
            introduction: introduction,
            columns: columns,
            boxes: boxes,
            arrows: arrows,
            assumptions: assumptions,
            externalFactors: factors,
            place: root.place
        )
    }

    private static func columns(
        _ fields: inout YAMLFields,
        _ prose: ProseReader,
        into findings: inout Findings
    ) -> [LogicModel.Column] {
        var registry = Registry<ColumnID>("column")
        return fields.mappings("columns", "a column", into: &findings).compactMap { column in
            var column = column
            let id = column.requiredText("id", into: &findings)
            let title = column.requiredText("title", into: &findings)?.value
            let description = column.value("description").flatMap { prose.inline($0, "description", into: &findings) }
            column.finish(into: &findings)
            guard let id, registry.takePlain(ColumnID(id.value), at: id.place, into: &findings), let title else {
                return nil
            }
            return LogicModel.Column(id: ColumnID(id.value), title: title, description: description, place: id.place)
        }
    }

    private static func boxes(
        _ fields: inout YAMLFields,
        columns: [LogicModel.Column],
        _ prose: ProseReader,
        into findings: inout Findings
    ) -> [LogicModel.Box] {
        var registry = Registry<BoxID>("box", as: Target.box)
        let names = columns.map(\.id.rawValue)
        return fields.mappings("boxes", "a box", into: &findings).compactMap { box in
            var box = box
            let id = box.requiredText("id", into: &findings)
            let column = box.requiredText("column", into: &findings)
            let title = box.requiredText("title", into: &findings)?.value
            let text = box.value("text").flatMap { prose.block($0, "text", into: &findings) }
            let support = SupportReader.read(&box, into: &findings)
            box.finish(into: &findings)
            if let column, !names.contains(column.value) {
                findings.add(
                    .unknownColumn,
                    "there is no column ‘\(column.value)’",
                    at: column.place,
                    help: NearMiss.suggestion(for: column.value, in: names)
                        ?? "the columns are: \(names.joined(separator: ", "))"
                )
            }
            guard let id, registry.takePlain(BoxID(id.value), at: id.place, into: &findings) else { return nil }
            guard let column, let title else { return nil }
            if support.isEmpty { findings.addUnsupported("the box ‘\(id.value)’", at: id.place) }
            return LogicModel.Box(
                id: BoxID(id.value),
                column: ColumnID(column.value),
                title: title,
                text: text,
                support: support,
                place: id.place
            )
        }
    }

    private static func arrows(
        _ fields: inout YAMLFields,
        into findings: inout Findings
    ) -> [LogicModel.Arrow] {
        struct Ends: Hashable {
            let from: BoxID
            let to: BoxID
        }
        var taken: [Ends: Place] = [:]
        return fields.mappings("arrows", "an arrow", into: &findings).compactMap { arrow in
            var arrow = arrow
            let from = arrow.requiredText("from", into: &findings)
            let to = arrow.requiredText("to", into: &findings)
            let label = arrow.text("label", into: &findings)?.value
            let isFeedback = arrow.flag("feedback", into: &findings) ?? false
            let support = SupportReader.read(&arrow, into: &findings)
            arrow.finish(into: &findings)
            guard let from, let to else { return nil as LogicModel.Arrow? }
            let start: BoxID = findings.use(from, as: Target.box)
            let end: BoxID = findings.use(to, as: Target.box)
            if start == end {
                findings.add(.badValue, "an arrow cannot lead from a box to itself", at: to.place)
                return nil
            }
            if let first = taken[Ends(from: start, to: end)] {
                findings.add(
                    .duplicateID,
                    "there is an arrow from ‘\(start)’ to ‘\(end)’ already",
                    at: from.place,
                    related: [.init("the first one", at: first)]
                )
                return nil
            }
            taken[Ends(from: start, to: end)] = from.place
            return LogicModel.Arrow(
                from: start,
                to: end,
                label: label,
                isFeedback: isFeedback,
                support: support,
                place: arrow.place
            )
        }
    }
}
