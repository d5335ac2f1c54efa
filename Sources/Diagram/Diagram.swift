/// A logic model as it is to be drawn: columns of boxes, joined by arrows.
///
/// It is what the study says, before anything has a place. `DiagramLayout` gives it one.
public struct Diagram: Sendable, Equatable {
    /// What the whole is called.
    public var title: String
    /// The columns, in the order in which they are read.
    public var columns: [Column]
    /// The boxes, in the order of the file. Boxes of a column keep it where another order would not read better.
    public var boxes: [Box]
    public var arrows: [Arrow]
    /// What a file of its own says of the whole to those who cannot see it; may be empty.
    public var description: String
    /// What the signs mean.
    public var key: Key

    public init(
        title: String,
        columns: [Column],
        boxes: [Box],
        arrows: [Arrow],
        description: String = "",
        key: Key = Key()
    ) {
        self.title = title
        self.columns = columns
        self.boxes = boxes
        self.arrows = arrows
        self.description = description
        self.key = key
    }

    /// What the signs of a drawing mean. It stands at the foot of a file of its own; a page says it around the drawing.
    public struct Key: Sendable, Equatable {
        /// What a whole line with a full head means, such as “leads to”; not shown when empty.
        public var forward: String
        /// What a dashed line with an open head means, such as “feeds back”; shown where there is such a line.
        public var feedback: String
        /// The names of the groups, in the order of the shares of the boxes.
        public var groups: [String]

        public init(forward: String = "", feedback: String = "", groups: [String] = []) {
            self.forward = forward
            self.feedback = feedback
            self.groups = groups
        }
    }

    /// A column, such as the inputs or the outcomes.
    public struct Column: Sendable, Equatable {
        public var title: String

        public init(title: String) { self.title = title }
    }

    /// A box, which is a link when `href` is not empty.
    public struct Box: Sendable, Equatable {
        public var id: String
        /// The index of its column. One that does not exist counts as the nearest that does.
        public var column: Int
        public var title: String
        /// A short second text, such as `12 quotes · 3 groups`; may be empty.
        public var detail: String
        public var href: String
        /// What a screen reader says instead of the texts in the box; the texts themselves when empty.
        public var accessibleLabel: String
        /// How many quotes each group gives, in the order of the groups. Empty where that is not to be shown. The
        /// `accessibleLabel` has to say it in words.
        public var shares: [Int]

        public init(
            id: String,
            column: Int,
            title: String,
            detail: String = "",
            href: String = "",
            accessibleLabel: String = "",
            shares: [Int] = []
        ) {
            self.id = id
            self.column = column
            self.title = title
            self.detail = detail
            self.href = href
            self.accessibleLabel = accessibleLabel
            self.shares = shares
        }
    }

    /// An arrow between two boxes, which it names by their index. One that names no box is not drawn.
    public struct Arrow: Sendable, Equatable {
        public var from: Int
        public var to: Int
        public var label: String?
        /// Whether it leads back to what brought it about. An arrow to an earlier column always does.
        public var isFeedback: Bool

        public init(from: Int, to: Int, label: String? = nil, isFeedback: Bool = false) {
            self.from = from
            self.to = to
            self.label = label
            self.isFeedback = isFeedback
        }
    }
}
