import Diagnostics
import Study
import Synchronization

/// Finds the theme that a code means: by its exact form first, then without regard to case and spacing.
struct CodeIndex: Sendable {
    private var exact: [String: ThemeID] = [:]
    private var folded = Folded()
    /// Whether the name of a code holds what stands between codes.
    private(set) var holdsSeparator = false
    private(set) var names: [String] = []

    /// The themes that codes mean without regard to case and spacing, found out when somebody first asks: in most studies
    /// codes are written as they are in the codebook.
    private final class Folded: Sendable {
        let themes = Mutex<[String: ThemeID]?>(nil)
    }

    /// The theme that a code means.
    func theme(for code: String) -> ThemeID? {
        exact[code] ?? theme(forFolded: code)
    }

    /// The theme that a whole cell means, which may look like several codes.
    func theme(forCell cell: String) -> ThemeID? {
        if let theme = exact[cell] { return theme }
        if !holdsSeparator, cell.utf8.contains(UInt8(ascii: ";")) { return nil }
        return theme(forFolded: cell)
    }

    private func theme(forFolded code: String) -> ThemeID? {
        let themes = folded.themes.withLock { known in
            let themes = known ?? foldedThemes()
            known = themes
            return themes
        }
        return themes[code.foldedForComparison()]
    }

    /// Of several codes that differ in nothing else, the first one counts.
    private func foldedThemes() -> [String: ThemeID] {
        var themes: [String: ThemeID] = [:]
        for name in names {
            let key = name.foldedForComparison()
            if themes[key] == nil { themes[key] = exact[name] }
        }
        return themes
    }

    /// The themes that a cell means, each once; nil if any of its codes means none, or if it holds none.
    func themes(forCell cell: String) -> [ThemeID]? {
        if let theme = theme(forCell: cell) { return [theme] }
        var themes: [ThemeID] = []
        for part in Self.parts(of: cell) {
            let code = part.trimmingSpaces()
            if code.isEmpty { continue }
            guard let theme = theme(for: code) else { return nil }
            if !themes.contains(theme) { themes.append(theme) }
        }
        return themes.isEmpty ? nil : themes
    }

    /// The codes of a cell, as they are parted by semicolons and line ends.
    static func parts(of cell: String) -> [Substring] {
        // In ASCII alone a byte is a character, as CSV has no carriage return left.
        if cell.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
            return cell.utf8.split { $0 == UInt8(ascii: ";") || $0 == 0x0A }.map(Substring.init)
        }
        return cell.split(whereSeparator: { $0 == ";" || $0 == "\n" })
    }

    /// Makes room for a number of codes.
    mutating func reserveCapacity(_ count: Int) {
        exact.reserveCapacity(count)
        names.reserveCapacity(count)
    }

    /// Copies of the index may know of fewer codes, so what they share is left to them.
    private mutating func forgetFolded() {
        if isKnownUniquelyReferenced(&folded) {
            folded.themes.withLock { $0 = nil }
        } else {
            folded = Folded()
        }
    }

    /// Lets a code mean a theme; the theme that has it already, if that is another one.
    mutating func add(_ code: String, _ theme: ThemeID) -> ThemeID? {
        if let taken = exact[code] { return taken == theme ? nil : taken }
        exact[code] = theme
        forgetFolded()
        // The Greek question mark is the same character to Unicode, and to the comparison of texts.
        if code.unicodeScalars.contains(where: { $0 == ";" || $0 == "\u{37E}" }) { holdsSeparator = true }
        names.append(code)
        return nil
    }
}
