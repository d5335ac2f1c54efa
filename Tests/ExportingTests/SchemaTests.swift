import CXML
import Foundation
import TestSupport
import Testing

@testable import Exporting

@Suite("The schemas of the REFI-QDA standard")
struct SchemaTests {
    @Test("let the real study pass")
    func real() throws {
        let export = StudyExport(try realStudy())
        let project = try #require(try unpacked(export.project())["project.qde"])
        #expect(try Schema.project.complaints(about: project) == [])
        #expect(try Schema.codebook.complaints(about: String(decoding: export.codebook(), as: UTF8.self)) == [])
    }

    @Test("let a study pass that has no quotes yet, and one without anything")
    func small() throws {
        var tiny = try study(TinyStudy.folder())
        tiny.quotes = []
        for themes in [tiny.themes, []] {
            tiny.themes = themes
            let export = StudyExport(tiny)
            let project = try #require(try unpacked(export.project())["project.qde"])
            #expect(try Schema.project.complaints(about: project) == [])
            tiny.participants = []
        }
    }

    @Test("find what is wrong")
    func wrong() throws {
        let export = StudyExport(try study(TinyStudy.folder()))
        let codebook = String(decoding: export.codebook(), as: UTF8.self)
        for (old, new) in [
            ("isCodable=\"true\"", ""), ("guid=\"", "guid=\"x"), ("Codes>", "Coded>"), ("origin", "made"),
        ] {
            #expect(try Schema.codebook.complaints(about: codebook.replacing(old, with: new)) != [])
        }
        let project = try #require(try unpacked(export.project())["project.qde"])
        for (old, new) in [("Cases>", "Persons>"), ("startPosition=\"", "startPosition=\"a"), ("name=", "title=")] {
            #expect(try Schema.project.complaints(about: project.replacing(old, with: new)) != [])
        }
    }
}

/// A schema in `Fixtures`.
enum Schema: String {
    case codebook = "Codebook"
    case project = "Project"

    /// What libxml2 finds wrong with a document: its lines, or that it is no XML.
    func complaints(about document: String) throws -> [String] {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/\(rawValue)", withExtension: "xsd"))
        let parser = try #require(xmlSchemaNewParserCtxt(url.path()))
        defer { xmlSchemaFreeParserCtxt(parser) }
        let schema = try #require(xmlSchemaParse(parser))
        defer { xmlSchemaFree(schema) }
        let bytes = Array(document.utf8)
        let options = Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_NOERROR.rawValue)
        let parsed = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(buffer.count),
                nil,
                nil,
                options
            )
        }
        guard let parsed else { return ["no XML"] }
        defer { xmlFreeDoc(parsed) }
        let validator = try #require(xmlSchemaNewValidCtxt(schema))
        defer { xmlSchemaFreeValidCtxt(validator) }
        let box = Complaints()
        xmlSchemaSetValidStructuredErrors(
            validator,
            { context, error in
                guard let context, let error, let message = error.pointee.message else { return }
                let box = Unmanaged<Complaints>.fromOpaque(context).takeUnretainedValue()
                box.all.append("line \(error.pointee.line): \(String(cString: message))")
            },
            Unmanaged.passUnretained(box).toOpaque()
        )
        let status = withExtendedLifetime(box) { xmlSchemaValidateDoc(validator, parsed) }
        return status == 0 ? [] : box.all.isEmpty ? ["status \(status)"] : box.all
    }

    /// What libxml2 says, one call at a time.
    private final class Complaints {
        var all: [String] = []
    }
}
