import Building
import Diagnostics

/// `build-in-memory STUDY` reads a study, plans its site and makes every page on one thread, and writes nothing: what
/// that takes can be counted, instruction by instruction, and comes out the same each time.
@main
enum BuildInMemory {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else { throw Mistake(description: "name the folder of a study") }
        let builder = Builder(Builder.Request(study: CommandLine.arguments[1], output: "site"))
        let plan = try builder.plan()
        guard let site = plan.site else {
            throw Mistake(
                description: TextReport(sources: plan.sources, color: false).text(plan.diagnostics, atLeast: .error)
            )
        }
        let made = site.rehearse()
        print("\(site.quoteCount) quotes, \(made.files) files, \(made.bytes) bytes")
    }

    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }
}
