import StudyFiles

/// An invented study that says one text wherever a study can say anything.
enum HostileStudy {
    /// What must never become markup, nor a template's tag, nor end an attribute.
    static let markup = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>{{title}}{{{title}}}&amp;'"

    static func folder(saying text: String) -> StudyFolder {
        let yaml = "'" + text.replacing("'", with: "''") + "'"
        let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
        let json = "\"" + text.replacing("\"", with: "\\\"") + "\""
        let prose = "'Said \(text.replacing("'", with: "''"))'"
        let picture = "\"><img src=x onerror=alert(1)>{{title}}&amp;'.png"
        return StudyFolder(
            [
                "study.yml": """
                title: \(yaml)
                subtitle: \(yaml)
                short-title: \(yaml)
                authors: [{name: \(yaml), affiliation: \(yaml)}]
                question: \(yaml)
                summary: \(yaml)
                facts: [{label: \(yaml), value: \(yaml)}]
                citation: \(yaml)
                licence: {name: \(yaml), url: 'https://example.org/?a=1&b="<i>'}
                notice: \(prose)
                groups:
                  - {id: first, title: \(yaml), singular: \(yaml), description: \(prose)}
                  - {id: second, title: Second, singular: second}
                framework:
                  name: \(yaml)
                  description: \(prose)
                  reference: \(yaml)
                  constructs: [{id: only, title: \(yaml), description: \(prose)}]
                levels: [{singular: \(yaml), plural: \(yaml)}]
                attributes: [{column: \(yaml), label: \(yaml)}]

                """,
                "codebook.yml": """
                themes:
                  - id: top
                    title: \(yaml)
                    short-title: \(yaml)
                    constructs: [only]
                    codes: [\(yaml)]
                    quote: \(yaml)
                    themes: [{id: low, title: Low}]

                """,
                "participants.csv": "participant,group,\(cell)\n\(cell),first,\(cell)\n",
                "quotes/<b>{{title}}&amp;'.csv": """
                id,participant,codes,text,source,context
                \(cell),\(cell),\(cell),\(cell),\(cell),\(cell)

                """,
                "themes/top.md": """
                ---
                summary: \(yaml)
                ---
                Said \(text)

                ## Heading \(text)

                - `code \(text)`
                - [^1]

                | a \(text) | b |
                |---|---|
                | c \(text) | d |

                ![\(text.replacing("\"", with: "\\\""))](../images/\(picture.percentEncoded))

                [^1]: Note \(text)

                """,
                "guides/first.md": """
                ---
                title: \(yaml)
                ---
                Said \(text)

                ## only

                - Why \(text)?

                """,
                "guides/second.md": "## only\n\n- Why?\n",
                "logic-model.yml": """
                title: \(yaml)
                introduction: \(prose)
                columns: [{id: a, title: \(yaml), description: \(prose)}]
                boxes:
                  - {id: one, column: a, title: \(yaml), text: \(prose), quotes: [\(yaml)]}
                  - {id: two, column: a, title: \(yaml), themes: [top]}
                arrows: [{from: one, to: two, label: \(yaml)}]
                assumptions: [\(prose)]
                external-factors: [\(prose)]

                """,
                "theory.md": """
                ---
                title: \(yaml)
                statement: \(prose)
                propositions:
                  - {id: p, claim: \(prose), explanation: \(prose), themes: [top], against: [\(yaml)], boxes: [one]}
                ---
                Said \(text)

                """,
                "pages/more.md": """
                ---
                title: \(yaml)
                summary: \(yaml)
                ---
                Said \(text) and [a link](https://example.org/?a=1&b=%22 '\(text.replacing("'", with: "\\'"))')

                """,
                "references.json": """
                [{"id": \(json), "type": "article-journal", "title": \(json), "container-title": \(json),
                  "author": [{"family": \(json), "given": \(json)}], "volume": \(json), "issue": \(json),
                  "page": \(json), "publisher": \(json), "publisher-place": \(json), "DOI": \(json)}]

                """,
            ],
            others: ["images/" + picture]
        )
    }
}

extension String {
    /// Every byte but letters and digits as a percent sign and two digits.
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let isPlain = Character(UnicodeScalar(byte)).isASCII && Character(UnicodeScalar(byte)).isLetter
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
