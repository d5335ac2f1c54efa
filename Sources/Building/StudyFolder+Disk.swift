import StudyFiles

extension StudyFolder {
    /// Reads the files of a study from the disk. `skipped` are folders inside it that do not belong to the study,
    /// such as the site itself and the study's templates.
    static func read(_ location: StudyLocation, skipped: [String]) throws -> StudyFolder {
        let reals = Set(skipped.compactMap(Disk.realPath))
        guard Disk.isFolder(location.content) else {
            return StudyFolder(texts: [:], prefix: location.contentPrefix)
        }
        let paths = try Disk.files(under: location.content) { folder, real in
            reals.contains(real) || Disk.isFile(folder + "/.verbatim-site")
        }
        let texts = try Disk.read(paths.filter(StudyFolder.isStudyText), under: location.content)
        let others = Set(paths.filter { texts[$0] == nil })
        return StudyFolder(texts: texts, others: others, prefix: location.contentPrefix)
    }
}
