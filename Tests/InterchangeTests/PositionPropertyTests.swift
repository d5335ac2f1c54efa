// All texts here are invented for the tests, by chance.

import Interchange
import TestSupport
import Testing

@Suite("Positions of many invented projects")
struct PositionPropertyTests {
    static let scripts = [
        "the bus came late and I waited again for hours nobody said a word",
        "où étais-tu hier soir déjà là-bas après l’été",
        "Автобус опоздал и я ждала целый час под дождём",
        "تأخر الحافلة وانتظرت ساعة تحت المطر",
        "🙂 so 🚌 late 👍🏽 again 👩‍💻 wait",
    ].map { $0.split(separator: " ").map(String.init) }

    /// A project without any words beside its positions, and what its selections hold.
    private func project(_ tool: PositionTests.Tool, _ random: inout SeededGenerator) -> (SmallProject, Set<String>) {
        var marked: [String] = []
        let words =
            Self.scripts[Int.random(in: 0..<Self.scripts.count, using: &random)] + Self.scripts[0] + Self.scripts[4]
        for _ in 0..<Int.random(in: 60...300, using: &random) {
            var word = words[Int.random(in: 0..<words.count, using: &random)]
            switch Int.random(in: 0..<20, using: &random) {
            case 0: word += ".\n"
            case 1: word += "?\n\n"
            case 2...4: word += ". "
            case 5: word += ", "
            default: word += " "
            }
            marked.append(word)
        }
        var expected: Set<String> = []
        var taken = marked.map { _ in false }
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let start = Int.random(in: 0..<marked.count - 12, using: &random)
            let end = start + Int.random(in: 1...10, using: &random)
            guard !taken[start...end].contains(true) else { continue }
            for index in start...end { taken[index] = true }
            let last = marked[end].prefix { !$0.isWhitespace }
            let space = marked[end].dropFirst(last.count)
            // Now and then somebody misses the first letter of a word.
            let isSloppy = Int.random(in: 0..<15, using: &random) == 0
            let skipped = isSloppy ? String(marked[start].prefix(1)) : ""
            let words = (marked[start..<end].joined() + last).dropFirst(skipped.count)
            // A word of one letter may be missed whole.
            expected.insert(String(words.drop(while: \.isWhitespace)))
            marked[start] = skipped + "[" + marked[start].dropFirst(skipped.count)
            marked[end] = last + "]" + space
        }
        return (tool.project(marked.joined(), withWords: false), expected)
    }

    @Test(
        "What comes in are the words that were selected; nothing is ever a character off",
        arguments: PositionTests.Tool.all
    )
    func exact(tool: PositionTests.Tool) throws {
        var random = SeededGenerator(seed: tool.testDescription.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        var refused = 0
        for _ in 0..<100 {
            let (project, expected) = project(tool, &random)
            do {
                let read = try project.read()
                let wrong = Set(read.texts).subtracting(expected)
                #expect(wrong.isEmpty, "\(read.reading?.chosen.description ?? "")")
                let missing = expected.subtracting(read.texts)
                #expect(missing.isEmpty || !read.findings.isEmpty)
            } catch let error as ImportError {
                #expect(error.kind == .undecidedPositions || error.kind == .positionsDoNotFit)
                refused += 1
            }
        }
        // Of a few selections among many emoji nobody could say what they count.
        #expect(refused < 30, "\(refused) refused")
    }
}
