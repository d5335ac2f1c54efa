/// Writes the XML of a REFI-QDA project. The order of elements is the one that the standard's schema asks for.
struct ProjectXML {
    private let content: ExportContent
    private let ids: ExportIDs

    init(_ content: ExportContent) {
        self.content = content
        ids = content.ids
    }

    /// How many code points of a quote its selection shows, as a check for those who read the positions.
    private static let shownLength = 100

    var bytes: [UInt8] {
        let attributes: [(String, String?)] = [
            ("xmlns", "urn:QDA-XML:project:1.0"), ("name", content.title), ("origin", "Verbatim"),
            ("creatingUserGUID", ids.user), ("creationDateTime", content.date),
        ]
        return XMLWriter.document("Project", attributes) { root in
            // Tools show the codings of somebody; without a name they show none.
            root.element("Users") { $0.empty("User", [("guid", ids.user), ("name", "Verbatim")]) }
            if !content.codes.isEmpty {
                root.element("CodeBook") { CodesXML.write(content.codes, to: &$0) }
            }
            if !content.participants.isEmpty {
                addVariables(to: &root)
                addCases(to: &root)
            }
            if !content.groups.isEmpty {
                addSources(to: &root)
                addSets(to: &root)
            }
            root.text(
                "Description",
                "The published quotes of ‘\(content.title)’. Each text holds the quotes of one participant, not the interview."
            )
        }
    }

    private var variables: [String] { [content.groupLabel] + content.attributes }

    private func addVariables(to root: inout XMLWriter) {
        root.element("Variables") { writer in
            for name in variables {
                writer.empty(
                    "Variable",
                    [("guid", ids.variable(name)), ("name", name), ("typeOfVariable", "Text")]
                )
            }
        }
    }

    private func addCases(to root: inout XMLWriter) {
        root.element("Cases") { writer in
            for participant in content.participants {
                writer.element("Case", [("guid", participant.guid), ("name", participant.id)]) { writer in
                    for (name, value) in zip(variables, [participant.group] + participant.attributes)
                    where !value.isEmpty {
                        writer.element("VariableValue") { writer in
                            writer.empty("VariableRef", [("targetGUID", ids.variable(name))])
                            writer.text("TextValue", value)
                        }
                    }
                    if !participant.quotes.isEmpty {
                        writer.empty("SourceRef", [("targetGUID", participant.sourceID)])
                    }
                }
            }
        }
    }

    private func addSources(to root: inout XMLWriter) {
        root.element("Sources") { writer in
            for participant in content.participants where !participant.quotes.isEmpty {
                let attributes: [(String, String?)] = [
                    ("guid", participant.sourceID), ("name", participant.id),
                    ("plainTextPath", "internal://\(participant.sourceID).txt"),
                ]
                writer.element("TextSource", attributes + made) { writer in
                    let ranges = Transcript(participant.quotes.map(\.text)).ranges
                    for (quote, range) in zip(participant.quotes, ranges) { add(quote, range, to: &writer) }
                }
            }
        }
    }

    private func add(_ quote: ExportContent.Quote, _ range: Range<Int>, to writer: inout XMLWriter) {
        let attributes: [(String, String?)] = [
            ("guid", ids.selection(quote.id)), ("name", Excerpts.short(quote.text, limit: Self.shownLength)),
            ("startPosition", String(range.lowerBound)), ("endPosition", String(range.upperBound)),
        ]
        writer.element("PlainTextSelection", attributes + made) { writer in
            if !quote.context.isEmpty { writer.text("Description", quote.context) }
            for code in quote.codes {
                let code = content.codes[code]
                writer.element("Coding", [("guid", ids.coding(quote.id, code.id))] + made) { writer in
                    writer.empty("CodeRef", [("targetGUID", code.guid)])
                }
            }
        }
    }

    /// Who made something, and when.
    private var made: [(String, String?)] { [("creatingUser", ids.user), ("creationDateTime", content.date)] }

    /// The groups once more as sets of texts, where some tools look for them.
    private func addSets(to root: inout XMLWriter) {
        root.element("Sets") { writer in
            for group in content.groups {
                // QualCoder makes an attribute of each set, and loses one whose name a variable has.
                let name = variables.contains(group) ? "\(group) (group)" : group
                writer.element("Set", [("guid", ids.group(group)), ("name", name)]) { writer in
                    for participant in content.participants
                    where participant.group == group && !participant.quotes.isEmpty {
                        writer.empty("MemberSource", [("targetGUID", participant.sourceID)])
                    }
                }
            }
        }
    }
}
