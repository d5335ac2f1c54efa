/// A piece of the report that stands on one page. Long lists are cut into several.
enum ReportPiece: Sendable {
    /// The question, the summary and the facts.
    case opening
    case groups
    case framework
    /// A page that a researcher wrote.
    case page(Int)
    /// What stands before the first theme: who speaks on what.
    case findings
    /// A theme with a part of its quotes; the first part has all else.
    case theme(Int, entries: Range<Int>)
    case theory
    /// A part of the columns of the logic model; the first part has the drawing, too.
    case logicModel(Range<Int>)
    case guides
    /// A part of the list of works, in its order.
    case references(Range<Int>)
    /// A part of the rows of the index of quotes.
    case index(Range<Int>)
}
