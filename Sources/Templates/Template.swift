import Diagnostics

/// A template that is ready to show models of one type. Cheap to copy, and usable from any task.
public struct Template<Model: TemplateData>: Sendable {
    /// What the template is called in its library.
    public let name: String
    let program: Program

    /// Appends what the template makes of a model.
    ///
    /// Data nested so deeply that a template includes itself more than 500 times is reported, and the rest of that
    /// branch is left out.
    public func render(_ model: Model, into output: inout [UInt8], diagnostics: inout Diagnostics) {
    }
}
