/// Where everything in a drawing of a logic model stands: pure geometry, in whole units.
///
/// The same diagram and the same metrics give the same layout, to the unit. No box lies on another, and no arrow crosses a box.
public struct DiagramLayout: Sendable, Equatable {
    /// How the columns follow each other.
    public enum Direction: Sendable {
        /// Side by side, for wide screens, slides and paper.
        case across
        /// One below the other, each box on a line of its own, for phones.
        case down
    }

    public internal(set) var title: String
    public internal(set) var description: String
    public internal(set) var key: Diagram.Key
    public internal(set) var direction: Direction
    /// Whether it is read from the right to the left: then the first column stands at the right.
    public internal(set) var readsRightToLeft = false
    public internal(set) var width = 0
    public internal(set) var height = 0
    public internal(set) var metrics: Metrics
    /// The headings of the columns, in order.
    public internal(set) var headings: [Heading] = []
    /// The boxes in reading order: column by column, from the top.
    public internal(set) var boxes: [PlacedBox] = []
    /// The arrows that can be drawn, in the order of the file.
    public internal(set) var arrows: [PlacedArrow] = []

    /// Lays a diagram out.
    ///
    /// A model that people can read, of 60 boxes and 120 arrows, takes a few thousandths of a second. With many hundreds of
    /// arrows less is done for their order, so that any input comes to an end soon.
    public init(
        _ diagram: Diagram,
        direction: Direction = .across,
        readsRightToLeft: Bool = false,
        metrics: Metrics = .standard
    ) {
        title = diagram.title
        description = diagram.description
        key = diagram.key
        self.direction = direction
        self.metrics = metrics
        let graph = LayeredGraph(diagram)
        switch direction {
        case .across: AcrossLayout(graph, metrics: metrics).place(in: &self)
        case .down: DownLayout(graph, metrics: metrics).place(in: &self)
        }
        if readsRightToLeft { mirror() }
    }

    /// Whether its texts can be read when all of it is printed on one page.
    public var fitsOnePage: Bool {
        Double(width) <= Double(metrics.page.width) * metrics.mostReduced
            && Double(height) <= Double(metrics.page.height) * metrics.mostReduced
    }

    /// How often one arrow crosses another. Arrows that end at one box in one point do not.
    public var crossings: Int { Crossings.count(in: arrows.map(\.points)) }
}

extension DiagramLayout {
    public struct Point: Sendable, Hashable {
        public var x: Int
        public var y: Int
    }

    public struct Frame: Sendable, Hashable {
        public var x: Int
        public var y: Int
        public var width: Int
        public var height: Int

        public var maxX: Int { x + width }
        public var maxY: Int { y + height }
        public var midX: Int { x + width / 2 }
        public var midY: Int { y + height / 2 }
    }

    /// A line of text, with the point where it starts on its base line.
    public struct Line: Sendable, Equatable {
        public var text: String
        public var start: Point
    }

    /// The heading of a column.
    public struct Heading: Sendable, Equatable {
        /// The index of the column.
        public var column: Int
        public var lines: [Line]
        /// The ends of the line below it, which is as wide as the boxes.
        public var rule: [Point]
    }

    public struct PlacedBox: Sendable, Equatable {
        public var id: String
        /// The index of the column.
        public var column: Int
        public var href: String
        public var accessibleLabel: String
        public var frame: Frame
        public var title: [Line]
        public var detail: [Line]
        /// How many quotes each group gives, in the order of the groups.
        public var shares: [Share]
    }

    /// The mark of a group with the number of its quotes.
    public struct Share: Sendable, Equatable {
        /// The index of the group.
        public var group: Int
        public var count: Int
        public var mark: Frame
        public var number: Line
    }

    public struct PlacedArrow: Sendable, Equatable {
        /// The id of the box that it leaves.
        public var from: String
        /// The id of the box that it points to.
        public var to: String
        public var isFeedback: Bool
        /// Where it goes: horizontal and vertical stretches in turn, from box to box. The last point is the arrow's tip.
        public var points: [Point]
        public var label: Label?
    }

    /// What an arrow says. Its lines are centred on their start.
    public struct Label: Sendable, Equatable {
        public var lines: [Line]
        public var frame: Frame
    }
}
