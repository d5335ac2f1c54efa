import Diagnostics
import Study

/// Finds the group that a word of another program means: an id, a title or the name of one member, whatever stands
/// between its words, in capitals or not, as one or as several.
public struct GroupFinder: Sendable {
    private var groups: [String: GroupID?] = [:]
    private let exact: GroupNames
    private let names: [String]

    /// The groups of a study.
    public init(_ all: [Group]) {
        exact = GroupNames(all)
        names = all.map(\.id.rawValue)
        for group in all {
            for key in Set([group.id.rawValue, group.title, group.singular].map(Self.key)) {
                // What could be two groups is none.
                if let known = groups[key], known != group.id {
                    groups[key] = .some(nil)
                } else {
                    groups[key] = group.id
                }
            }
        }
    }

    /// The group that a word means.
    public func group(for word: String) -> GroupID? {
        if let group = exact.group(for: word) { return group }
        return groups[Self.key(word)] ?? nil
    }

    /// What may have been meant, or which groups there are.
    public func suggestion(for word: String) -> String {
        NearMiss.suggestion(for: word, in: names) ?? list
    }

    /// Which groups there are.
    public var list: String { "the groups are: \(names.joined(separator: ", "))" }

    private static func key(_ text: String) -> String {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.map { word in
            word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : String(word)
        }.joined(separator: " ")
    }
}
