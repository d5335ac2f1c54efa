import Fingerprints
import Study
import Templates

extension PageMaker {
    func groupsPage() -> PageEntry {
        let title = phrases.text(.groups)
        return PageEntry(.groups, title: title, template: templates.groups) { [self] in
            GroupsPage(frame: frames.frame("groups", .groups, title: title), groups: cards.groups)
        }
    }

    func groupPage(_ position: Int) -> PageEntry {
        let group = study.groups[position]
        let target = Target.group(group.id)
        return PageEntry(target, title: group.title, place: group.place, template: templates.group) { [self] in
            let spoken = cards.topThemes.map {
                ThemeShare(theme: cards.themes[$0], share: cards.nodes[$0].shares[position])
            }
            .filter { $0.share.quotes > 0 }
            return GroupPage(
                frame: frames.frame("group", target, title: group.title, section: .groups, above: [.groups]),
                group: cards.groups[position],
                members: graph.participantsOfGroup[position].map { cards.participants[$0] },
                // Sorting keeps the codebook's order where numbers are equal.
                spokenThemes: spoken.enumerated().sorted {
                    ($1.element.share.quotes, $0.offset) < ($0.element.share.quotes, $1.offset)
                }.map(\.element),
                silentThemes: cards.themes.indices.filter { cards.themeCounts[$0].quotes[position] == 0 }.map {
                    cards.themes[$0]
                },
                themes: cards.byTheme(graph.quotesOfGroup[position], limit: limits.quotes),
                citedIn: backlinks.places(for: target)
            )
        }
    }

    func participantsPage() -> PageEntry {
        let title = phrases.text(.participants)
        return PageEntry(.participants, title: title, template: templates.participants) { [self] in
            ParticipantsPage(
                frame: frames.frame("participants", .participants, title: title, section: .groups, above: [.groups]),
                attributes: study.about.attributes.map(\.label),
                groups: cards.groupLinks.enumerated().map { position, group in
                    GroupMembers(
                        group: group,
                        members: graph.participantsOfGroup[position].map { cards.participants[$0] }
                    )
                }
            )
        }
    }

    func participantPage(_ position: Int) -> PageEntry {
        let participant = study.participants[position]
        let target = Target.participant(participant.id)
        let card = cards.participants[position]
        let title = phrases.text(.participantTitle, ["participant": card.link.name, "group": card.link.group.singular])
        return PageEntry(
            target,
            title: title,
            place: participant.place,
            template: templates.participant,
            shows: { [self] in
                frames.add(target, section: .groups, above: [.groups, .group(participant.group)], to: &$0)
                card.link.add(to: &$0, for: $1)
                card.add(to: &$0, for: $1)
                for quote in graph.quotesOfParticipant[position] {
                    $0.add(cards.quoteFingerprints[quote])
                    // They stand under their themes in the order of the codebook.
                    for theme in graph.themesOfQuote[quote] { $0.add(theme) }
                }
                $0.add(backlinks.places(for: target), for: $1)
            }
        ) { [self] in
            ParticipantPage(
                frame: frames.frame(
                    "participant",
                    target,
                    title: title,
                    section: .groups,
                    above: [.groups, .group(participant.group)]
                ),
                participant: card,
                themes: cards.byTheme(graph.quotesOfParticipant[position], limit: limits.quotes),
                citedIn: backlinks.places(for: target)
            )
        }
    }
}
