import Bytes
import Diagnostics

/// Runs a program over a model. It keeps its own stack, so that no template and no data can overflow the thread's.
struct Renderer: ~Copyable {
    /// How many templates may be within each other while rendering.
    static let depthLimit = 500

    /// What is entered at the moment, and what was there before.
    private struct Entry {
        /// The first instruction inside.
        let start: Int
        let frame: Int
        let isList: Bool
        /// How much had been gone into before.
        let depth: Int
        let outerFrame: UnsafeRawPointer?
        let outerItem: UnsafeRawPointer?
        let outerTurn: Turn
    }

    /// Which item of a list.
    private struct Turn {
        var index = 0
        var count = 0
        /// How far the items are from each other.
        var stride = 0
    }

    private let program: Program
    /// The address of the model of each shape that is entered.
    private var frames: [UnsafeRawPointer?]
    private var values = ValueStack()
    /// The address of what `{{.}}` stands for.
    private var item: UnsafeRawPointer?
    private var turn = Turn()
    private var entries: [Entry] = []
    private var returns: [(instruction: Int, indentation: Int, base: Int)] = []
    /// The indentation in force, and where in it that of the running template begins.
    private var indentation: [UInt8] = []
    private var indentationBase = 0
    /// Where rendering stopped, if it did. It does not go on elsewhere: if each level shows two, it would never end.
    private(set) var tooDeep: Place?

    init(_ program: Program) {
        self.program = program
        frames = Array(repeating: nil, count: program.frameCount)
    }

    /// Runs the program over the model at an address, which has to stay there meanwhile.
    mutating func run(_ model: UnsafeRawPointer, into output: inout [UInt8]) {
        if !frames.isEmpty { frames[0] = model }
        let program = program
        program.literals.withUnsafeBufferPointer { literals in
            program.instructions.withUnsafeBufferPointer { instructions in
                program.getters.withUnsafeBufferPointer { getters in
                    run(instructions, literals, getters, &output)
                }
            }
        }
    }

    private mutating func run(
        _ instructions: UnsafeBufferPointer<Instruction>,
        _ literals: UnsafeBufferPointer<UInt8>,
        _ getters: UnsafeBufferPointer<Getter>,
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
            case .print(let reference):
                let depth = values.depth
                if let model = model(reference, getters) { getters[Int(reference.getter)].print(model, &output) }
                values.leave(to: depth)
            case .printItem(let kind): if let item { kind.print(item, into: &output) }
            case .printNumber: output.append(decimal: turn.index + 1)
            case .indent:
                if indentationBase < indentation.count { output.append(contentsOf: indentation[indentationBase...]) }
            case .test(let reference, let inverted, let target):
                let depth = values.depth
                let isShown = model(reference, getters).map { getters[Int(reference.getter)].isShown($0) } ?? false
                values.leave(to: depth)
                if isShown == inverted { next = Int(target) }
            case .testItem(let kind, let inverted, let target):
                if (item.map(kind.isShown) ?? false) == inverted { next = Int(target) }
            case .testFirst(let inverted, let target):
                if (turn.index == 0) == inverted { next = Int(target) }
            case .testLast(let inverted, let target):
                if (turn.index + 1 == turn.count) == inverted { next = Int(target) }
            case .enter(let reference, let frame, let target):
                if !enter(reference, getters, frame: Int(frame), start: next, isList: false) { next = Int(target) }
            case .enterList(let reference, let frame, let target):
                if !enter(reference, getters, frame: Int(frame), start: next, isList: true) { next = Int(target) }
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

    /// The model that has the value; for names with dots, after going into the records before it. Nil if one of these
    /// is missing.
    private mutating func model(
        _ reference: Reference,
        _ getters: UnsafeBufferPointer<Getter>
    ) -> UnsafeRawPointer? {
        guard var model = frames[Int(reference.frame)] else { return nil }
        guard reference.path >= 0 else { return model }
        for getter in program.paths[Int(reference.path)] {
            guard getters[getter].enter(model, &values) > 0, let part = values.top else { return nil }
            model = part
        }
        return model
    }

    /// Goes into a value; false if there is nothing to go into.
    private mutating func enter(
        _ reference: Reference,
        _ getters: UnsafeBufferPointer<Getter>,
        frame: Int,
        start: Int,
        isList: Bool
    ) -> Bool {
        let depth = values.depth
        guard let model = model(reference, getters) else {
            values.leave(to: depth)
            return false
        }
        let count = getters[Int(reference.getter)].enter(model, &values)
        guard count > 0 else {
            values.leave(to: depth)
            return false
        }
        entries.append(
            Entry(
                start: start,
                frame: frame,
                isList: isList,
                depth: depth,
                outerFrame: frame >= 0 ? frames[frame] : nil,
                outerItem: item,
                outerTurn: turn
            )
        )
        show(values.top, frame: frame)
        if isList { turn = Turn(index: 0, count: count, stride: values.stride) }
        return true
    }

    /// Lets names, or `{{.}}`, mean what stands at an address.
    private mutating func show(_ address: UnsafeRawPointer?, frame: Int) {
        if frame >= 0 { frames[frame] = address } else { item = address }
    }

    /// Goes to the next item of the innermost list and returns where it starts, or out of it.
    private mutating func leave() -> Int? {
        guard let entry = entries.last else { return nil }
        if entry.isList, turn.index + 1 < turn.count, let first = values.top {
            turn.index += 1
            show(first + turn.index * turn.stride, frame: entry.frame)
            return entry.start
        }
        entries.removeLast()
        values.leave(to: entry.depth)
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
