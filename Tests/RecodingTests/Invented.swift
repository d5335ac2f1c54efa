import Study
import StudyFiles

/// Studies from literals.
enum Invented {
    /// Why there is no study.
    struct NoStudy: Error {
        let findings: [String]
    }

    static func study(_ files: [String: [UInt8]]) throws -> Study {
        let reading = StudyReader.read(StudyFolder(texts: files))
        guard let study = reading.study else {
            throw NoStudy(findings: reading.diagnostics.all.map { "\($0.rule.name): \($0.summary)" })
        }
        return study
    }

    static func study(_ files: [String: String]) throws -> Study { try study(files.mapValues { Array($0.utf8) }) }
}
