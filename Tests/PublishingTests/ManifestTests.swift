import Testing

@testable import Publishing

@Suite struct ManifestTests {
    @Test func written() throws {
        let manifest = Manifest(paths: [try sitePath("b.html"), try sitePath("a/x.html"), try sitePath("a.html")])
        let text = "verbatim-site 1 3\na.html\na/x.html\nb.html\n"
        #expect(String(decoding: manifest.bytes, as: UTF8.self) == text)
        #expect(try Manifest(reading: manifest.bytes) == manifest)
    }

    @Test func ofNothing() throws {
        #expect(try Manifest(reading: Array("verbatim-site 1 0\n".utf8)).paths.isEmpty)
    }

    @Test(arguments: [
        ("", 1),
        ("\n", 1),
        ("something else\n", 1),
        ("verbatim-site 1\na.html\n", 1),
        ("verbatim-site 1 2\na.html\n", 1),
        ("verbatim-site 1 1\na.html", 1),
        ("verbatim-site 1 2\na.html\n../b.html\n", 3),
        ("verbatim-site 1 1\n/etc/passwd\n", 2),
        ("verbatim-site 1 2\na.html\n\n", 3),
        ("verbatim-site 1 2\na.html\na.html\n", 3),
        ("verbatim-site 1 2\nb.html\na.html\n", 3),
        ("<<<<<<< HEAD\nverbatim-site 1 1\na.html\n", 1),
    ])
    func damaged(text: String, line: Int) {
        #expect(throws: Manifest.Damage.line(line)) { try Manifest(reading: Array(text.utf8)) }
    }

    @Test func ofAnotherVersion() {
        #expect(throws: Manifest.Damage.unknownVersion) { try Manifest(reading: Array("verbatim-site 2 0\n".utf8)) }
    }
}
