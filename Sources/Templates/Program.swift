import Diagnostics

/// A template as instructions: flat, without pointers, so that rendering needs no recursion.
struct Program: Sendable {
    var instructions: [Instruction] = []
    /// The bytes of all literal text.
    var literals: [UInt8] = []
    /// How the values are got that the template asks for.
    var getters: [Getter] = []
    /// The records to pass through for names with dots, as indices into `getters`.
    var paths: [Range<Int>] = []
    /// What is called, with where and how.
    var calls: [Call] = []
    /// How many frames there are; a frame of each shape at most.
    var frameCount = 0

    /// Another template, or a block of one, and the indentation of its lines.
    struct Call: Sendable {
        var target: Int
        var indentation: [UInt8]
        var place: Place
        /// Whether the indentation of the caller goes on.
        var isNested: Bool
    }
}

/// Which value: one of the model of a frame, or for names with dots one of a record reached from it.
struct Reference: Sendable {
    let frame: Int32
    /// An index into `paths`, or -1 for none.
    let path: Int32
    /// An index into `getters`.
    let getter: Int32
}

/// One step. Kept to trivial values, so that reading one retains nothing.
enum Instruction: Sendable {
    case literal(start: Int32, count: Int32)
    /// Prints a text, markup or a number.
    case print(Reference)
    /// Prints what `{{.}}` stands for.
    case printItem(Item)
    /// Prints the number of the turn, from 1.
    case printNumber
    /// Prints the indentation that is in force.
    case indent
    /// Goes on if a value is shown, jumps if not; or the other way round.
    case test(Reference, inverted: Bool, else: Int32)
    case testItem(Item, inverted: Bool, else: Int32)
    case testFirst(inverted: Bool, else: Int32)
    case testLast(inverted: Bool, else: Int32)
    /// Goes into a record or a text, or jumps if there is none. `frame` is -1 for values without names.
    case enter(Reference, frame: Int32, else: Int32)
    /// Goes into the first item of a list, in the same way.
    case enterList(Reference, frame: Int32, else: Int32)
    /// Goes to the next item, or out of what was entered.
    case leave
    case call(Int32)
    case finish
}
