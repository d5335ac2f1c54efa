/// Puts the codes of a draft into a tree and gives each its path.
struct CodeTree {
    /// The codes, parents before children, in the order of the file otherwise.
    private(set) var codes: [CodedProject.Code] = []
    /// Where each code of the draft went.
    private(set) var places: [Int]
    /// How names were taken apart, if they were.
    private(set) var reading: HierarchyReading?

    private struct Node {
        var name: String
        var label: String
        var draft: Int?
        var parent: Int?
        var children: [Int] = []
    }

    /// A tree from codes that know their parents, and from names that hold their parents' names.
    ///
    /// - Parameter separator: What a person said stands between names; an empty one means that nothing does.
    init(
        _ drafts: [ProjectDraft.Code],
        mayHoldHierarchy: Bool,
        separator: String?,
        usual: String?,
        limits: ImportLimits
    )
        throws(ImportError)
    {
        places = [Int](repeating: 0, count: drafts.count)
        let isFlat = drafts.allSatisfy { $0.parent == nil }
        var chosen: String?
        if let separator {
            chosen = separator.isEmpty ? nil : separator
        } else if mayHoldHierarchy, isFlat {
            chosen = CodeNames.separator(of: drafts.map(\.name), usual: usual)
        }
        if let chosen {
            let count = drafts.count { CodeNames.parts(of: $0.name, separator: chosen).count > 1 }
            reading = HierarchyReading(separator: chosen, isGiven: separator != nil, codes: count)
        }

        var nodes: [Node] = []
        var roots: [Int] = []
        var byPath: [[String]: Int] = [:]
        var nodeOfDraft = [Int?](repeating: nil, count: drafts.count)
        for (index, draft) in drafts.enumerated() {
            var parent = draft.parent.flatMap { nodeOfDraft[$0] }
            let parts = chosen.map { CodeNames.parts(of: draft.name, separator: $0) } ?? [draft.name]
            if let chosen, !chosen.isEmpty, isFlat {
                var node: Int?
                for end in 1...parts.count {
                    let path = Array(parts[..<end])
                    if let known = byPath[path] {
                        node = known
                    } else {
                        nodes.append(Node(name: parts[end - 1], label: path.joined(separator: chosen), parent: parent))
                        node = nodes.count - 1
                        byPath[path] = nodes.count - 1
                        if let parent {
                            nodes[parent].children.append(nodes.count - 1)
                        } else {
                            roots.append(nodes.count - 1)
                        }
                    }
                    parent = node
                }
                if let node {
                    if nodes[node].draft == nil {
                        nodes[node].draft = index
                        nodes[node].label = draft.name
                    }
                    nodeOfDraft[index] = node
                }
            } else {
                nodes.append(Node(name: draft.name, label: draft.name, draft: index, parent: parent))
                if let parent { nodes[parent].children.append(nodes.count - 1) } else { roots.append(nodes.count - 1) }
                nodeOfDraft[index] = nodes.count - 1
            }
            guard nodes.count <= limits.codes else {
                throw ImportError(.tooLarge, "the project has more than \(limits.codes) codes")
            }
        }
        flatten(nodes, roots, drafts)
        var placeOfNode = [Int](repeating: 0, count: nodes.count)
        for (place, node) in order.enumerated() { placeOfNode[node] = place }
        for (index, node) in nodeOfDraft.enumerated() { places[index] = node.map { placeOfNode[$0] } ?? 0 }
        order = []
    }

    private var order: [Int] = []

    private mutating func flatten(_ nodes: [Node], _ roots: [Int], _ drafts: [ProjectDraft.Code]) {
        var waiting: [(node: Int, parent: Int?)] = roots.reversed().map { ($0, nil) }
        while let (index, parent) = waiting.popLast() {
            let node = nodes[index]
            let draft = node.draft.map { drafts[$0] }
            codes.append(
                CodedProject.Code(
                    path: (parent.map { codes[$0].path } ?? []) + [node.name],
                    parent: parent,
                    label: node.label,
                    description: draft?.description,
                    colour: draft?.colour,
                    memo: draft?.memo,
                    isCodable: draft?.isCodable ?? false,
                    toolID: draft?.toolID
                )
            )
            order.append(index)
            let place = codes.count - 1
            for child in node.children.reversed() { waiting.append((child, place)) }
        }
    }
}

/// Names of codes that hold the names of their parents.
enum CodeNames {
    /// What may stand between names, the rarest in ordinary names first.
    static let separators = ["::", " > ", "\\", " | ", "/", ": ", "."]
    /// How many levels a name can give.
    static let depth = 20

    /// The names from the top down; the whole name alone if any part would be empty.
    static func parts(of name: String, separator: String) -> [String] {
        guard !separator.isEmpty, name.utf8.count <= 10_000 else { return [name] }
        let parts = name.split(text: separator, limit: depth).map(\.trimmed)
        guard parts.count > 1, !parts.contains("") else { return [name] }
        // `e.g. something` and `1. First` are names, not paths.
        if separator == "." {
            let hasSpace = name.split(text: ".", limit: depth).dropFirst().contains { $0.first == " " }
            if hasSpace || parts.contains(where: { $0.allSatisfy(\.isNumber) }) { return [name] }
        }
        return parts
    }

    /// What parts names here, if enough of them share parents to say so.
    static func separator(of names: [String], usual: String?) -> String? {
        let all = Set(names)
        var best: (separator: String, weight: Int)?
        for separator in separators {
            var children: [String: Int] = [:]
            for name in names {
                let parts = parts(of: name, separator: separator)
                if parts.count > 1 { children[parts.dropLast().joined(separator: separator), default: 0] += 1 }
            }
            // A parent counts if it is a code itself or has several children.
            let weight = children.reduce(0) { sum, parent in
                sum + (all.contains(parent.key) || parent.value > 1 || separator == usual ? parent.value : 0)
            }
            if weight > (best?.weight ?? 0) { best = (separator, weight) }
        }
        return best?.separator
    }
}

extension String {
    /// Parts between occurrences of a text; the last part holds the rest.
    func split(text separator: String, limit: Int) -> [String] {
        let wanted = Array(separator.utf8)
        let bytes = Array(utf8)
        var parts: [String] = []
        var start = 0
        for found in bytes.occurrences(of: wanted, limit: Int.max) {
            guard parts.count + 1 < limit else { break }
            guard found >= start else { continue }
            parts.append(String(decoding: bytes[start..<found], as: UTF8.self))
            start = found + wanted.count
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }
}
