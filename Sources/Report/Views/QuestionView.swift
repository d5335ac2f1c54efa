import Templates

/// A question of an interview guide.
struct QuestionView: TemplateData {
    let number: Int
    let text: String
    /// Its place in its own guide.
    let href: String

    static let fields: Fields<QuestionView> = [
        .number("number") { $0.number },
        .text("text") { $0.text },
        .text("href") { $0.href },
    ]
}

/// The questions that one group was asked on one subject.
struct GroupQuestions: TemplateData {
    let group: GroupLink
    let questions: [QuestionView]

    static let fields: Fields<GroupQuestions> = [
        .record("group") { $0.group },
        .list("questions") { $0.questions },
        .flag("isEmpty") { $0.questions.isEmpty },
    ]
}
