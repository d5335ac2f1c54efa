import Markup

/// The shape that tells a stakeholder group apart where colour does not: as `.group-mark` in the style sheet has it.
enum GroupShape {
    /// A shape takes a square of this many units.
    static let size = 12

    /// The shape of a group, by its number from 1, with its left edge at `x`; hollow for those who are silent.
    static func markup(_ group: Int, x: Int, isHollow: Bool) -> HTML {
        let kind = isHollow ? "person person-silent" : "person"
        if group == 1 || group > 8 { return circle(x, "class=\"\(kind)\"") }
        if group == 8 { return circle(x, "class=\"\(kind) person-ring\"") }
        let points = corners(group).map { "\($0.0 + x),\($0.1)" }.joined(separator: " ")
        return HTML(trusted: "<polygon class=\"\(kind)\" points=\"\(points)\"/>")
    }

    private static func circle(_ x: Int, _ attributes: String) -> HTML {
        HTML(trusted: "<circle \(attributes) cx=\"\(x + size / 2)\" cy=\"\(size / 2)\" r=\"5\"/>")
    }

    private static func corners(_ group: Int) -> [(Int, Int)] {
        switch group {
        case 2: [(1, 1), (11, 1), (11, 11), (1, 11)]
        case 3: [(6, 1), (12, 11), (0, 11)]
        case 4: [(6, 0), (12, 6), (6, 12), (0, 6)]
        case 5:
            [
                (4, 0), (8, 0), (8, 4), (12, 4), (12, 8), (8, 8), (8, 12), (4, 12), (4, 8), (0, 8), (0, 4), (4, 4),
            ]
        case 6: [(3, 1), (9, 1), (12, 6), (9, 11), (3, 11), (0, 6)]
        default: [(0, 1), (12, 1), (6, 11)]
        }
    }
}
