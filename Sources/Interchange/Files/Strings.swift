import Diagnostics

extension String {
    /// As messages quote a name from a file: on one line, without what a terminal would obey, cut after sixty characters.
    var shownShort: String {
        var shown = ""
        var count = 0
        for scalar in unicodeScalars {
            if count == 60 { return shown + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                shown += " "
            default: shown.unicodeScalars.append(scalar)
            }
            count += 1
        }
        return shown
    }

    /// Without white space at either end.
    var trimmed: String { trimmingSpaces() }

    /// The text, or nil if it holds nothing but white space.
    var unlessBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}

extension Int {
    /// A number with what it counts: `1 selection is`, `2 selections are`.
    func counted(_ one: String, _ several: String) -> String { "\(self) \(self == 1 ? one : several)" }
}
