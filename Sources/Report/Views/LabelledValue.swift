import Markup
import Templates

/// A fact with its label: `Setting`, `Six sites of one NHS trust`.
struct LabelledValue: TemplateData {
    let label: String
    let value: String

    static let fields: Fields<LabelledValue> = [
        .text("label") { $0.label },
        .text("value") { $0.value },
    ]
}

/// A number that Verbatim counted, with what it counts: `31`, `quotes`.
struct Figure: TemplateData {
    let number: Int
    let label: String
    /// Where what is counted can be read.
    let href: String?

    static let fields: Fields<Figure> = [
        .number("number") { $0.number },
        .text("label") { $0.label },
        .optionalText("href") { $0.href },
    ]
}

/// A piece of rendered prose in a list.
struct ProseItem: TemplateData {
    let html: HTML

    static let fields: Fields<ProseItem> = [
        .html("html") { $0.html }
    ]
}
