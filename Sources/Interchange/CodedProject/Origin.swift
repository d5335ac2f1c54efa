/// Where a coded project comes from.
public struct Origin: Sendable, Equatable {
    /// The kind of file.
    public var format: Format
    /// The tool, as far as the file tells.
    public var tool: Tool
    /// What the file itself says of the program that wrote it, verbatim: `QualCoder 4.0 Beta`.
    public var statement: String?

    /// An origin.
    public init(format: Format, tool: Tool, statement: String? = nil) {
        self.format = format
        self.tool = tool
        self.statement = statement
    }

    /// The kinds of file that can be read.
    public enum Format: String, Sendable, CaseIterable {
        /// A REFI-QDA project: a ZIP archive with an XML file and the documents.
        case refiProject = "REFI-QDA project"
        /// The XML file of a REFI-QDA project alone.
        case refiProjectFile = "REFI-QDA project file without its documents"
        /// A REFI-QDA codebook.
        case refiCodebook = "REFI-QDA codebook"
        /// Taguette's database.
        case taguetteDatabase = "Taguette project"
        /// Taguette's table of highlights.
        case taguetteHighlights = "Taguette highlights"
        /// Taguette's table of tags.
        case taguetteCodebook = "Taguette codebook"
        /// QualCoder's database.
        case qualCoderDatabase = "QualCoder project"
        /// QualCoder's coding report.
        case qualCoderReport = "QualCoder coding report"
        /// MAXQDA's table of coded segments.
        case maxqdaSegments = "MAXQDA coded segments"
        /// ATLAS.ti's table of quotations.
        case atlasQuotations = "ATLAS.ti quotations"
        /// Dedoose's table of excerpts.
        case dedooseExcerpts = "Dedoose excerpts"
        /// NVivo's report of one code, as text.
        case nvivoReport = "NVivo text report"
        /// A table that a mapping explains.
        case mappedTable = "table"
    }

    /// The programs for qualitative data analysis.
    public enum Tool: String, Sendable, CaseIterable {
        case atlas = "ATLAS.ti"
        case dedoose = "Dedoose"
        case maxqda = "MAXQDA"
        case nvivo = "NVivo"
        case qualCoder = "QualCoder"
        case taguette = "Taguette"
        /// A program that the file does not name, or one that is not known here.
        case other = "another tool"
    }
}
