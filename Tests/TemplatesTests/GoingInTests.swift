// What a template goes into stays as it is until the template has left it, however much there is, and is let go of then.
// All data here are invented for these tests.

import Templates
import Testing

@Suite("Values that a template goes into")
struct GoingInTests {
    @Test("Long lists, with records and lists of other lengths within them", arguments: [1, 2, 700, 3_000])
    func longLists(_ count: Int) {
        let shelf = Shelf(number: 0, boxes: (1...count).map { Box(number: $0, labels: Box.labels($0)) })
        let shown = outcome(
            "{{#boxes}}{{number}}:{{#labels}}{{.}}{{^-last}},{{/-last}}{{/labels}}"
                + "{{#inner}}({{number}}{{#boxes}}<{{number}}>{{/boxes}}){{/inner}};{{/boxes}}",
            of: shelf
        )
        let expected = (1...count).map { number in
            let labels = Box.labels(number).joined(separator: ",")
            let inner = (0..<number % 4).map { "<\(number + $0)>" }.joined()
            return "\(number):\(labels)(\(number)\(inner));"
        }
        #expect(shown.findings == [])
        #expect(shown.output == expected.joined())
    }

    @Test("A name with dots leaves nothing behind, whether it leads somewhere or not")
    func namesWithDots() {
        let shown = outcome(
            "{{#list}}{{#person.home.rooms}}{{name}}{{item}}{{/person.home.rooms}}{{person.home.town}}"
                + "{{#nobody.home.rooms}}no{{/nobody.home.rooms}}{{nobody.name}} {{name}} {{-number}}; {{/list}}"
        )
        #expect(shown.findings == [])
        #expect(shown.output == "kitchen7York n1 1; kitchen7York n2 2; kitchen7York n3 3; ")
    }

    @Test("All is let go of, also where showing stops half way", arguments: ["{{#chain}}{{>p}}{{/chain}}", "{{>p}}"])
    func letGo(_ template: String) {
        var token = Token()
        for isEndless in [false, true] {
            let shown = outcome(
                template,
                ["p": "{{name}}{{#links}}{{name}}{{/links}}{{#next}}{{>p}}{{/next}}"],
                of: Chain(token: token, length: isEndless ? .max : 3)
            )
            #expect(shown.findings.isEmpty != isEndless)
            #expect(isKnownUniquelyReferenced(&token))
        }
    }
}

private final class Token: Sendable {}

/// A chain of records that all hold one object.
private struct Chain: TemplateData {
    let token: Token
    let length: Int

    static let fields: Fields<Chain> = [
        .text("name") { "chain \($0.length)" },
        .record("chain") { $0 },
        .optionalRecord("next") { $0.length > 0 ? Chain(token: $0.token, length: $0.length - 1) : nil },
        .list("links") { [Chain(token: $0.token, length: 0), $0] },
    ]
}

private struct Shelf: TemplateData {
    let number: Int
    let boxes: [Box]

    static let fields: Fields<Shelf> = [
        .number("number") { $0.number },
        .list("boxes") { $0.boxes },
    ]
}

private struct Box: TemplateData {
    let number: Int
    let labels: [String]

    /// Texts that do not fit into a string itself.
    static func labels(_ number: Int) -> [String] {
        (0..<number % 3).map { "the label \($0) of the box \(number)" }
    }

    static let fields: Fields<Box> = [
        .number("number") { $0.number },
        .texts("labels") { $0.labels },
        .record("inner") { box in
            Shelf(number: box.number, boxes: (0..<box.number % 4).map { Box(number: box.number + $0, labels: []) })
        },
    ]
}
