import Testing

@testable import Report

@Suite("Work side by side")
struct SideBySideTests {
    @Test("comes out in the order of the list, however it is cut", arguments: [0, 1, 4, 5, 8, 103])
    func order(_ count: Int) {
        let made = SideBySide.map(count, runsOf: 4) { run in
            #expect(run.count <= 4)
            return run.map { $0 * 3 }
        }
        #expect(made == (0..<count).map { $0 * 3 })
    }
}
