import Study

extension ParticipantID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension QuoteID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension ThemeID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension GroupID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
