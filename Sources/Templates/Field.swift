import Bytes
import Fingerprints
import Markup

/// One name that a template may use, and how its value is got from a model.
public struct Field<Model>: Sendable {
    let name: String
    let kind: FieldKind
    let getter: Getter

    @usableFromInline
    init(_ name: String, _ kind: FieldKind, _ getter: Getter) {
        self.name = name
        self.kind = kind
        self.getter = getter
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
            },
            add: { model, fingerprinter, _ in fingerprinter.add(get(model.assumingMemoryBound(to: Model.self).pointee))
            }
        )
        return Field(name, .text, getter)
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
            },
            add: { model, fingerprinter, _ in
                fingerprinter.add(get(model.assumingMemoryBound(to: Model.self).pointee) ?? "")
            }
        )
        return Field(name, .text, getter)
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
            },
            add: { model, fingerprinter, _ in
                fingerprinter.add(get(model.assumingMemoryBound(to: Model.self).pointee).bytes)
            }
        )
        return Field(name, .html, getter)
    }

    /// Markup that is written straight into the page each time, as it is quickly made of a text and would take as much
    /// memory again.
    @inlinable
    public static func writtenHTML(
        _ name: String,
        isEmpty: @escaping @Sendable (Model) -> Bool,
        _ write: @escaping @Sendable (Model, inout [UInt8]) -> Void
    ) -> Field {
        let getter = Getter(
            isShown: { !isEmpty($0.assumingMemoryBound(to: Model.self).pointee) },
            print: { write($0.assumingMemoryBound(to: Model.self).pointee, &$1) },
            enter: {
                var bytes: [UInt8] = []
                write($0.assumingMemoryBound(to: Model.self).pointee, &bytes)
                return bytes.isEmpty ? 0 : $1.enter(HTML(trusted: bytes))
            },
            add: { model, fingerprinter, _ in
                var bytes: [UInt8] = []
                write(model.assumingMemoryBound(to: Model.self).pointee, &bytes)
                fingerprinter.add(bytes)
            }
        )
        return Field(name, .html, getter)
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
            },
            add: { model, fingerprinter, _ in
                fingerprinter.add(get(model.assumingMemoryBound(to: Model.self).pointee)?.bytes ?? [])
            }
        )
        return Field(name, .html, getter)
    }

    /// Yes or no, for sections only.
    @inlinable
    public static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Field {
        let getter = Getter(
            isShown: { get($0.assumingMemoryBound(to: Model.self).pointee) },
            add: { model, fingerprinter, _ in
                fingerprinter.add(get(model.assumingMemoryBound(to: Model.self).pointee) ? 1 : 0)
            }
        )
        return Field(name, .flag, getter)
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
            },
            add: { model, fingerprinter, _ in fingerprinter.add(get(model.assumingMemoryBound(to: Model.self).pointee))
            }
        )
        return Field(name, .number, getter)
    }

    /// A value with names of its own: `{{group.title}}`, or `{{#group}}{{title}}{{/group}}`.
    @inlinable
    public static func record<Part: TemplateData>(
        _ name: String,
        _ get: @escaping @Sendable (Model) -> Part
    ) -> Field {
        let getter = Getter(
            isShown: { _ in true },
            enter: { $1.enter(get($0.assumingMemoryBound(to: Model.self).pointee)) },
            add: { get($0.assumingMemoryBound(to: Model.self).pointee).add(to: &$1, for: $2) }
        )
        return Field(name, .record { Part.fields.shape }, getter)
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
            },
            add: {
                let part = get($0.assumingMemoryBound(to: Model.self).pointee)
                $1.add(part == nil ? 0 : 1)
                part?.add(to: &$1, for: $2)
            }
        )
        return Field(name, .record { Part.fields.shape }, getter)
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
            enter: { $1.enter(all: get($0.assumingMemoryBound(to: Model.self).pointee)) },
            add: {
                let items = get($0.assumingMemoryBound(to: Model.self).pointee)
                $1.add(items.count)
                for item in items { item.add(to: &$1, for: $2) }
            }
        )
        return Field(name, .list { Item.fields.shape }, getter)
    }

    /// Texts; a section is shown once for each, with the text as `{{.}}`.
    @inlinable
    public static func texts(_ name: String, _ get: @escaping @Sendable (Model) -> [String]) -> Field {
        let getter = Getter(
            isShown: { !get($0.assumingMemoryBound(to: Model.self).pointee).isEmpty },
            enter: { $1.enter(all: get($0.assumingMemoryBound(to: Model.self).pointee)) },
            add: { model, fingerprinter, _ in
                let texts = get(model.assumingMemoryBound(to: Model.self).pointee)
                fingerprinter.add(texts.count)
                for text in texts { fingerprinter.add(text) }
            }
        )
        return Field(name, .texts, getter)
    }
}
