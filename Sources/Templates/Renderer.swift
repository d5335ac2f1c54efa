import Diagnostics
import Markup

/// Runs a program over a model. It keeps its own stack, so that no template and no data can overflow the thread's.
struct Renderer {
    /// How many templates may be within each other while rendering.
    static let depthLimit = 500

    /// What is entered at the moment, and what was there before.
    private struct Entry {
        /// The first instruction inside.
        var start: Int
        var frame: Int
        var outerFrame: Frame?
        var outerItem: Value
        var outerTurn: Turn
        var items: Items?
        var texts: [String]
    }

    /// Which item of a list.
    private struct Turn {
        var index = 0
        var count = 0
    }

    private let program: Program
    private var frames: [Frame?]
    private var item = Value.flag(false)
    private var turn = Turn()
    private var entries: [Entry] = []
    private var returns: [(instruction: Int, indentation: Int, base: Int)] = []
    /// The indentation in force, and where in it that of the running template begins.
    private var indentation: [UInt8] = []
    private var indentationBase = 0
    /// Where rendering stopped, if it did. It does not go on elsewhere: if each level shows two, it would never end.
    private(set) var tooDeep: Place?

    init(_ program: Program, model: Frame) {
        self.program = program
        frames = Array(repeating: nil, count: program.frameCount)
        if !frames.isEmpty { frames[0] = model }
    }

    mutating func run(into output: inout [UInt8]) {
        let program = program
        program.literals.withUnsafeBufferPointer { literals in
            program.instructions.withUnsafeBufferPointer { instructions in
                run(instructions, literals, &output)
            }
        }
    }

    private mutating func run(
        _ instructions: UnsafeBufferPointer<Instruction>,
        _ literals: UnsafeBufferPointer<UInt8>,
        _ output: inout [UInt8]
    ) {
        var next = 0
        while next < instructions.count {
            let instruction = instructions[next]
            next += 1
            switch instruction {
            case .literal(let start, let count):
                output.append(
                    contentsOf: UnsafeBufferPointer(rebasing: literals[Int(start)..<Int(start) + Int(count)])
                )
            case .print(let reference): Self.print(value(reference), into: &output)
            case .printItem: Self.print(item, into: &output)
            case .printNumber: Self.print(.number(turn.index + 1), into: &output)
            case .indent:
                if indentationBase < indentation.count { output.append(contentsOf: indentation[indentationBase...]) }
            case .test(let reference, let inverted, let target):
                if value(reference).isShown == inverted { next = Int(target) }
            case .testItem(let inverted, let target):
                if item.isShown == inverted { next = Int(target) }
            case .testFirst(let inverted, let target):
                if (turn.index == 0) == inverted { next = Int(target) }
            case .testLast(let inverted, let target):
                if (turn.index + 1 == turn.count) == inverted { next = Int(target) }
            case .enter(let reference, let frame, let target):
                if !enter(value(reference), frame: Int(frame), start: next) { next = Int(target) }
            case .leave: if let start = leave() { next = start }
            case .call(let index):
                guard let start = call(Int(index), returningTo: next) else { return }
                next = start
            case .finish:
                guard let (instruction, count, base) = returns.popLast() else { return }
                indentation.removeSubrange(count...)
                indentationBase = base
                next = instruction
            }
        }
    }

    private func value(_ reference: Reference) -> Value {
        guard var frame = frames[Int(reference.frame)] else { return .flag(false) }
        if reference.path >= 0 {
            for slot in program.paths[Int(reference.path)] {
                guard case .record(let part?) = frame.value(at: slot) else { return .flag(false) }
                frame = part
            }
        }
        return frame.value(at: Int(reference.slot))
    }

    private static func print(_ value: Value, into output: inout [UInt8]) {
        switch value {
        case .text(let text): output.appendEscaped(text)
        case .html(let html): output.append(contentsOf: html.bytes)
        case .number(let number): output.append(utf8: String(number))
        case .flag, .record, .list, .texts: break
        }
    }

    /// Goes into a value; false if there is nothing to go into.
    private mutating func enter(_ value: Value, frame: Int, start: Int) -> Bool {
        guard value.isShown else { return false }
        var entry = Entry(
            start: start,
            frame: frame,
            outerFrame: frame >= 0 ? frames[frame] : nil,
            outerItem: item,
            outerTurn: turn,
            items: nil,
            texts: []
        )
        switch value {
        case .record(let record): frames[frame] = record
        case .list(let items):
            entry.items = items
            turn = Turn(index: 0, count: items.count)
            frames[frame] = items.first
        case .texts(let texts):
            entry.texts = texts
            turn = Turn(index: 0, count: texts.count)
            item = .text(texts[0])
        default: item = value
        }
        entries.append(entry)
        return true
    }

    /// Goes to the next item of the innermost list and returns where it starts, or out of it.
    private mutating func leave() -> Int? {
        guard let last = entries.indices.last else { return nil }
        if let items = entries[last].items, turn.index + 1 < turn.count {
            turn.index += 1
            items.go(to: turn.index)
            return entries[last].start
        }
        if turn.index + 1 < entries[last].texts.count {
            turn.index += 1
            item = .text(entries[last].texts[turn.index])
            return entries[last].start
        }
        let entry = entries.removeLast()
        if entry.frame >= 0 { frames[entry.frame] = entry.outerFrame }
        item = entry.outerItem
        turn = entry.outerTurn
        return nil
    }

    /// Goes into another template and returns where it starts; nil if that would be too deep.
    private mutating func call(_ index: Int, returningTo instruction: Int) -> Int? {
        guard returns.count < Self.depthLimit else {
            tooDeep = program.calls[index].place
            return nil
        }
        returns.append((instruction, indentation.count, indentationBase))
        if !program.calls[index].isNested { indentationBase = indentation.count }
        indentation.append(contentsOf: program.calls[index].indentation)
        return program.calls[index].target
    }
}

extension Value {
    /// Whether a section of it is shown.
    var isShown: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .html(let html): !html.isEmpty
        case .flag(let flag): flag
        case .number(let number): number != 0
        case .record(let record): record != nil
        case .list(let items): items.count > 0
        case .texts(let texts): !texts.isEmpty
        }
    }
}
