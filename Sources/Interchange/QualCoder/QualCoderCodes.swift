/// The codes of a QualCoder project: a tree of categories with codes in it, and in newer versions codes under codes.
enum QualCoderCodes {
    private enum Key: Hashable {
        case category(Int)
        case code(Int)
    }

    private struct Node {
        let key: Key
        let code: ProjectDraft.Code
        let parent: Key?
    }

    /// Adds all codes, parents first; gives the place of each code by its `cid`.
    static func add(
        _ database: SQLiteDatabase,
        _ limits: ImportLimits,
        to draft: inout ProjectDraft
    ) throws(ImportError) -> [Int: Int] {
        var nodes = try categories(database)
        nodes += try codes(database)
        guard nodes.count <= limits.codes else {
            throw ImportError(.tooLarge, "the project has more than \(limits.codes) codes")
        }
        let known = Set(nodes.map(\.key))
        var children: [Key: [Int]] = [:]
        var waiting: [Int] = []
        for (index, node) in nodes.enumerated() {
            if let parent = node.parent, known.contains(parent) {
                children[parent, default: []].append(index)
            } else {
                waiting.append(index)
            }
        }
        waiting.reverse()
        var places: [Key: Int] = [:]
        var depths: [Key: Int] = [:]
        // What stands in a circle is reached from nowhere, and is put at the top in the end.
        var rest = Array(nodes.indices.reversed())
        while let index = waiting.popLast() ?? rest.popLast() {
            let node = nodes[index]
            guard places[node.key] == nil else { continue }
            var code = node.code
            code.parent = node.parent.flatMap { places[$0] }
            let depth = node.parent.flatMap { depths[$0] }.map { $0 + 1 } ?? 0
            guard depth < limits.codeDepth else {
                throw ImportError(.hostile, "codes stand more than \(limits.codeDepth) levels deep under each other")
            }
            depths[node.key] = depth
            places[node.key] = draft.codes.count
            draft.codes.append(code)
            waiting += (children[node.key] ?? []).reversed()
        }
        var result: [Int: Int] = [:]
        for (key, place) in places { if case .code(let id) = key { result[id] = place } }
        return result
    }

    private static func categories(_ database: SQLiteDatabase) throws(ImportError) -> [Node] {
        var nodes: [Node] = []
        guard database.has("code_cat", "catid", "name") else { return nodes }
        let parent = database.column("supercatid", of: "code_cat")
        let memo = database.column("memo", of: "code_cat")
        try database.query("SELECT catid, name, \(memo), \(parent) FROM code_cat ORDER BY catid LIMIT 200000") {
            row throws(ImportError) in
            guard let id = row.number(0) else { return }
            let code = ProjectDraft.Code(
                name: row.text(1)?.trimmed ?? "",
                description: row.text(2)?.trimmed.unlessBlank,
                isCodable: false,
                toolID: "catid:\(id)"
            )
            nodes.append(Node(key: .category(id), code: code, parent: row.number(3).map { .category($0) }))
        }
        return nodes
    }

    private static func codes(_ database: SQLiteDatabase) throws(ImportError) -> [Node] {
        var nodes: [Node] = []
        let columns = ["memo", "color", "catid", "supercid"].map { database.column($0, of: "code_name") }
        let sql = "SELECT cid, name, \(columns.joined(separator: ", ")) FROM code_name ORDER BY cid LIMIT 200000"
        try database.query(sql) { row throws(ImportError) in
            guard let id = row.number(0) else { return }
            let code = ProjectDraft.Code(
                name: row.text(1)?.trimmed ?? "",
                description: row.text(2)?.trimmed.unlessBlank,
                colour: row.text(3)?.unlessBlank,
                toolID: "cid:\(id)"
            )
            let parent: Key? = row.number(5).map { .code($0) } ?? row.number(4).map { .category($0) }
            nodes.append(Node(key: .code(id), code: code, parent: parent))
        }
        return nodes
    }
}
