import Diagram
import Markup

/// Draws the members of a group in a row: filled those who speak, hollow those who do not. The text beside it says the
/// same in numbers, so it is hidden from those who listen.
enum People {
    private static let step = 15

    /// The pictures of a group, by how many speak; none where there are nobody or too many to draw. `group` is a
    /// position.
    static func pictures(of members: Int, group: Int, limit: Int) -> [HTML] {
        guard members > 0, members <= limit else { return [] }
        return (0...members).map { picture(speaking: $0, of: members, group: group) }
    }

    private static func picture(speaking: Int, of members: Int, group: Int) -> HTML {
        let size = GroupMark.size
        let width = (members - 1) * step + size + 2
        var html = HTML(
            trusted: "<svg class=\"people\" viewBox=\"-1 -1 \(width) \(size + 2)\" width=\"\(width)\""
                + " height=\"\(size + 2)\" aria-hidden=\"true\" focusable=\"false\">"
        )
        let outline = GroupMark.outline(of: group)
        for person in 0..<members {
            let kind = person < speaking ? "person" : "person person-silent"
            let place = person == 0 ? "" : " transform=\"translate(\(person * step))\""
            html.append(HTML(trusted: "<path class=\"\(kind)\" d=\"\(outline)\"\(place)/>"))
        }
        html.append(HTML(trusted: "</svg>"))
        return html
    }
}
