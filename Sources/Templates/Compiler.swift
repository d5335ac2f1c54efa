import Diagnostics
import Markup

/// Makes a program of a template and all that it includes.
///
/// Each included template is a chunk, compiled once for each scope that it is used in and called by number, so that a
/// template may include itself. Chunks wait in a queue: compiling does not recurse from template to template.
struct Compiler {
    let templates: [String: ParsedTemplate]
    let resolver: Resolver
    var program = Program()
    var diagnostics = Diagnostics()
    var chunks: [Chunk] = []
    var overrides = Overrides()
    /// Blocks that were given to a parent, and the names of blocks that were asked for.
    var given: [ObjectIdentifier: Block] = [:]
    var givenInOrder: [Block] = []
    var askedFor: Set<String> = []
    /// Every field that is asked for, some more than once.
    var steps: [Step] = []
    var isSound = true

    private var numbers: [Chunk.Key: Int] = [:]
    private var frames: [ObjectIdentifier: Int32] = [:]
    /// Where the last jump leads: text before it is not joined with text after it.
    var lastTarget = 0
    /// The chunk that is being compiled.
    private var current = 0

    /// How many ways of using templates and blocks one page may have.
    private static let chunkLimit = 2_000

    init(templates: [String: ParsedTemplate], words: Words) {
        self.templates = templates
        resolver = Resolver(words: words)
    }

    /// Compiles a template and all that it includes.
    mutating func compile(_ template: ParsedTemplate, for shape: Shape) {
        _ = frame(of: shape)
        _ = number(of: Chunk(content: .template(template), scope: Scope(shape), overrides: 0, isIndented: false))
        while current < chunks.count {
            guard current < Self.chunkLimit else {
                let place = program.calls.last?.place
                if let place {
                    diagnostics.add(.templateTooDeep, "templates include each other in too many ways", at: place)
                }
                isSound = false
                return
            }
            let chunk = chunks[current]
            chunks[current].start = program.instructions.count
            lastTarget = program.instructions.count
            if case .template(let template) = chunk.content, !template.isSound { isSound = false }
            compile(chunk.content.body, in: chunk.scope, isGuarded: false)
            program.instructions.append(.finish)
            current += 1
        }
        // Here, while targets still are numbers of chunks.
        checkRecursion()
        for index in program.calls.indices {
            program.calls[index].target = chunks[program.calls[index].target].start
        }
        program.frameCount = frames.count
    }

    private mutating func compile(_ body: Body, in scope: Scope, isGuarded: Bool) {
        let chunk = (overrides: chunks[current].overrides, isIndented: chunks[current].isIndented)
        for node in body.nodes {
            switch node {
            case .text(let bytes, let startsLine): text(bytes, startsLine: startsLine, isIndented: chunk.isIndented)
            case .lineStart: if chunk.isIndented { program.instructions.append(.indent) }
            case .variable(let variable): print(variable, in: scope)
            case .section(let section): compile(section, in: scope, isGuarded: isGuarded)
            case .partial(let inclusion):
                include(inclusion, overrides: chunk.overrides, in: scope, isGuarded: isGuarded)
            case .parent(let inclusion, let blocks):
                for block in blocks where given.updateValue(block, forKey: ObjectIdentifier(block)) == nil {
                    givenInOrder.append(block)
                }
                let set = overrides.adding(blocks, to: chunk.overrides)
                include(inclusion, overrides: set, in: scope, isGuarded: isGuarded)
            case .block(let block):
                askedFor.insert(block.name)
                if let replacement = overrides.replacement(for: block.name, in: chunk.overrides) {
                    let target = Chunk(
                        content: .block(replacement.block),
                        scope: scope,
                        overrides: replacement.overrides,
                        isIndented: false
                    )
                    call(target, indentation: [], isNested: false, at: block.place, isGuarded: isGuarded)
                } else {
                    compile(block.body, in: scope, isGuarded: isGuarded)
                }
            }
        }
    }

    private mutating func compile(_ section: Section, in scope: Scope, isGuarded: Bool) {
        guard let resolved = resolver.resolve(section.path, in: scope, &diagnostics) else { return }
        let start = program.instructions.count
        let inverted = section.isInverted
        var inner = scope
        var isEntered = false
        var isInnerGuarded = isGuarded
        switch resolved {
        case .word:
            diagnostics.add(
                .templateWrongKind,
                "an interface word cannot be a section",
                at: section.path.place
            )
            return
        case .number:
            diagnostics.add(.templateWrongKind, "‘-number’ cannot be a section", at: section.path.place)
            return
        case .first: program.instructions.append(.testFirst(inverted: inverted, else: 0))
        case .last: program.instructions.append(.testLast(inverted: inverted, else: 0))
        case .item(let item): program.instructions.append(.testItem(item.item, inverted: inverted, else: 0))
        case .field(let shape, let path, let step):
            let reference = reference(shape, path, step)
            let kind = step.kind
            var entered: Int32 = -1
            isEntered = !inverted
            switch kind {
            case .flag: isEntered = false
            case _ where inverted: break
            case .text, .html, .number: inner = scope.entering(item: kind, isList: false)
            case .texts: inner = scope.entering(item: .text, isList: true)
            case .record(let part), .list(let part):
                let isList = if case .list = kind { true } else { false }
                inner = scope.entering(part(), isList: isList)
                entered = frame(of: part())
                isInnerGuarded = true
            }
            switch kind {
            case _ where !isEntered: program.instructions.append(.test(reference, inverted: inverted, else: 0))
            case .list, .texts: program.instructions.append(.enterList(reference, frame: entered, else: 0))
            default: program.instructions.append(.enter(reference, frame: entered, else: 0))
            }
        }
        compile(section.body, in: inner, isGuarded: isInnerGuarded)
        if isEntered { program.instructions.append(.leave) }
        lastTarget = program.instructions.count
        program.instructions[start] = program.instructions[start].jumping(to: Int32(lastTarget))
    }

    private mutating func include(_ inclusion: Inclusion, overrides: Int, in scope: Scope, isGuarded: Bool) {
        guard let template = templates[inclusion.name] else {
            let nearest = NearMiss.suggestion(for: inclusion.name, in: templates.keys.sorted())
            let summary = "there is no template ‘\(inclusion.name)’"
            diagnostics.add(.templateUnknownPartial, summary, at: inclusion.place, help: nearest)
            return
        }
        // What stands alone on a line of an indented template is indented with it, also by nothing of its own.
        let isNested = chunks[current].isIndented && inclusion.standsAlone
        let target = Chunk(
            content: .template(template),
            scope: scope,
            overrides: overrides,
            isIndented: isNested || !inclusion.indentation.isEmpty
        )
        call(
            target,
            indentation: inclusion.indentation,
            isNested: isNested,
            at: inclusion.place,
            isGuarded: isGuarded
        )
    }

    private mutating func call(
        _ chunk: Chunk,
        indentation: [UInt8],
        isNested: Bool,
        at place: Place,
        isGuarded: Bool
    ) {
        // Targets are numbers of chunks until all are compiled.
        let target = number(of: chunk)
        chunks[current].calls.append((index: program.calls.count, isGuarded: isGuarded))
        program.instructions.append(.call(Int32(program.calls.count)))
        program.calls.append(
            Program.Call(target: target, indentation: indentation, place: place, isNested: isNested)
        )
    }

    private mutating func number(of chunk: Chunk) -> Int {
        if let number = numbers[chunk.key] { return number }
        numbers[chunk.key] = chunks.count
        chunks.append(chunk)
        return chunks.count - 1
    }

    mutating func frame(of shape: Shape) -> Int32 {
        if let frame = frames[shape.id] { return frame }
        let frame = Int32(frames.count)
        frames[shape.id] = frame
        return frame
    }
}
