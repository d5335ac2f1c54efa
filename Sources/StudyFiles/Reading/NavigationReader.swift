import Diagnostics
import Study

/// Reads the navigation of `study.yml`: parts of the site, alone or several under a title.
enum NavigationReader {
    static func read(_ fields: inout YAMLFields, into file: inout StudyFile, _ findings: inout Findings) {
        guard fields.value("navigation") != nil else { return }
        var navigation: [Located<Target>] = []
        for item in fields.list("navigation", into: &findings) {
            guard item.pairs != nil else {
                if let part = findings.text(item, "navigation") {
                    navigation += [target(part, into: &findings)].compactMap(\.self)
                }
                continue
            }
            guard var menu = YAMLFields(item, "a menu", into: &findings) else { continue }
            let title = menu.requiredText("title", into: &findings)?.value
            let hasParts = menu.required("parts", into: &findings) != nil
            let names = hasParts ? menu.texts("parts", into: &findings) : []
            let parts = names.compactMap { target($0, into: &findings) }
            menu.finish(into: &findings)
            if let title, !parts.isEmpty {
                file.menus.append(
                    Menu(title: title, positions: navigation.count..<(navigation.count + parts.count))
                )
            }
            navigation += parts
        }
        file.navigation = navigation
    }

    private static func target(_ item: Located<String>, into findings: inout Findings) -> Located<Target>? {
        let word = item.value == "logic-model" ? "logic" : item.value
        let written = word.contains(":") ? word : word + ":"
        guard case .target(let target, anchor: nil) = LinkDestination(written) else {
            findings.add(
                .badValue,
                "‘\(item.value)’ is not a part of the site",
                at: item.place,
                help: NearMiss.suggestion(for: item.value, in: parts)
                    ?? "the parts are: \(parts.joined(separator: ", ")) and page:<id>"
            )
            return nil
        }
        return Located(target, item.place)
    }

    private static let parts = [
        "home", "themes", "quotes", "groups", "participants", "constructs", "matrix", "logic-model", "theory",
        "guides", "references", "report", "downloads", "changes",
    ]
}
