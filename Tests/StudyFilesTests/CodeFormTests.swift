import Study
import Testing

@testable import StudyFiles

@Suite("Themes that codes mean")
struct CodeFormTests {
    @Test("are found by the exact form first, and by the first of those that differ in case and spaces alone")
    func forms() {
        var codes = CodeIndex()
        #expect(codes.add("Trust  Me", ThemeID("a")) == nil)
        #expect(codes.theme(for: "trust me") == ThemeID("a"))
        // What was asked before does not hide what comes later.
        #expect(codes.add("trust me", ThemeID("b")) == nil)
        #expect(codes.add("TRUST ME", ThemeID("c")) == nil)
        #expect(codes.add("trust me", ThemeID("d")) == ThemeID("b"))
        #expect(codes.theme(for: "trust me") == ThemeID("b"))
        #expect(codes.theme(for: "Trust me") == ThemeID("a"))
        #expect(codes.add("Éclat", ThemeID("e")) == nil)
        #expect(codes.theme(for: " éclat ") == ThemeID("e"))
        #expect(codes.theme(for: "nothing") == nil)
    }
}
