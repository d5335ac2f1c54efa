/// Writes the tree of codes, which projects and codebooks have in the same form.
enum CodesXML {
    static func write(_ codes: [ExportContent.Code], to parent: inout XMLWriter) {
        parent.element("Codes") { writer in
            var next = 0
            while next < codes.count { write(codes, from: &next, to: &writer) }
        }
    }

    /// A code with those below it, which follow it in the list.
    private static func write(_ codes: [ExportContent.Code], from next: inout Int, to writer: inout XMLWriter) {
        let code = codes[next]
        next += 1
        let attributes = [("guid", code.guid), ("name", code.name), ("isCodable", code.isCodable ? "true" : "false")]
        let isParent = next < codes.count && codes[next].depth > code.depth
        guard isParent || code.description != nil else {
            writer.empty("Code", attributes)
            return
        }
        writer.element("Code", attributes) { writer in
            if let description = code.description { writer.text("Description", description) }
            while next < codes.count, codes[next].depth > code.depth { write(codes, from: &next, to: &writer) }
        }
    }
}
