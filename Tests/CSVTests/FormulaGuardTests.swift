// All texts here are invented for the tests.

import CSV
import Testing

@Suite("Guarding cells from being formulas")
struct FormulaGuardTests {
    @Test(
        "What was guarded is no formula, and can be had back as it was",
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tb", "'\tb"), ("\rb", "'\rb"), ("", ""),
            ("a=1", "a=1"), ("'=1", "''=1"), ("''-b", "'''-b"), ("'tis", "'tis"), ("''", "''"), ("'", "'"),
            ("=\u{301}", "'=\u{301}"), ("'\u{301}=", "'\u{301}="),
        ]
    )
    func guarded(cell: String, expected: String) {
        let guarded = FormulaGuard.guarded(cell)
        #expect(guarded == expected)
        #expect(!FormulaGuard.isFormula(guarded))
        #expect(FormulaGuard.unguarded(guarded) == cell)
    }
}
