import Markup

/// Draws the members of a group in a row: filled those who speak, hollow those who do not. The text beside it says the
/// same in numbers, so it is hidden from those who listen.
enum People {
    private static let step = GroupShape.size + 4

    /// A picture, or nil where there are nobody or too many to draw.
    static func picture(speaking: Int, of members: Int, group: Int, limit: Int) -> HTML? {
        guard (1...max(1, limit)).contains(members) else { return nil }
        let width = members * step - 4
        var html = HTML(
            trusted: "<svg class=\"people\" viewBox=\"-1 -1 \(width + 2) \(GroupShape.size + 2)\""
                + " width=\"\(width + 2)\" height=\"\(GroupShape.size + 2)\" aria-hidden=\"true\" focusable=\"false\">"
        )
        for person in 0..<members {
            html.append(GroupShape.markup(group, x: person * step, isHollow: person >= speaking))
        }
        html.append(HTML(trusted: "</svg>"))
        return html
    }
}
