import BuiltIn
import Foundation
import TestSupport
import Testing

/// The studies are invented. `Tests/browser` holds the real one to the schema by a validator of its own.
@Suite("The study as a document for programs")
struct StudyDocumentTests {
    @Test("has the fields that its schema promises, and no others", arguments: Example.all)
    func schema(_ example: Example) throws {
        let schema = try Schema(#require(BuiltInFiles.all["study.schema.json"]))
        let text = try #require(Site(example.folder).files["study.json"])
        #expect(schema.faults(in: try JSONSerialization.jsonObject(with: Data(text.utf8))) == [])
    }

    @Test("would be told from one with a field too few, too many or of another kind")
    func mistakes() throws {
        let schema = try Schema(#require(BuiltInFiles.all["study.schema.json"]))
        let text = try #require(Site(TinyStudy.folder()).files["study.json"])
        var study = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        study["title"] = 3
        study["version"] = 2
        study["groups"] = [["id": "makers", "title": "Makers", "singular": "maker", "adress": "group-makers.html"]]
        #expect(
            schema.faults(in: study).sorted() == [
                "/groups/0 has ‘adress’", "/groups/0 lacks ‘address’", "/title is no string", "/version is not 1",
            ]
        )
    }

    @Test("is written as Foundation would write it, keys sorted", arguments: Example.all)
    func form(_ example: Example) throws {
        let text = try #require(Site(example.folder).files["study.json"])
        let study = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let written = try JSONSerialization.data(
            withJSONObject: study,
            options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        )
        #expect(text == String(decoding: written, as: UTF8.self) + "\n")
    }

    @Test("leaves out what is empty, and says where each part stands")
    func content() throws {
        let text = try #require(Site(TinyStudy.folder()).files["study.json"])
        let study = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(study["subtitle"] == nil && study["doi"] == nil)
        let quotes = try #require(study["quotes"] as? [[String: Any]])
        #expect(quotes.map { $0["address"] as? String }.prefix(2) == ["quote-m1-1.html", "quote-d1-1.html"])
        #expect(quotes[0]["themes"] as? [String] == ["company", "waiting"] && quotes[0]["context"] == nil)
        let propositions = try #require(study["propositions"] as? [[String: Any]])
        #expect(propositions[0]["against"] as? [String] == ["d1-1"])
    }
}

/// As much of JSON Schema as the study's own uses.
private struct Schema {
    private let root: [String: Any]

    init(_ text: String) throws {
        root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// What is wrong with a document, a line each.
    func faults(in document: Any) -> [String] { faults(in: document, root, at: "") }

    private func faults(in value: Any, _ schema: [String: Any], at path: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(path) refers to no definition: \(reference)"]
            }
            return faults(in: value, definition, at: path)
        }
        if let constant = schema["const"] as? Int {
            return value as? Int == constant ? [] : ["\(path) is not \(constant)"]
        }
        switch schema["type"] as? String {
        case "string": return value is String ? [] : ["\(path) is no string"]
        case "integer": return value is Int ? [] : ["\(path) is no whole number"]
        case "boolean": return value is Bool ? [] : ["\(path) is no truth value"]
        case "array":
            guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else {
                return ["\(path) is no list"]
            }
            return list.enumerated().flatMap { faults(in: $1, items, at: "\(path)/\($0)") }
        case "object": return faults(of: value, schema, at: path)
        case let other: return ["\(path) has a type that is not known here: \(other ?? "none")"]
        }
    }

    private func faults(of value: Any, _ schema: [String: Any], at path: String) -> [String] {
        guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
        let properties = schema["properties"] as? [String: Any] ?? [:]
        let required = schema["required"] as? [String] ?? []
        return required.filter { object[$0] == nil }.map { "\(path) lacks ‘\($0)’" }
            + object.flatMap { key, value -> [String] in
                let known = properties[key] ?? schema["additionalProperties"]
                guard let known = known as? [String: Any] else { return ["\(path) has ‘\(key)’"] }
                return faults(in: value, known, at: "\(path)/\(key)")
            }
    }
}
