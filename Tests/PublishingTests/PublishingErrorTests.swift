import Foundation
import Testing

@testable import Publishing

@Suite struct PublishingErrorTests {
    @Test(arguments: [
        (
            PublishingError.notASite(folder: "/site", found: "thesis.docx"),
            "the folder ‘/site’ is not a site that Verbatim made: it holds ‘thesis.docx’",
            "name an empty or a new folder for the site"
        ),
        (
            .foreignFileInTheWay(path: "/site/a.html"),
            "‘/site/a.html’ stands where the site needs its place, and Verbatim did not make it",
            "move it out of the site’s folder, or rename it"
        ),
        (.inUse(folder: "/site"), "another build is writing to ‘/site’", "wait for it to end, and build again"),
        (
            .system(.write, path: "/site/a.html", errno: ENOSPC),
            "cannot write ‘/site/a.html’: No space left on device",
            "free some space on the disk, and build again"
        ),
        (
            .system(.lock, path: "/.site.verbatim-lock", errno: EACCES),
            "cannot lock ‘/.site.verbatim-lock’: Permission denied",
            "Verbatim makes the new site beside the former one, so it must be allowed to write in the folder above"
        ),
    ])
    func says(error: PublishingError, description: String, help: String) {
        #expect(error.description == description)
        #expect(error.help == help)
    }

    @Test func ofAClash() throws {
        let file = try sitePath("a")
        #expect(PublishingError.clash(file, file).description == "two files of the site have the path ‘a’")
        #expect(
            PublishingError.clash(file, try sitePath("a/b")).description
                == "‘a’ cannot be a file of the site and the folder of ‘a/b’"
        )
    }
}
