import Diagnostics
import Fingerprints

/// A template that is ready to show models of one type. Cheap to copy, and usable from any task.
///
/// As with `Fields`, what the type of the models has to be is left to those who show one.
public struct Template<Model>: Sendable {
    /// What the template is called in its library.
    public let name: String
    let program: Program
    /// What it uses of each type.
    public let use: Use

    /// A template that shows nothing, for who goes on to look for further mistakes when one could not be compiled.
    public static func empty(_ name: String) -> Template {
        Template(name: name, program: Program(), use: Use([]))
    }
}

extension Template where Model: TemplateData {
    /// A fingerprint of all that the template sees of a model: as long as it is the same, the template makes the same.
    public func fingerprint(of model: Model) -> Fingerprint {
        Fingerprint { model.add(to: &$0, for: use) }
    }

    /// Appends what the template makes of a model.
    ///
    /// Stops with an error if templates are more than 500 deep within each other, as when a record holds itself.
    public func render(_ model: Model, into output: inout [UInt8], diagnostics: inout Diagnostics) {
        var renderer = Renderer(program)
        withUnsafePointer(to: model) { renderer.run(UnsafeRawPointer($0), into: &output) }
        if let place = renderer.tooDeep {
            diagnostics.add(
                .templateTooDeep,
                "what is shown is nested more than \(Renderer.depthLimit) deep",
                at: place
            )
        }
    }
}
