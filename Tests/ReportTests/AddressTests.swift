import StudyFiles
import TestSupport
import Testing

@testable import Report

/// The study is invented; see TinyStudy.
@Suite("An address")
struct AddressTests {
    @Test(
        "is made from the name alone, and safe everywhere",
        arguments: [
            ("C4", "participant-c4.html"),
            ("c_4-b", "participant-c_4-b.html"),
            ("con", "participant-con.html"),
            ("NUL", "participant-nul.html"),
        ]
    )
    func plain(name: String, address: String) throws {
        #expect(try Site(Self.study(participants: [name])).addresses.contains(address))
    }

    @Test("keeps strange names apart, in safe letters and not too long")
    func strange() throws {
        let long = String(repeating: "x", count: 299)
        let names = [
            "Café 1", "Cafe 1", "Cafe-1", "Cafe/1", "Cafe\\1", "Café  1", "🫖", "🍵", "..", "C4.", "C4", "aux.txt", "日本",
            "日本語",
            long + "1", long + "2",
        ]
        let addresses = try participantAddresses(names)
        #expect(addresses.count == names.count)
        for address in addresses {
            #expect(address.utf8.count <= 110, "\(address)")
            #expect(
                address.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) },
                "\(address)"
            )
            #expect(!address.contains("..") && address == address.lowercased(), "\(address)")
        }
        // They are permanent: nothing but the name decides, and no later version may choose another.
        #expect(try Set(participantAddresses(names.reversed())) == Set(addresses))
        #expect(addresses.prefix(2) == ["participant-caf-1-nsju5q.html", "participant-cafe-1-1bjtr2j.html"])
    }

    @Test("is safe and unique for quotes whatever their ids")
    func quotes() throws {
        let ids = [
            "m 1", "m/1", "m-1", "é", "e", "🫖", "Q?a=b#c", "%2e%2e", String(repeating: "long ", count: 60) + "1",
        ]
        let site = try Site(
            TinyStudy.folder([
                "quotes/all.csv": "id,participant,codes,text\n"
                    + ids.map { "\($0),M1,company; waiting; comfort,Said \($0).\n" }.joined(),
                "themes/comfort.md": "Prose.\n",
                "themes/waiting.md": "![](<quote:m 1>)\n\nSee [one](<quote:m/1>) and [](quote:%F0%9F%AB%96).\n",
                "theory.md": nil,
                "logic-model.yml": nil,
            ])
        )
        #expect(site.faults == [])
        let addresses = site.addresses.filter { $0.hasPrefix("quote-") }
        #expect(addresses.count == ids.count && Set(addresses).count == ids.count)
        for address in addresses {
            #expect(
                address.utf8.count <= 100
                    && address.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
            )
        }
        let prose = try #require(site["theme-waiting.html"].content.firstMatch(of: /See <a href="([^"]+)">one/))
        expect(site[String(prose.output.1)], shows: "<p>Said m/1.</p>")
    }

    @Test("is never that of a device of Windows", arguments: ["con", "nul", "aux", "prn", "com1", "lpt9"])
    func devices(name: String) {
        let plan = Plan(TinyStudy.folder(["pages/\(name).md": "---\ntitle: Device\n---\nText.\n"]))
        #expect(plan.report == nil)
        #expect(plan.findings().count == 1)
        let finding = "pages/\(name).md:1:1 bad-id: ‘\(name)’ is the name of a device"
        #expect(plan.findings().first?.hasPrefix(finding) == true)
    }

    @Test("cannot be had by two pages")
    func collision() {
        let plan = Plan(Self.study(participants: ["C4", "D", "c4"]))
        #expect(plan.report == nil)
        #expect(
            plan.findings() == [
                "participants.csv:4:1 address-collision: ‘c4, tea maker’ and ‘C4, tea maker’ would have the same address, "
                    + "participant-c4.html (rename one of them; addresses do not tell capitals from small letters)"
            ]
        )
    }

    @Test("of a page of a long list is not to be had: the file that asks for it is named")
    func divided() {
        let plan = Plan(
            TinyStudy.folder(["pages/quotes-2.md": "---\ntitle: More quotes\n---\nText.\n"]),
            limits: PageLimits(quotes: 2)
        )
        #expect(plan.report == nil)
        #expect(
            plan.findings() == [
                "pages/quotes-2.md:1:1 address-collision: ‘More quotes’ and ‘Quotes, page 2’ would have the same address, "
                    + "quotes-2.html (rename one of them; addresses do not tell capitals from small letters)"
            ]
        )
    }

    @Test("is not shared by the same words of people whose names differ in signs only")
    func sameWords() throws {
        let names = ["P 1", "P-1", "P1.", "🫖", "🍵"]
        let site = try Site(
            TinyStudy.folder([
                "participants.csv": "participant,group\n" + names.map { "\($0),makers\n" }.joined(),
                "quotes/all.csv": "participant,codes,text\n" + names.map { "\($0),company,Yes.\n" }.joined(),
                "themes/comfort.md": "Prose.\n",
                "themes/waiting.md": "Prose.\n",
                "theory.md": nil,
                "logic-model.yml": nil,
            ])
        )
        #expect(Set(site.addresses.filter { $0.hasPrefix("quote-") }).count == names.count)
    }

    @Test("cannot be had by two parts", arguments: Twins.all)
    func fragments(_ twins: Twins) {
        let plan = Plan(TinyStudy.folder(twins.path, replacing: twins.old, with: twins.new))
        #expect(plan.report == nil)
        let help = "(rename one of them; addresses do not tell capitals from small letters)"
        #expect(plan.findings() == ["\(twins.finding) \(help)"])
    }

    private func participantAddresses(_ names: [String]) throws -> [String] {
        let site = try Site(Self.study(participants: names))
        return site.addresses.filter { $0.hasPrefix("participant-") }
    }

    private static func study(participants: [String]) -> StudyFolder {
        TinyStudy.folder([
            "participants.csv": "participant,group\n" + participants.map { "\"\($0)\",makers\n" }.joined(),
            "quotes/all.csv": "participant,codes,text\n"
                + participants.enumerated().map { "\"\($1)\",company; waiting,Tea \($0).\n" }.joined(),
            "themes/comfort.md": "Prose.\n",
            "themes/waiting.md": "Prose.\n",
            "theory.md": nil,
            "logic-model.yml": nil,
        ])
    }
}

/// Two parts whose names differ in capitals only.
struct Twins: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let old: String
    let new: String
    let finding: String

    static let all = [
        Twins(
            testDescription: "boxes",
            path: "logic-model.yml",
            old: "arrows:",
            new: "  - {id: Calm, column: inputs, title: Another, themes: [waiting]}\narrows:",
            finding:
                "logic-model.yml:13:10 address-collision: ‘Logic model: Another’ and ‘Logic model: Calm’ would have the same "
                + "address, box-calm.html"
        ),
        Twins(
            testDescription: "columns",
            path: "logic-model.yml",
            old: "boxes:",
            new: "  - {id: Inputs, title: More}\nboxes:",
            finding:
                "logic-model.yml:4:10 address-collision: ‘Inputs’ and ‘inputs’ would have the same address"
        ),
        Twins(
            testDescription: "propositions",
            path: "theory.md",
            old: "propositions:",
            new: "propositions:\n  - {id: Slow, claim: Again., themes: [waiting]}",
            finding:
                "theory.md:5:9 address-collision: ‘Proposition 2: Slowness helps.’ and ‘Proposition 1: Again.’ would have the "
                + "same address, proposition-slow.html"
        ),
        Twins(
            testDescription: "references",
            path: "references.json",
            old: "[\n",
            new: "[{\"id\": \"Brewer2020\", \"title\": \"Again\"},\n",
            finding:
                "references.json:2:10 address-collision: ‘brewer2020’ and ‘Brewer2020’ would have the same address"
        ),
    ]
}
