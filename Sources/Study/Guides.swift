import Diagnostics

/// The questions that were put to one group.
public struct Guide: Sendable {
    public var group: GroupID
    public var title: String?
    /// What stands before the first heading.
    public var introduction: Prose?
    public var sections: [Section]
    public var place: Place

    public init(group: GroupID, title: String? = nil, introduction: Prose? = nil, sections: [Section], place: Place) {
        self.group = group
        self.title = title
        self.introduction = introduction
        self.sections = sections
        self.place = place
    }

    /// The questions under one heading.
    public struct Section: Sendable {
        /// The heading as it was written.
        public var title: String
        /// The construct that the heading names; nil where the study has no framework.
        public var construct: ConstructID?
        public var questions: [Question]
        public var place: Place

        public init(title: String, construct: ConstructID?, questions: [Question], place: Place) {
            self.title = title
            self.construct = construct
            self.questions = questions
            self.place = place
        }
    }

    /// A question, as it was asked. Plain text.
    public struct Question: Sendable {
        /// From 1 within the guide.
        public var number: Int
        public var text: String
        public var place: Place

        public init(number: Int, text: String, place: Place) {
            self.number = number
            self.text = text
            self.place = place
        }
    }
}
