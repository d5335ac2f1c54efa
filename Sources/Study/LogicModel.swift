import Diagnostics

/// How a programme is thought to work: columns of boxes, joined by arrows.
public struct LogicModel: Sendable {
    public var title: String?
    /// What readers should know before they read it.
    public var introduction: Prose?
    /// The columns, from left to right: situation, inputs, mechanisms, outcomes.
    public var columns: [Column]
    /// The boxes, in the order of the file.
    public var boxes: [Box]
    public var arrows: [Arrow]
    /// What is taken for granted.
    public var assumptions: [Prose]
    /// What acts from outside.
    public var externalFactors: [Prose]
    public var place: Place

    public init(
        title: String? = nil,
        introduction: Prose? = nil,
        columns: [Column],
        boxes: [Box],
        arrows: [Arrow],
        assumptions: [Prose] = [],
        externalFactors: [Prose] = [],
        place: Place
    ) {
        self.title = title
        self.introduction = introduction
        self.columns = columns
        self.boxes = boxes
        self.arrows = arrows
        self.assumptions = assumptions
        self.externalFactors = externalFactors
        self.place = place
    }

    /// A column of the diagram.
    public struct Column: Sendable {
        public var id: ColumnID
        public var title: String
        /// What belongs in it.
        public var description: Prose?
        public var place: Place

        public init(id: ColumnID, title: String, description: Prose? = nil, place: Place) {
            self.id = id
            self.title = title
            self.description = description
            self.place = place
        }
    }

    /// A box of the diagram.
    public struct Box: Sendable {
        public var id: BoxID
        public var column: ColumnID
        /// What stands in the box.
        public var title: String
        /// What it means.
        public var text: Prose?
        public var support: Support
        public var place: Place

        public init(
            id: BoxID,
            column: ColumnID,
            title: String,
            text: Prose? = nil,
            support: Support,
            place: Place
        ) {
            self.id = id
            self.column = column
            self.title = title
            self.text = text
            self.support = support
            self.place = place
        }
    }

    /// An arrow from one box to another.
    public struct Arrow: Sendable {
        public var from: BoxID
        public var to: BoxID
        /// What the arrow says: `leads to`.
        public var label: String?
        /// Whether it leads back, from an effect to what brought it about.
        public var isFeedback: Bool
        public var support: Support
        public var place: Place

        public init(
            from: BoxID,
            to: BoxID,
            label: String? = nil,
            isFeedback: Bool = false,
            support: Support,
            place: Place
        ) {
            self.from = from
            self.to = to
            self.label = label
            self.isFeedback = isFeedback
            self.support = support
            self.place = place
        }
    }
}
