import Diagnostics
import Markup

extension Compiler {
    /// Text of the template; in an indented one, with the indentation at the start of each line that is not blank.
    mutating func text(_ bytes: [UInt8], startsLine: Bool, isIndented: Bool) {
        guard isIndented else { return literal(bytes[...]) }
        var start = 0
        var isLineStart = startsLine
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            if isLineStart, bytes[start] != 0x0A, bytes[start] != 0x0D { program.instructions.append(.indent) }
            literal(bytes[start..<end])
            start = end
            isLineStart = true
        }
    }

    /// Text that is printed as it is, joined with the text before it if nothing jumps in between.
    mutating func literal(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.isEmpty else { return }
        let start = program.literals.count
        program.literals.append(contentsOf: bytes)
        if program.instructions.count > lastTarget, case .literal(let before, let count)? = program.instructions.last,
            Int(before + count) == start
        {
            program.instructions[program.instructions.count - 1] = .literal(
                start: before,
                count: count + Int32(bytes.count)
            )
        } else {
            program.instructions.append(.literal(start: Int32(start), count: Int32(bytes.count)))
        }
    }

    /// A value of the model, checked for what it is and where it stands.
    mutating func print(_ variable: Variable, in scope: Scope) {
        guard let resolved = resolver.resolve(variable.path, in: scope, &diagnostics) else { return }
        let name = variable.path.description
        switch resolved {
        case .word(let word):
            guard mayStand(.text, variable) else { return }
            var bytes: [UInt8] = []
            bytes.appendEscaped(word)
            literal(bytes[...])
        case .number: program.instructions.append(.printNumber)
        case .first, .last:
            diagnostics.add(
                .templateWrongKind,
                "‘\(name)’ is a yes or no and cannot be printed",
                at: variable.path.place,
                help: "ask it with {{#\(name)}}…{{/\(name)}}"
            )
        case .item(let kind):
            if mayStand(kind, variable) { program.instructions.append(.printItem(kind.item)) }
        case .field(let shape, let path, let step):
            if mayStand(step.kind, variable) { program.instructions.append(.print(reference(shape, path, step))) }
        }
    }

    /// Whether a value may be printed as it is asked for; says so if not.
    private mutating func mayStand(_ kind: FieldKind, _ variable: Variable) -> Bool {
        let name = variable.path.description
        let place = variable.path.place
        switch (kind, variable.surroundings) {
        case (.flag, _):
            let help = "ask it with {{#\(name)}}…{{/\(name)}}"
            diagnostics.add(.templateWrongKind, "‘\(name)’ is a yes or no and cannot be printed", at: place, help: help)
        case (.record, _), (.list, _), (.texts, _):
            let help = "show it with {{#\(name)}}…{{/\(name)}}"
            diagnostics.add(
                .templateWrongKind,
                "‘\(name)’ is \(kind.noun) and cannot be printed",
                at: place,
                help: help
            )
        case (.html, .quotedAttribute):
            diagnostics.add(.templateUnsafePlace, "‘\(name)’ is markup and cannot stand in an attribute", at: place)
        case (.text, _) where variable.isUnescaped:
            diagnostics.add(
                .templateUnescapedText,
                "‘\(name)’ is \(kind.noun) and is always escaped",
                at: place,
                help: "write {{\(name)}}"
            )
        case (.text, .tag):
            diagnostics.add(
                .templateUnsafePlace,
                "‘\(name)’ is a text and cannot stand in a tag outside quotation marks",
                at: place,
                help: "put the value of the attribute between quotation marks"
            )
        case (.text, .raw):
            diagnostics.add(
                .templateUnsafePlace,
                "‘\(name)’ is a text and cannot stand in a script or a style",
                at: place,
                help: "put it into a data- attribute and read it from there"
            )
        default: return true
        }
        return false
    }

    /// Which value a resolved name stands for.
    mutating func reference(_ shape: Shape, _ path: [Step], _ step: Step) -> Reference {
        var index: Int32 = -1
        if !path.isEmpty {
            index = Int32(program.paths.count)
            let start = program.getters.count
            program.getters += path.map(\.getter)
            program.paths.append(start..<program.getters.count)
        }
        program.getters.append(step.getter)
        steps += path + [step]
        return Reference(frame: frame(of: shape), path: index, getter: Int32(program.getters.count - 1))
    }
}

extension Instruction {
    /// The same instruction with another place to jump to.
    func jumping(to target: Int32) -> Instruction {
        switch self {
        case .test(let reference, let inverted, _): .test(reference, inverted: inverted, else: target)
        case .testItem(let item, let inverted, _): .testItem(item, inverted: inverted, else: target)
        case .testFirst(let inverted, _): .testFirst(inverted: inverted, else: target)
        case .testLast(let inverted, _): .testLast(inverted: inverted, else: target)
        case .enter(let reference, let frame, _): .enter(reference, frame: frame, else: target)
        case .enterList(let reference, let frame, _): .enterList(reference, frame: frame, else: target)
        default: self
        }
    }
}
