/// The sizes that a layout keeps to, in units of the drawing. One unit is one CSS pixel at full size.
///
/// The texts were measured at these font sizes, so a style sheet must not change them.
public struct Metrics: Sendable, Equatable {
    /// What a drawing in columns should not be wider than, if the texts allow it.
    public var preferredWidth = 1210
    /// How narrow and how wide a box may be where the columns stand side by side.
    public var boxWidths = 150...224
    /// Up to what width the longest word of the titles makes all boxes wider.
    public var leastForWords = 200
    /// The width of the drawing in which the columns stand one below the other.
    public var narrowWidth = 328

    /// What a page of paper in landscape has room for, on A4 and on Letter, and how much smaller a drawing may be printed on it:
    /// texts of 12 units then have 6 points.
    public var page = DiagramLayout.Frame(x: 0, y: 0, width: 990, height: 672)
    public var mostReduced = 1.5

    /// Between the side of a box and its text.
    public var padding = 12
    public var titleSize = 14
    public var titleLineHeight = 18
    public var detailSize = 12
    public var detailLineHeight = 16
    public var headingSize = 15
    public var headingLineHeight = 19
    public var labelSize = 12
    public var labelLineHeight = 14
    /// How wide a line of an arrow's label may be.
    public var labelWidth = 100
    /// The marks of the groups, and the lines of their numbers.
    public var markSize = 10
    public var shareLineHeight = 17
    /// Between a mark and its number, and between a number and the next mark.
    public var shareInnerGap = 4
    public var shareOuterGap = 11
    /// With more boxes than these, the marks of the groups stand instead of the second text, not below it.
    public var mostDetailed = 24

    /// Between two boxes of a column.
    public var boxGap = 20
    /// Between two boxes of which one has an arrow straight to the other.
    public var joinedGap = 32
    /// Between a box and an arrow that passes it.
    public var passingGap = 14
    /// Between two arrows that pass side by side.
    public var laneGap = 9
    /// The least distance between the ends of two arrows at one side of a box.
    public var portGap = 9
    /// Between the corner of a box and the first end of an arrow.
    public var portInset = 9
    /// The least distance between two columns.
    public var gutter = 76
    /// Between a column and the nearest lane on the side where arrows leave.
    public var leavingRoom = 14
    /// Between a column and the nearest lane on the side where arrows arrive, with room for their heads.
    public var arrivingRoom = 22
    /// Around the whole.
    public var margin = 4

    public init() {}

    /// The sizes that fit Verbatim's own style sheet.
    public static let standard = Metrics()
}
