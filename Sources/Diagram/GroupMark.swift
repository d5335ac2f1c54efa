/// The shape that stands for a group, given by its position: the same as those beside quotes.
public enum GroupMark {
    /// How many shapes there are. With more groups they begin again.
    static let count = 8
    /// A shape fills a square of this many units.
    public static let size = 10

    /// What the style sheet calls the mark of a group: the number after `group-`.
    public static func number(of group: Int) -> Int { group % count + 1 }

    /// Whether the outline has a hole, and so is to be filled by the even-odd rule.
    static func hasHole(_ group: Int) -> Bool { group % count == count - 1 }

    /// The outline as the data of a path, to be filled by the even-odd rule where it has a hole.
    public static func outline(of group: Int) -> String {
        switch group % count {
        case 0: "M0 5a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
        case 1: "M0.5 0.5h9v9h-9z"
        case 2: "M5 0.4L10 9.6H0z"
        case 3: "M5 0L10 5L5 10L0 5z"
        case 4: "M3.4 0h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z"
        case 5: "M2.5 0.5h5L10 5L7.5 9.5h-5L0 5z"
        case 6: "M0 0.4H10L5 9.6z"
        default: "M0 5a5 5 0 1 0 10 0a5 5 0 1 0 -10 0zM2.6 5a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0z"
        }
    }

    /// The colour on white, where no style sheet of a page says it.
    static func colour(of group: Int) -> String {
        let colours = [
            "#1450a0", "#a0330c", "#1b795d", "#74307f", "#77691c", "#2a1a63", "#b02a5e", "#566573",
        ]
        return colours[group % count]
    }
}
