/// How the positions of a file were read, and what speaks for that reading.
public struct PositionReading: Sendable, Equatable {
    /// The reading that was chosen.
    public var chosen: Way
    /// Why, as a sentence without a full stop.
    public var reason: String
    /// What decided.
    public var basis: Basis
    /// Every reading that was tried, with what it would mean; the chosen one first, then from best to worst.
    public var tried: [Trial]
    /// How many selections were read otherwise, each because its own words prove it.
    public var exceptions: Int

    /// A reading with its evidence.
    public init(chosen: Way, reason: String, basis: Basis, tried: [Trial], exceptions: Int = 0) {
        self.chosen = chosen
        self.reason = reason
        self.basis = basis
        self.tried = tried
        self.exceptions = exceptions
    }

    /// Whether what stands beside the positions are the words of the selections. Tools also write titles there, or the
    /// positions once more.
    public var namesAreWords: Bool {
        guard let trial = tried.first else { return false }
        return trial.fitting > 0 && trial.fitting * 2 >= trial.compared
    }

    /// What a position can count.
    public enum Unit: String, Sendable, CaseIterable {
        case codePoints = "Unicode code points"
        case utf16 = "UTF-16 units"
        case bytes = "UTF-8 bytes"
    }

    /// How a position counts the end of a line.
    public enum LineEnds: String, Sendable, CaseIterable {
        /// CR LF is two characters and LF is one, as they stand in the document.
        case asWritten
        /// CR LF counts as one.
        case one
        /// LF counts as two, since the tool has CR LF where the file has LF.
        case two
    }

    /// One way to understand the numbers.
    public struct Way: Sendable, Hashable, CustomStringConvertible {
        /// What is counted.
        public var unit: Unit
        /// How line ends are counted.
        public var lineEnds: LineEnds
        /// Whether a byte order mark at the start counts.
        public var countsByteOrderMark: Bool

        /// A way.
        public init(unit: Unit, lineEnds: LineEnds = .asWritten, countsByteOrderMark: Bool = false) {
            self.unit = unit
            self.lineEnds = lineEnds
            self.countsByteOrderMark = countsByteOrderMark
        }

        /// For messages: `UTF-16 units, line ends as one`.
        public var description: String {
            let lines =
                switch lineEnds {
                case .asWritten: ""
                case .one: ", line ends as one"
                case .two: ", line ends as two"
                }
            return unit.rawValue + lines + (countsByteOrderMark ? ", byte order mark counted" : "")
        }
    }

    /// What decided between readings.
    public enum Basis: String, Sendable {
        /// The file carries the words of selections, and they fit.
        case words
        /// Selections begin and end where words and lines do.
        case boundaries
        /// All readings mean the same here.
        case noDifference
    }

    /// A reading that was tried.
    public struct Trial: Sendable, Equatable {
        /// The reading.
        public var way: Way
        /// How many selections have words to compare with.
        public var compared: Int
        /// How many of those it fits.
        public var fitting: Int
        /// How many selections there are in all.
        public var selections: Int
        /// How many of all begin and end at the edges of words.
        public var atWordEdges: Int

        /// A trial.
        public init(way: Way, compared: Int, fitting: Int, selections: Int, atWordEdges: Int) {
            self.way = way
            self.compared = compared
            self.fitting = fitting
            self.selections = selections
            self.atWordEdges = atWordEdges
        }
    }
}

/// How names of codes were taken apart into a hierarchy.
public struct HierarchyReading: Sendable, Equatable {
    /// What stands between the name of a parent and that of its child.
    public var separator: String
    /// Whether a person said so; otherwise the names themselves did.
    public var isGiven: Bool
    /// How many codes have it in their names.
    public var codes: Int

    /// A reading of names.
    public init(separator: String, isGiven: Bool, codes: Int) {
        self.separator = separator
        self.isGiven = isGiven
        self.codes = codes
    }
}

/// How it was found out who speaks and to which group they belong.
public struct PeopleReading: Sendable, Equatable {
    /// Where groups come from; nil if no participant has one.
    public var groups: GroupSource?
    /// A sentence on it without a full stop, for messages.
    public var reason: String

    /// A reading of people.
    public init(groups: GroupSource? = nil, reason: String = "the file names no groups") {
        self.groups = groups
        self.reason = reason
    }
}

/// Where the group of a participant is written.
public enum GroupSource: Sendable, Equatable {
    /// In an attribute of cases or documents, by its name.
    case attribute(String)
    /// In the document group or set that a document belongs to.
    case documentGroup
    /// In the name of the case that a person's case belongs to, or of the case itself.
    case caseName
    /// In the names of documents, by the patterns that were given.
    case namePattern
    /// In a column of a table.
    case column(String)
}
