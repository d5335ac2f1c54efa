/// `study.yml`: what the study is and who was asked.
enum AboutFile {
    static func make(_ study: Skeleton) -> StudyFile {
        var prose = ProseMaker(study, part: "about")
        let name = "\(study.size.name) \(study.seed)"
        var text = """
            title: \(YAML.quoted("Synthetic study \(name): \(prose.title(words: 5...8))"))
            subtitle: \(YAML.quoted(Skeleton.disclaimer))
            short-title: Synthetic \(name)
            language: en-GB
            authors:
              - name: A program
                affiliation: Nowhere
            question: \(YAML.quoted(prose.line(words: 15...25)))
            summary: \(YAML.quoted("\(Skeleton.disclaimer) \(prose.line(words: 50...80))"))
            facts:
              - label: Setting
                value: None; made by a program
              - label: Size and seed
                value: \(name)
              - label: Approach
                value: \(YAML.quoted(prose.line(words: 8...16)))
            collected:
              from: 2024-10
              to: 2025-01
            published: 2025-06-01
            citation: \(study.references[0].id)
            doi: 10.5555/synthetic.0
            licence:
              name: CC0 1.0
              url: https://creativecommons.org/publicdomain/zero/1.0/
            notice: \(YAML.quoted("\(Skeleton.disclaimer) Its words, people and works are invented."))
            attributes:

            """
        for attribute in ParticipantsFile.attributes {
            text += "  - {column: \(attribute.column), label: \(attribute.label)}\n"
        }
        text += "groups:\n"
        for group in study.groups {
            text += """
                  - id: \(group.id)
                    title: \(group.title)
                    singular: \(group.singular)
                    description: \(YAML.quoted(prose.line(words: 10...25, [prose.citation()])))

                """
        }
        text += """
            framework:
              name: Theory of invented work
              description: \(YAML.quoted(prose.line(words: 15...30)))
              reference: \(study.references[1].id)
              constructs:

            """
        for construct in study.constructs {
            text += """
                    - id: \(construct.id)
                      title: \(construct.title)
                      description: \(YAML.quoted(prose.line(words: 10...25)))

                """
        }
        text += """
            levels:
              - {singular: theme, plural: themes}
              - {singular: sub-theme, plural: sub-themes}
            navigation: [\(navigation.joined(separator: ", "))]

            """
        return StudyFile("study.yml", text)
    }

    /// Every part of a site, so that every kind of page is in the navigation.
    private static let navigation =
        ["page:summary", "themes", "quotes", "groups", "participants", "constructs", "matrix", "theory", "logic-model"]
        + ["guides"] + PageFiles.ids.dropFirst().map { "page:\($0)" } + ["references", "downloads"]
}
