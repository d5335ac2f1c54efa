extension CodedProject {
    /// A label of the analysis; maps to a theme of the codebook.
    public struct Code: Sendable, Equatable {
        /// The names from the top down to this code's own; never empty.
        public var path: [String]
        /// The code above it, as an index into `codes`.
        public var parent: Int?
        /// What the tool calls it where that is more than `path` shows: `trust.boundaries`, `Trust::Boundaries`.
        public var label: String
        /// What it means, in the team's words.
        public var description: String?
        /// `#RRGGBB`.
        public var colour: String?
        /// What the team noted about it.
        public var memo: String?
        /// Whether words can be coded with it; false for categories that only hold other codes.
        public var isCodable: Bool
        /// The tool's own id. It may change with every export.
        public var toolID: String?

        /// A code.
        public init(
            path: [String],
            parent: Int? = nil,
            label: String? = nil,
            description: String? = nil,
            colour: String? = nil,
            memo: String? = nil,
            isCodable: Bool = true,
            toolID: String? = nil
        ) {
            self.path = path
            self.parent = parent
            self.label = label ?? path.last ?? ""
            self.description = description
            self.colour = colour
            self.memo = memo
            self.isCodable = isCodable
            self.toolID = toolID
        }

        /// Its own name.
        public var name: String { path.last ?? "" }
    }
}
