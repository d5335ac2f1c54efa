import Markup

/// Draws how many quotes each member of a group has, the most quoted first: a column for each, with a foot that stays
/// where there is none.
enum Evenness {
    private static let step = 12
    private static let breadth = 9
    private static let height = 60

    /// `quotes` of each member; `most` is the most that anybody of the study has, so that groups can be compared.
    static func picture(_ quotes: [Int], most: Int) -> HTML {
        let width = max(1, quotes.count) * step
        var html = HTML(
            trusted: "<svg class=\"evenness\" viewBox=\"0 0 \(width) \(height + 3)\" width=\"\(width)\""
                + " height=\"\(height + 3)\" aria-hidden=\"true\" focusable=\"false\">"
        )
        for (position, count) in quotes.sorted(by: >).enumerated() {
            let tall = most == 0 ? 0 : (count * height + most / 2) / most
            html.append(
                HTML(
                    trusted: "<rect class=\"share-track\" x=\"\(position * step)\" y=\"\(height)\" width=\"\(breadth)\""
                        + " height=\"3\"/><rect class=\"share-fill\" x=\"\(position * step)\" y=\"\(height - tall)\""
                        + " width=\"\(breadth)\" height=\"\(tall)\"/>"
                )
            )
        }
        html.append(HTML(trusted: "</svg>"))
        return html
    }
}
