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

    public init(title: String, columns: [Column], boxes: [Box], arrows: [Arrow]) {
        self.title = title
        self.columns = columns
        self.boxes = boxes
        self.arrows = arrows
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

        public init(
            id: String,
            column: Int,
            title: String,
            detail: String = "",
            href: String = "",
            accessibleLabel: String = ""
        ) {
            self.id = id
            self.column = column
            self.title = title
            self.detail = detail
            self.href = href
            self.accessibleLabel = accessibleLabel
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
