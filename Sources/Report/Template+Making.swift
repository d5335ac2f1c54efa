import Diagnostics
import Markup
import Templates

extension Template where Model: TemplateData {
    /// Appends what a template makes of a model. Data cannot be nested deeper than the reader lets it, so there is nothing
    /// to report.
    func append(_ model: Model, to output: inout [UInt8]) {
        var ignored = Diagnostics()
        render(model, into: &output, diagnostics: &ignored)
    }

    /// What a template makes of a model, which may take so many bytes.
    func html(_ model: Model, reserving count: Int = 0) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        append(model, to: &bytes)
        return HTML(trusted: bytes)
    }
}
