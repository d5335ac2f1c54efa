import CSV
import Diagnostics

/// A text read as CSV, in a form that tests can compare.
struct Reading {
    let delimiter: Character
    let header: [String]
    let rows: [[String]]
    /// Each finding as `line:column rule: ‘the text there’`.
    let findings: [String]
    let diagnostics: [Diagnostic]
    let table: CSVTable

    private let text: [UInt8]

    init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    init(bytes: [UInt8]) {
        let source = Source(path: "quotes.csv", text: bytes)
        var sources = Sources()
        let id = sources.add(source)
        var diagnostics = Diagnostics()
        table = CSVReader.read(source, id: id, into: &diagnostics)
        text = bytes
        delimiter = Character(Unicode.Scalar(table.delimiter))
        header = table.header.map(\.text)
        rows = table.rows.map { $0.fields.map(\.text) }
        self.diagnostics = diagnostics.all
        findings = diagnostics.all.map { diagnostic in
            guard case .place(let place) = diagnostic.location else { return diagnostic.rule.name }
            let position = sources.position(of: place).position
            return "\(position.line):\(position.column) \(diagnostic.rule.name): ‘\(Self.slice(place, of: bytes))’"
        }
    }

    /// The bytes at a place, as text.
    func text(at place: Place) -> String { Self.slice(place, of: text) }

    private static func slice(_ place: Place, of bytes: [UInt8]) -> String {
        String(decoding: bytes[Int(place.offset)..<Int(place.offset + place.length)], as: UTF8.self)
    }
}
