/// `guides/<group>.md`: what each group was asked.
enum GuideFiles {
    static func make(_ study: Skeleton) -> [StudyFile] {
        study.groups.map { group in
            var prose = ProseMaker(study, part: "guide \(group.id)")
            var text = """
                ---
                title: Interview guide for \(group.title.lowercased())
                ---

                What [\(group.title.lowercased())](group:\(group.id)) might have been asked. The [methods](page:methods) say more.

                """
            for construct in study.constructs {
                text += "\n## \(construct.title)\n\n"
                for _ in 0..<prose.random.number(3...6) { text += "- \(prose.title(words: 6...22))?\n" }
            }
            return StudyFile("guides/\(group.id).md", text)
        }
    }
}
