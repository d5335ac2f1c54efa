import Recoding
import Study

/// What a person asks of an import.
public struct ImportRequest: Sendable {
    /// What a file is held for.
    public enum Scope: Sendable {
        /// Whatever it seems to be; where that is not clear, nothing is done.
        case asItSeems
        /// A part: what it does not mention stays.
        case part
        /// All of it: what it does not mention is no more.
        case whole
    }

    /// Whether codes that no theme claims become themes.
    public var addsThemes = false
    /// What the file is held for.
    public var scope = Scope.asItSeems
    /// What was decided about quotes that could not be told apart.
    public var decisions: [Decision] = []
    /// Who withdrew, beside those of whom the file itself says so.
    public var withdrawn: Set<ParticipantID> = []

    /// A request that asks for nothing but the import itself.
    public init() {}
}
