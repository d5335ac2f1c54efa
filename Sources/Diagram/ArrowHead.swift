/// The shape of an arrow: a line with rounded corners, and a head at its end. All numbers are whole or halves.
struct ArrowHead {
    /// The path of the line, which ends inside the head.
    let line: String
    /// The path of the head.
    let outline: String

    private static let length = 8
    private static let radius = 8

    /// `nil` for an arrow that has no length.
    init?(_ arrow: DiagramLayout.PlacedArrow) {
        guard var last = arrow.points.last, arrow.points.count > 1 else { return nil }
        let before = arrow.points[arrow.points.count - 2]
        let tip = last
        let x = (tip.x - before.x).signum()
        let y = (tip.y - before.y).signum()
        // A full head hides the end of the line; an open one is drawn around it.
        let cut = arrow.isFeedback ? 1 : Self.length - 2
        last = DiagramLayout.Point(x: tip.x - x * cut, y: tip.y - y * cut)
        line = Self.rounded(arrow.points.dropLast() + [last])
        let back = DiagramLayout.Point(x: tip.x - x * Self.length, y: tip.y - y * Self.length)
        let left = "\(back.x - y * 4) \(back.y + x * 4)"
        let right = "\(back.x + y * 4) \(back.y - x * 4)"
        outline = "M\(left)L\(tip.x) \(tip.y)L\(right)" + (arrow.isFeedback ? "" : "z")
    }

    private static func rounded(_ points: [DiagramLayout.Point]) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        var path = "M\(first.x) \(first.y)"
        for index in points.indices.dropFirst().dropLast() {
            let before = points[index - 1]
            let corner = points[index]
            let after = points[index + 1]
            let entry = abs(corner.x - before.x) + abs(corner.y - before.y)
            let exit = abs(corner.x - after.x) + abs(corner.y - after.y)
            // Two corners share the stretch between them.
            let radius = min(Self.radius, entry / 2, exit / 2)
            let start = moved(corner, towards: before, by: radius)
            let end = moved(corner, towards: after, by: radius)
            path += "L\(start.x) \(start.y)Q\(corner.x) \(corner.y) \(end.x) \(end.y)"
        }
        return path + "L\(last.x) \(last.y)"
    }

    private static func moved(
        _ point: DiagramLayout.Point,
        towards other: DiagramLayout.Point,
        by distance: Int
    ) -> DiagramLayout.Point {
        DiagramLayout.Point(
            x: point.x + (other.x - point.x).signum() * distance,
            y: point.y + (other.y - point.y).signum() * distance
        )
    }
}
