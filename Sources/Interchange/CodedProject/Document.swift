extension CodedProject {
    /// A text that was coded, such as a transcript.
    public struct Document: Sendable, Equatable {
        /// What the tool calls it.
        public var name: String
        /// The whole text with LF line ends, where the file holds it. It is for proving and for context, not for publication.
        public var text: String?
        /// Document groups and sets that it belongs to.
        public var groups: [String]
        /// Variables and descriptions of it.
        public var attributes: [Attribute]
        /// The tool's own id. It may change with every export.
        public var toolID: String?

        /// A document.
        public init(
            name: String,
            text: String? = nil,
            groups: [String] = [],
            attributes: [Attribute] = [],
            toolID: String? = nil
        ) {
            self.name = name
            self.text = text
            self.groups = groups
            self.attributes = attributes
            self.toolID = toolID
        }
    }

    /// What a tool calls a case: mostly a person, sometimes a place or an organisation.
    public struct Case: Sendable, Equatable {
        /// What the tool calls it.
        public var name: String
        /// What is known about it.
        public var attributes: [Attribute]
        /// Where it speaks or is spoken of.
        public var stretches: [Stretch]
        /// The tool's own id. It may change with every export.
        public var toolID: String?

        /// A case.
        public init(name: String, attributes: [Attribute] = [], stretches: [Stretch] = [], toolID: String? = nil) {
            self.name = name
            self.attributes = attributes
            self.stretches = stretches
            self.toolID = toolID
        }
    }

    /// A document, or a part of one.
    public struct Stretch: Sendable, Equatable {
        /// The document, as an index into `documents`.
        public var document: Int
        /// Which part, in Unicode code points of the document's text; nil for all of it.
        public var range: Range<Int>?

        /// A stretch.
        public init(document: Int, range: Range<Int>? = nil) {
            self.document = document
            self.range = range
        }
    }

    /// A named value.
    public struct Attribute: Sendable, Equatable {
        /// What the team calls it: `group`, `age band`.
        public var name: String
        /// The value as text.
        public var value: String

        /// An attribute.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}
