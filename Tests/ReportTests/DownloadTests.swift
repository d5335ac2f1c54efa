import Bytes
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Report

/// The study is invented; see TinyStudy.
@Suite("What can be downloaded")
struct DownloadTests {
    @Test("are tables that a spreadsheet opens")
    func tables() throws {
        let site = try Site(TinyStudy.folder())
        #expect(
            site.files["matrix.csv"] == """
                \u{FEFF}id,title,Tea makers,Tea drinkers,all\r
                comfort,Comfort in a cup,1,1,2\r
                company,Tea is company,1,0,1\r
                waiting,Waiting for it,1,1,2\r

                """
        )
        let quotes = try #require(site.files["quotes.csv"]).components(separatedBy: "\r\n")
        #expect(
            quotes.prefix(2) == [
                "\u{FEFF}id,participant,group,themes,theme titles,text,context,source",
                "m1-1,M1,Tea makers,company; waiting,Tea is company; Waiting for it,\"It tastes better, together.\",,",
            ]
        )
        let codebook = try #require(site.files["codebook.csv"]).components(separatedBy: "\r\n")
        #expect(codebook[2] == "company,Tea is company,comfort,Sub-theme,Warmth,,,1,1")
    }

    @Test("hold no formula that a spreadsheet would run")
    func formulas() throws {
        let folder = TinyStudy.folder("quotes/all.csv", replacing: "I wait for it.", with: "=HYPERLINK(1)")
        let quotes = try #require(try Site(folder).files["quotes.csv"])
        #expect(quotes.contains(",'=HYPERLINK(1),"))
    }

    @Test("hold the whole study for other programs, and nothing that is withheld")
    func document() throws {
        struct Document: Decodable {
            struct Quote: Decodable {
                let id, participant, group, text, address: String
                let themes: [String]
            }
            let version: Int
            let quotes: [Quote]
        }
        let rows = "id,participant,codes,text\nm1-1"
        let withheld = "id,participant,codes,text,status\n,D1,comfort,Never this.,withhold\nm1-1"
        let site = try Site(TinyStudy.folder("quotes/all.csv", replacing: rows, with: withheld))
        let text = try #require(site.files["study.json"])
        let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
        #expect(document.version == 1)
        #expect(document.quotes.map(\.id).prefix(2) == ["m1-1", "d1-1"])
        #expect(document.quotes[0].themes == ["company", "waiting"])
        #expect(document.quotes[0].address == "quote-m1-1.html")
        for (address, text) in site.pages.merging(site.files, uniquingKeysWith: { page, _ in page }) {
            #expect(!text.contains("Never this"), "\(address)")
        }
    }

    @Test("are made piece by piece where they are large, of the same bytes")
    func pieces() throws {
        let rows = (0..<4_000).map { "n\($0),M1,comfort,\"Cup \($0), and what \"\"somebody\"\" says of it.\"\n" }
            .joined()
        let folder = TinyStudy.folder("quotes/all.csv", replacing: "m1-1,", with: rows + "m1-1,")
        let report = try #require(Plan(folder).report)
        for file in report.pages where !file.isPage {
            let pieces = Mutex<[Int]>([])
            let all = Mutex<[UInt8]>([])
            var stream = ByteStream { piece in
                pieces.withLock { $0.append(piece.count) }
                all.withLock { $0 += piece }
            }
            file.render(&stream)
            let text = String(decoding: all.withLock { $0 } + stream.bytes, as: UTF8.self)
            #expect(text == file.text, "\(file.address)")
            let isLarge = ["quotes.csv", "study.json"].contains(file.address)
            let lengths = pieces.withLock { $0 }
            #expect(lengths.isEmpty != isLarge, "\(file.address)")
            #expect(lengths.allSatisfy { $0 < ByteStream.many + 2_000 }, "\(file.address)")
        }
    }

    @Test("hold the drawing as a file of its own")
    func drawing() throws {
        let drawing = try #require(try Site(TinyStudy.folder()).files["logic-model.svg"])
        #expect(drawing.hasPrefix("<?xml version=\"1.0\""))
        #expect(drawing.contains("<title>Logic model</title>"))
        #expect(!drawing.contains("href"))
    }
}
