import Bytes
import Search
import Study

extension SearchFiles {
    /// What the explorer and the search know of a study without its texts: groups, participants, themes, claims and, for
    /// each quote, who said it and what it supports.
    func writeStudy(to output: inout ByteStream) {
        DataFile.write("search/study", to: &output) { file in
            file.object { object in
                object.pair("version", 1)
                object.pair("language", study.about.language)
                addPeople(to: &object)
                addThemes(to: &object)
                addClaims(to: &object)
                addQuotes(to: &object)
                addOthers(to: &object)
                object.key("texts")
                object.object { texts in
                    texts.pair("starts", documents.files.lazy.map(\.lowerBound))
                    texts.pair("marks", marks)
                }
                object.pair("terms", markOfTerms)
            }
        }
    }

    private func addPeople(to object: inout DataFile) {
        object.key("groups")
        object.list { list in
            for card in cards.groupLinks {
                list.object { group in
                    group.pair("title", card.title)
                    group.pair("singular", card.singular)
                    group.pair("slug", card.slug)
                }
            }
        }
        object.pair("attributes", study.about.attributes.map(\.label))
        object.key("participants")
        object.list { list in
            for (position, card) in cards.participants.enumerated() {
                list.object { participant in
                    participant.pair("name", card.link.name)
                    participant.pair("slug", card.link.slug)
                    participant.pair("group", graph.groupOfParticipant[position])
                    if !card.attributeColumns.isEmpty { participant.pair("attributes", card.attributeColumns) }
                }
            }
        }
    }

    private func addThemes(to object: inout DataFile) {
        object.key("constructs")
        object.list { list in
            for card in cards.constructs {
                list.object { construct in
                    construct.pair("title", card.title)
                    construct.pair("slug", card.slug)
                }
            }
        }
        object.key("themes")
        object.list { list in
            for (position, link) in cards.themes.enumerated() {
                list.object { theme in
                    theme.pair("title", link.title)
                    theme.pair("short", link.shortTitle == link.title ? nil : link.shortTitle)
                    theme.pair("slug", link.slug)
                    theme.pair("parent", graph.parentOfTheme[position])
                    let constructs = graph.constructsOfTheme[position]
                    if !constructs.isEmpty { theme.pair("constructs", constructs) }
                }
            }
        }
    }

    private func addClaims(to object: inout DataFile) {
        func add(_ kind: String, _ title: String, _ id: String, _ support: Support, to list: inout DataFile) {
            list.object { claim in
                claim.pair("kind", kind)
                claim.pair("title", title)
                claim.pair("slug", Addresses.slug(id))
                claim.pair("themes", support.themes.compactMap { graph.index.themes[$0] })
                claim.pair("quotes", support.quotes.compactMap { graph.index.quotes[$0] }.map { documents.byStudy[$0] })
            }
        }
        object.key("claims")
        object.list { list in
            for proposition in study.theory?.propositions ?? [] {
                let title = "\(proposition.number). \(proposition.claim.plainText)"
                add("proposition", title, proposition.id.rawValue, proposition.support, to: &list)
            }
            for box in study.logicModel?.boxes ?? [] {
                add("box", box.title, box.id.rawValue, box.support, to: &list)
            }
        }
    }

    private func addQuotes(to object: inout DataFile) {
        object.key("quotes")
        object.object { quotes in
            quotes.pair("ids", documents.quotes.lazy.map { study.quotes[$0].id.rawValue })
            quotes.key("slugs")
            quotes.object { slugs in
                for (number, position) in documents.quotes.enumerated() {
                    let card = cards.quotes[position]
                    if card.slug != card.id { slugs.pair(String(number), card.slug) }
                }
            }
            quotes.pair("byStudy", documents.byStudy)
            quotes.pair("participants", documents.quotes.lazy.map { graph.participantOfQuote[$0] })
            quotes.key("themes")
            quotes.list { list in
                for position in documents.quotes {
                    list.list { themes in for theme in graph.themesOfQuote[position] { themes.number(theme) } }
                }
            }
            quotes.pair("sizes", documents.files.indices.lazy.flatMap { outline(ofTexts: $0).sizes })
        }
    }

    private func addOthers(to object: inout DataFile) {
        let kinds = SearchDocuments.Kind.allCases
        let numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
        object.pair("kinds", kinds.map(\.rawValue))
        object.key("others")
        object.list { list in
            for other in documents.others {
                list.list { entry in
                    entry.number(numbers[other.kind] ?? 0)
                    for text in [other.title, other.href, other.detail] { entry.text(text) }
                }
            }
        }
    }
}
