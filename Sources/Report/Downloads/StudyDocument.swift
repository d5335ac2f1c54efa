import Bytes
import Study

/// The whole study as one JSON document for other programs. `templates/study.schema.json` describes its form; `version`
/// changes when a field is renamed or goes away.
///
/// The keys of each object are sorted, which is for whoever adds one to keep; a test holds them to it. What is empty or
/// unknown is left out, unless it is a list.
struct StudyDocument: Sendable {
    let study: Study
    let cards: Cards

    /// Appends the document: the same bytes for the same study.
    func write(to output: inout ByteStream) {
        JSONWriter.write(to: &output) { document in
            document.object { root in
                // Where the form of the document is described, relative to it.
                root.pair("$schema", "assets/study.schema.json")
                addArrows(to: &root)
                root.pair("authors", study.about.authors.map(\.name))
                addBoxes(to: &root)
                addConstructs(to: &root)
                root.pair("doi", study.about.doi)
                addGroups(to: &root)
                addGuides(to: &root)
                root.pair("language", study.about.language)
                root.pair("licence", study.about.licence?.name)
                addParticipants(to: &root)
                addPropositions(to: &root)
                addQuotes(to: &root)
                root.pair("subtitle", study.about.subtitle)
                addThemes(to: &root)
                root.pair("title", study.about.title)
                root.pair("version", 1)
            }
        }
    }

    private func addArrows(to root: inout JSONWriter) {
        root.pair("arrows", study.logicModel?.arrows ?? []) { object, arrow in
            object.pair("feedback", arrow.isFeedback)
            object.pair("from", arrow.from.rawValue)
            object.pair("label", arrow.label)
            object.pair("to", arrow.to.rawValue)
        }
    }

    private func addBoxes(to root: inout JSONWriter) {
        root.pair("boxes", study.logicModel?.boxes ?? []) { object, box in
            object.pair("address", Addresses.href(.box(box.id)))
            object.pair("column", box.column.rawValue)
            object.pair("id", box.id.rawValue)
            object.pair("quotes", box.support.quotes.lazy.map(\.rawValue))
            object.pair("themes", box.support.themes.lazy.map(\.rawValue))
            object.pair("title", box.title)
        }
    }

    private func addConstructs(to root: inout JSONWriter) {
        root.pair("constructs", study.framework?.constructs ?? []) { object, construct in
            object.pair("address", Addresses.href(.construct(construct.id)))
            object.pair("id", construct.id.rawValue)
            object.pair("title", construct.title)
        }
    }

    private func addGroups(to root: inout JSONWriter) {
        root.pair("groups", study.groups) { object, group in
            object.pair("address", Addresses.href(.group(group.id)))
            object.pair("id", group.id.rawValue)
            object.pair("singular", group.singular)
            object.pair("title", group.title)
        }
    }

    private func addGuides(to root: inout JSONWriter) {
        root.pair("guides", study.guides) { object, guide in
            object.pair("address", Addresses.href(.guide(guide.group)))
            object.pair("group", guide.group.rawValue)
            object.pair("sections", guide.sections) { object, section in
                object.pair("construct", section.construct?.rawValue)
                object.pair("questions", section.questions.lazy.map(\.text))
                object.pair("title", section.title)
            }
        }
    }

    private func addParticipants(to root: inout JSONWriter) {
        let labels = study.about.attributes.map(\.label)
        root.pair("participants", study.participants) { object, participant in
            object.pair("address", Addresses.href(.participant(participant.id)))
            let known = zip(labels, participant.attributes).filter { !$1.isEmpty }
            let attributes = Dictionary(known.map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
            object.key("attributes")
            object.object { object in
                for (label, value) in attributes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                    object.pair(named: label, value)
                }
            }
            object.pair("group", participant.group.rawValue)
            object.pair("id", participant.id.rawValue)
        }
    }

    private func addPropositions(to root: inout JSONWriter) {
        root.pair("propositions", study.theory?.propositions ?? []) { object, proposition in
            object.pair("address", Addresses.href(.proposition(proposition.id)))
            object.pair("against", proposition.against.lazy.map(\.rawValue))
            object.pair("boxes", proposition.boxes.lazy.map(\.rawValue))
            object.pair("claim", proposition.claim.plainText)
            object.pair("id", proposition.id.rawValue)
            object.pair("number", proposition.number)
            object.pair("quotes", proposition.support.quotes.lazy.map(\.rawValue))
            object.pair("themes", proposition.support.themes.lazy.map(\.rawValue))
        }
    }

    private func addQuotes(to root: inout JSONWriter) {
        root.pair("quotes", study.quotes.indices) { object, position in
            // By position, as a quote that is taken out of its list is copied with all that it holds.
            object.pair("address", cards.quotes[position].href)
            object.pair("context", study.quotes[position].context)
            object.pair("group", study.groups[cards.graph.group(ofQuote: position)].id.rawValue)
            object.pair("id", study.quotes[position].id.rawValue)
            object.pair("participant", study.quotes[position].participant.rawValue)
            object.pair("source", study.quotes[position].source)
            object.pair("text", study.quotes[position].text)
            object.pair("themes", study.quotes[position].themes.lazy.map(\.rawValue))
        }
    }

    private func addThemes(to root: inout JSONWriter) {
        root.pair("themes", zip(study.themes, cards.themes)) { object, theme in
            let (theme, link) = theme
            object.pair("address", link.href)
            object.pair("constructs", theme.constructs.lazy.map(\.rawValue))
            object.pair("id", theme.id.rawValue)
            object.pair("parent", theme.parent?.rawValue)
            object.pair("summary", theme.summary)
            object.pair("title", theme.title)
        }
    }
}
