import Markup
import Study

extension ClaimMaker {
    /// The logic model as a drawing.
    func diagram() -> HTML? { nil }
}
