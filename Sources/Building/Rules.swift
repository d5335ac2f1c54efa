import CSV
import Diagnostics
import Exporting
import Importing
import Interchange
import Report
import StudyFiles
import Templates

extension Builder {
    /// Every check that a build makes, by what it looks at.
    public static let rules: [(title: String, rules: [Rule])] = [
        ("The study's files", Rule.ofStudyFiles), ("Tables", Rule.ofTables), ("Pages", Rule.ofReport),
        ("Templates", Rule.ofTemplates), ("The output folder", Rule.ofBuilding),
        ("Files of other tools", Rule.ofImports + Rule.ofImporting + Rule.ofExports),
    ]
}
