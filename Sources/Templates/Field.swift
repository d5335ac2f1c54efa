import Fingerprints
import Markup

/// One name that a template may use, and how its value is got from a model.
public struct Field<Model: TemplateData>: Sendable {
    let name: String
    let kind: FieldKind
    let get: @Sendable (Model) -> Value
    /// Adds the value, whole, to a fingerprint.
    let add: @Sendable (Model, inout Fingerprinter) -> Void

    /// A text, escaped where it is printed. As a section it is shown unless it is empty; `{{.}}` inside is the text.
    public static func text(_ name: String, _ get: @escaping @Sendable (Model) -> String) -> Field {
        Field(name: name, kind: .text, get: { .text(get($0)) }, add: { $1.add(get($0)) })
    }

    /// A text that may be missing, which is the same as empty.
    public static func optionalText(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Field {
        Field(name: name, kind: .text, get: { .text(get($0) ?? "") }, add: { $1.add(get($0) ?? "") })
    }

    /// Markup, printed as it is. As a section it is shown unless it is empty; `{{.}}` inside is the markup.
    public static func html(_ name: String, _ get: @escaping @Sendable (Model) -> HTML) -> Field {
        Field(name: name, kind: .html, get: { .html(get($0)) }, add: { $1.add(get($0).bytes) })
    }

    /// Markup that may be missing, which is the same as empty.
    public static func optionalHTML(_ name: String, _ get: @escaping @Sendable (Model) -> HTML?) -> Field {
        Field(name: name, kind: .html, get: { .html(get($0) ?? HTML()) }, add: { $1.add(get($0)?.bytes ?? []) })
    }

    /// Yes or no, for sections only.
    public static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Field {
        Field(name: name, kind: .flag, get: { .flag(get($0)) }, add: { $1.add(get($0) ? 1 : 0) })
    }

    /// A whole number. As a section it is shown unless it is 0.
    public static func number(_ name: String, _ get: @escaping @Sendable (Model) -> Int) -> Field {
        Field(name: name, kind: .number, get: { .number(get($0)) }, add: { $1.add(get($0)) })
    }

    /// A value with names of its own: `{{group.title}}`, or `{{#group}}{{title}}{{/group}}`.
    public static func record<Part: TemplateData>(
        _ name: String,
        _ get: @escaping @Sendable (Model) -> Part
    ) -> Field {
        Field(
            name: name,
            kind: .record { Part.fields.shape },
            get: { .record(Bound(get($0))) },
            add: { get($0).add(to: &$1) }
        )
    }

    /// A value with names of its own that may be missing; then its names print nothing and its section is not shown.
    public static func optionalRecord<Part: TemplateData>(
        _ name: String,
        _ get: @escaping @Sendable (Model) -> Part?
    ) -> Field {
        Field(
            name: name,
            kind: .record { Part.fields.shape },
            get: { .record(get($0).map { Bound($0) }) },
            add: { model, fingerprinter in
                let part = get(model)
                fingerprinter.add(part == nil ? 0 : 1)
                part?.add(to: &fingerprinter)
            }
        )
    }

    /// Values with names of their own; a section is shown once for each. Inside, `{{#-first}}` and `{{#-last}}` ask for
    /// the ends, and `{{-number}}` counts from 1.
    public static func list<Item: TemplateData>(
        _ name: String,
        _ get: @escaping @Sendable (Model) -> [Item]
    ) -> Field {
        Field(
            name: name,
            kind: .list { Item.fields.shape },
            get: { .list(BoundItems(get($0))) },
            add: { model, fingerprinter in
                let items = get(model)
                fingerprinter.add(items.count)
                for item in items { item.add(to: &fingerprinter) }
            }
        )
    }

    /// Texts; a section is shown once for each, with the text as `{{.}}`.
    public static func texts(_ name: String, _ get: @escaping @Sendable (Model) -> [String]) -> Field {
        Field(
            name: name,
            kind: .texts,
            get: { .texts(get($0)) },
            add: { model, fingerprinter in
                let texts = get(model)
                fingerprinter.add(texts.count)
                for text in texts { fingerprinter.add(text) }
            }
        )
    }
}
