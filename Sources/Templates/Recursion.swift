import Diagnostics

extension Compiler {
    /// Reports templates that include themselves without going into a record or a list in between: whatever the data,
    /// they would never end.
    mutating func checkRecursion() {
        enum Mark { case new, open, done }
        var marks = Array(repeating: Mark.new, count: chunks.count)
        let calls = chunks.map { $0.calls.filter { !$0.isGuarded }.map(\.index) }
        for root in chunks.indices where marks[root] == .new {
            var stack: [(chunk: Int, next: Int)] = [(root, 0)]
            marks[root] = .open
            while let (chunk, next) = stack.last {
                guard next < calls[chunk].count else {
                    marks[chunk] = .done
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let call = program.calls[calls[chunk][next]]
                switch marks[call.target] {
                case .done: break
                case .new:
                    marks[call.target] = .open
                    stack.append((call.target, 0))
                case .open:
                    diagnostics.add(
                        .templateRecursion,
                        "this includes itself without end",
                        at: call.place,
                        help: "include it inside a section of a list or a record"
                    )
                }
            }
        }
    }

    /// Reports blocks that no parent has a place for.
    mutating func checkBlocks() {
        for block in givenInOrder where !askedFor.contains(block.name) {
            diagnostics.add(
                .templateUnusedBlock,
                "no parent has a block ‘\(block.name)’",
                at: block.place,
                help: NearMiss.suggestion(for: block.name, in: askedFor.sorted())
            )
        }
    }
}
