import Fingerprints
import Markup

/// One name that a template may use, and how its value is got from a model.
public struct Field<Model: TemplateData>: Sendable {
    let name: String
    let kind: FieldKind
    let getter: Getter
    /// Adds all that a template can see of the value to a fingerprint.
    let add: Adder

    @usableFromInline typealias Adder = @Sendable (Model, inout Fingerprinter, Use) -> Void

    @usableFromInline
    init(_ name: String, _ kind: FieldKind, _ getter: Getter, add: @escaping Adder) {
        self.name = name
        self.kind = kind
        self.getter = getter
        self.add = add
    }

    /// A text, escaped where it is printed. As a section it is shown unless it is empty; `{{.}}` inside is the text.
    @inlinable
    public static func text(_ name: String, _ get: @escaping @Sendable (Model) -> String) -> Field {
        let getter = Getter(
            isShown: { !get($0.assumingMemoryBound(to: Model.self).pointee).isEmpty },
            print: { $1.appendEscaped(get($0.assumingMemoryBound(to: Model.self).pointee)) },
            enter: {
                let text = get($0.assumingMemoryBound(to: Model.self).pointee)
                return text.isEmpty ? 0 : $1.enter(text)
            }
        )
        return Field(name, .text, getter) { model, fingerprinter, _ in fingerprinter.add(get(model)) }
    }

    /// A text that may be missing, which is the same as empty.
    @inlinable
    public static func optionalText(_ name: String, _ get: @escaping @Sendable (Model) -> String?) -> Field {
        let getter = Getter(
            isShown: { get($0.assumingMemoryBound(to: Model.self).pointee)?.isEmpty == false },
            print: { if let text = get($0.assumingMemoryBound(to: Model.self).pointee) { $1.appendEscaped(text) } },
            enter: {
                guard let text = get($0.assumingMemoryBound(to: Model.self).pointee), !text.isEmpty else { return 0 }
                return $1.enter(text)
            }
        )
        return Field(name, .text, getter) { model, fingerprinter, _ in fingerprinter.add(get(model) ?? "") }
    }

    /// Markup, printed as it is. As a section it is shown unless it is empty; `{{.}}` inside is the markup.
    @inlinable
    public static func html(_ name: String, _ get: @escaping @Sendable (Model) -> HTML) -> Field {
        let getter = Getter(
            isShown: { !get($0.assumingMemoryBound(to: Model.self).pointee).isEmpty },
            print: { $1.append(contentsOf: get($0.assumingMemoryBound(to: Model.self).pointee).bytes) },
            enter: {
                let html = get($0.assumingMemoryBound(to: Model.self).pointee)
                return html.isEmpty ? 0 : $1.enter(html)
            }
        )
        return Field(name, .html, getter) { model, fingerprinter, _ in fingerprinter.add(get(model).bytes) }
    }

    /// Markup that may be missing, which is the same as empty.
    @inlinable
    public static func optionalHTML(_ name: String, _ get: @escaping @Sendable (Model) -> HTML?) -> Field {
        let getter = Getter(
            isShown: { get($0.assumingMemoryBound(to: Model.self).pointee)?.isEmpty == false },
            print: {
                if let html = get($0.assumingMemoryBound(to: Model.self).pointee) {
                    $1.append(contentsOf: html.bytes)
                }
            },
            enter: {
                guard let html = get($0.assumingMemoryBound(to: Model.self).pointee), !html.isEmpty else { return 0 }
                return $1.enter(html)
            }
        )
        return Field(name, .html, getter) { model, fingerprinter, _ in fingerprinter.add(get(model)?.bytes ?? []) }
    }

    /// Yes or no, for sections only.
    @inlinable
    public static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Field {
        let getter = Getter(isShown: { get($0.assumingMemoryBound(to: Model.self).pointee) })
        return Field(name, .flag, getter) { model, fingerprinter, _ in fingerprinter.add(get(model) ? 1 : 0) }
    }

    /// A whole number. As a section it is shown unless it is 0.
    @inlinable
    public static func number(_ name: String, _ get: @escaping @Sendable (Model) -> Int) -> Field {
        let getter = Getter(
            isShown: { get($0.assumingMemoryBound(to: Model.self).pointee) != 0 },
            print: { $1.append(decimal: get($0.assumingMemoryBound(to: Model.self).pointee)) },
            enter: {
                let number = get($0.assumingMemoryBound(to: Model.self).pointee)
                return number == 0 ? 0 : $1.enter(number)
            }
        )
        return Field(name, .number, getter) { model, fingerprinter, _ in fingerprinter.add(get(model)) }
    }

    /// A value with names of its own: `{{group.title}}`, or `{{#group}}{{title}}{{/group}}`.
    @inlinable
    public static func record<Part: TemplateData>(
        _ name: String,
        _ get: @escaping @Sendable (Model) -> Part
    ) -> Field {
        let getter = Getter(
            isShown: { _ in true },
            enter: { $1.enter(get($0.assumingMemoryBound(to: Model.self).pointee)) }
        )
        return Field(name, .record { Part.fields.shape }, getter) { model, fingerprinter, use in
            get(model).add(to: &fingerprinter, for: use)
        }
    }

    /// A value with names of its own that may be missing; then its names print nothing and its section is not shown.
    @inlinable
    public static func optionalRecord<Part: TemplateData>(
        _ name: String,
        _ get: @escaping @Sendable (Model) -> Part?
    ) -> Field {
        let getter = Getter(
            isShown: { get($0.assumingMemoryBound(to: Model.self).pointee) != nil },
            enter: {
                guard let part = get($0.assumingMemoryBound(to: Model.self).pointee) else { return 0 }
                return $1.enter(part)
            }
        )
        return Field(name, .record { Part.fields.shape }, getter) { model, fingerprinter, use in
            let part = get(model)
            fingerprinter.add(part == nil ? 0 : 1)
            part?.add(to: &fingerprinter, for: use)
        }
    }

    /// Values with names of their own; a section is shown once for each. Inside, `{{#-first}}` and `{{#-last}}` ask for
    /// the ends, and `{{-number}}` counts from 1.
    @inlinable
    public static func list<Item: TemplateData>(
        _ name: String,
        _ get: @escaping @Sendable (Model) -> [Item]
    ) -> Field {
        let getter = Getter(
            isShown: { !get($0.assumingMemoryBound(to: Model.self).pointee).isEmpty },
            enter: { $1.enter(all: get($0.assumingMemoryBound(to: Model.self).pointee)) }
        )
        return Field(name, .list { Item.fields.shape }, getter) { model, fingerprinter, use in
            let items = get(model)
            fingerprinter.add(items.count)
            for item in items { item.add(to: &fingerprinter, for: use) }
        }
    }

    /// Texts; a section is shown once for each, with the text as `{{.}}`.
    @inlinable
    public static func texts(_ name: String, _ get: @escaping @Sendable (Model) -> [String]) -> Field {
        let getter = Getter(
            isShown: { !get($0.assumingMemoryBound(to: Model.self).pointee).isEmpty },
            enter: { $1.enter(all: get($0.assumingMemoryBound(to: Model.self).pointee)) }
        )
        return Field(name, .texts, getter) { model, fingerprinter, _ in
            let texts = get(model)
            fingerprinter.add(texts.count)
            for text in texts { fingerprinter.add(text) }
        }
    }
}
