/// Which form of a phrase goes with a number, as the Unicode CLDR has it for whole numbers.
///
/// Languages that are not named here tell one from many, as English does.
enum PluralRule: Sendable {
    case none
    case one
    case zeroAndOne
    case slavic
    case polish
    case czech
    case arabic

    /// A kind of number.
    enum Form: String, CaseIterable, Sendable {
        case zero, one, two, few, many, other
    }

    /// The rule of a language, given as a BCP 47 tag.
    init(language: String) {
        switch language.lowercased().prefix(while: { $0 != "-" }) {
        case "zh", "ja", "ko", "th", "vi", "id", "ms", "lo", "my", "km": self = .none
        case "fr", "hi", "bn", "fa", "am", "gu", "kn", "zu", "hy": self = .zeroAndOne
        case "pt": self = language.lowercased() == "pt-pt" ? .one : .zeroAndOne
        case "ru", "uk", "be", "sr", "hr", "bs": self = .slavic
        case "pl": self = .polish
        case "cs", "sk": self = .czech
        case "ar": self = .arabic
        default: self = .one
        }
    }

    /// The form that goes with a number.
    func form(of number: Int) -> Form {
        let tens = number % 100
        let ones = number % 10
        let isTeen = (11...14).contains(tens)
        switch self {
        case .none: return .other
        case .one: return number == 1 ? .one : .other
        case .zeroAndOne: return number == 0 || number == 1 ? .one : .other
        case .slavic:
            if ones == 1, !isTeen { return .one }
            return (2...4).contains(ones) && !isTeen ? .few : .many
        case .polish:
            if number == 1 { return .one }
            return (2...4).contains(ones) && !isTeen ? .few : .many
        case .czech:
            if number == 1 { return .one }
            return (2...4).contains(number) ? .few : .other
        case .arabic:
            switch number {
            case 0: return .zero
            case 1: return .one
            case 2: return .two
            default: return (3...10).contains(tens) ? .few : (11...99).contains(tens) ? .many : .other
            }
        }
    }
}
