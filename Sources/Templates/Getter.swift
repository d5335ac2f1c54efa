import Bytes
import Fingerprints
import Markup

/// How a field is got from a model, given the model's address.
///
/// Functions of addresses instead of generic ones, so that the compiler makes each of them for the one type it is for:
/// what a field holds goes into the output from where it stands, and the renderer need not know types.
@usableFromInline
struct Getter: Sendable {
    /// Whether a section of it is shown.
    let isShown: @Sendable (UnsafeRawPointer) -> Bool
    /// Prints it; nothing for what cannot be printed.
    let print: @Sendable (UnsafeRawPointer, inout [UInt8]) -> Void
    /// Goes into it, if it is shown. Gives the number of items, or 1 for what is no list.
    let enter: @Sendable (UnsafeRawPointer, inout ValueStack) -> Int
    /// Adds all that a template can see of it to a fingerprint.
    let add: @Sendable (UnsafeRawPointer, inout Fingerprinter, Use) -> Void

    @usableFromInline
    init(
        isShown: @escaping @Sendable (UnsafeRawPointer) -> Bool,
        print: @escaping @Sendable (UnsafeRawPointer, inout [UInt8]) -> Void = { _, _ in },
        enter: @escaping @Sendable (UnsafeRawPointer, inout ValueStack) -> Int = { _, _ in 0 },
        add: @escaping @Sendable (UnsafeRawPointer, inout Fingerprinter, Use) -> Void
    ) {
        self.isShown = isShown
        self.print = print
        self.enter = enter
        self.add = add
    }
}

/// What `{{.}}` stands for, at its address.
enum Item: Sendable {
    case text
    case html
    case number

    func isShown(_ address: UnsafeRawPointer) -> Bool {
        switch self {
        case .text: !address.assumingMemoryBound(to: String.self).pointee.isEmpty
        case .html: !address.assumingMemoryBound(to: HTML.self).pointee.isEmpty
        case .number: address.assumingMemoryBound(to: Int.self).pointee != 0
        }
    }

    func print(_ address: UnsafeRawPointer, into output: inout [UInt8]) {
        switch self {
        case .text: output.appendEscaped(address.assumingMemoryBound(to: String.self).pointee)
        case .html: output.append(contentsOf: address.assumingMemoryBound(to: HTML.self).pointee.bytes)
        case .number: output.append(decimal: address.assumingMemoryBound(to: Int.self).pointee)
        }
    }
}

extension FieldKind {
    /// What `{{.}}` is in a section of it.
    var item: Item {
        switch self {
        case .html: .html
        case .number: .number
        case .text, .texts, .flag, .record, .list: .text
        }
    }
}
