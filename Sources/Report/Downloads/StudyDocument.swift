import Foundation
import Study

/// The whole study as one JSON document for other programs. `templates/study.schema.json` describes its form; `version`
/// changes when a field is renamed or goes away.
struct StudyDocument: Encodable {
    /// Where the form of the document is described, relative to it.
    let schema = "assets/study.schema.json"
    let version = 1
    let title: String
    let subtitle: String?
    let language: String
    let authors: [String]
    let doi: String?
    let licence: String?
    let groups: [Group]
    let constructs: [Construct]
    let themes: [Theme]
    let participants: [Participant]
    let quotes: [Quote]
    let propositions: [Proposition]
    let boxes: [Box]
    let arrows: [Arrow]
    let guides: [Guide]

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, title, subtitle, language, authors, doi, licence, groups, constructs, themes, participants, quotes
        case propositions, boxes, arrows, guides
    }

    struct Group: Encodable {
        let id, title, singular, address: String
    }

    struct Construct: Encodable {
        let id, title, address: String
    }

    struct Theme: Encodable {
        let id, title: String
        let parent, summary: String?
        let constructs: [String]
        let address: String
    }

    struct Participant: Encodable {
        let id, group: String
        let attributes: [String: String]
        let address: String
    }

    struct Quote: Encodable {
        let id, participant, group: String
        let themes: [String]
        let text: String
        let context, source: String?
        let address: String
    }

    struct Proposition: Encodable {
        let id: String
        let number: Int
        let claim: String
        let themes, quotes, against, boxes: [String]
        let address: String
    }

    struct Box: Encodable {
        let id, column, title: String
        let themes, quotes: [String]
        let address: String
    }

    struct Arrow: Encodable {
        let from, to: String
        let label: String?
        let feedback: Bool
    }

    struct Guide: Encodable {
        let group: String
        let sections: [Section]
        let address: String

        struct Section: Encodable {
            let title: String
            let construct: String?
            let questions: [String]
        }
    }

    /// The document's bytes: keys sorted, two spaces of indentation, the same for the same study.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        // Texts and numbers alone always encode.
        guard let data = try? encoder.encode(self) else { return [] }
        return Array(data) + [0x0A]
    }
}

extension StudyDocument {
    init(_ study: Study) {
        let groups = Dictionary(study.participants.map { ($0.id, $0.group) }, uniquingKeysWith: { first, _ in first })
        title = study.about.title
        subtitle = study.about.subtitle
        language = study.about.language
        authors = study.about.authors.map(\.name)
        doi = study.about.doi
        licence = study.about.licence?.name
        self.groups = study.groups.map {
            Group(id: $0.id.rawValue, title: $0.title, singular: $0.singular, address: Addresses.href(.group($0.id)))
        }
        constructs = (study.framework?.constructs ?? []).map {
            Construct(id: $0.id.rawValue, title: $0.title, address: Addresses.href(.construct($0.id)))
        }
        themes = study.themes.map {
            Theme(
                id: $0.id.rawValue,
                title: $0.title,
                parent: $0.parent?.rawValue,
                summary: $0.summary,
                constructs: $0.constructs.map(\.rawValue),
                address: Addresses.href(.theme($0.id))
            )
        }
        let labels = study.about.attributes.map(\.label)
        participants = study.participants.map { participant in
            let known = zip(labels, participant.attributes).filter { !$1.isEmpty }
            return Participant(
                id: participant.id.rawValue,
                group: participant.group.rawValue,
                attributes: Dictionary(known.map { ($0, $1) }, uniquingKeysWith: { first, _ in first }),
                address: Addresses.href(.participant(participant.id))
            )
        }
        quotes = study.quotes.map {
            Quote(
                id: $0.id.rawValue,
                participant: $0.participant.rawValue,
                group: groups[$0.participant]?.rawValue ?? "",
                themes: $0.themes.map(\.rawValue),
                text: $0.text,
                context: $0.context,
                source: $0.source,
                address: Addresses.href(.quote($0.id))
            )
        }
        propositions = (study.theory?.propositions ?? []).map {
            Proposition(
                id: $0.id.rawValue,
                number: $0.number,
                claim: $0.claim.plainText,
                themes: $0.support.themes.map(\.rawValue),
                quotes: $0.support.quotes.map(\.rawValue),
                against: $0.against.map(\.rawValue),
                boxes: $0.boxes.map(\.rawValue),
                address: Addresses.href(.proposition($0.id))
            )
        }
        boxes = (study.logicModel?.boxes ?? []).map {
            Box(
                id: $0.id.rawValue,
                column: $0.column.rawValue,
                title: $0.title,
                themes: $0.support.themes.map(\.rawValue),
                quotes: $0.support.quotes.map(\.rawValue),
                address: Addresses.href(.box($0.id))
            )
        }
        arrows = (study.logicModel?.arrows ?? []).map {
            Arrow(from: $0.from.rawValue, to: $0.to.rawValue, label: $0.label, feedback: $0.isFeedback)
        }
        guides = study.guides.map { guide in
            Guide(
                group: guide.group.rawValue,
                sections: guide.sections.map { section in
                    Guide.Section(
                        title: section.title,
                        construct: section.construct?.rawValue,
                        questions: section.questions.map(\.text)
                    )
                },
                address: Addresses.href(.guide(guide.group))
            )
        }
    }
}
