import Diagnostics
import Study

/// A mapping while it is read: remembers which keys were asked for, so that the others can be named as unknown.
struct YAMLFields {
    let value: YAMLValue
    /// What the mapping describes, for messages: `a theme`.
    let what: String
    /// What is given, in the order of the file. Mappings with many keys are rare, and nobody asks for most of them.
    private var entries: [(name: String, key: YAMLNode, value: YAMLNode)] = []
    private var known: [String] = []

    /// Nil when the value is not a mapping, which is then among the findings.
    init?(_ value: YAMLValue, _ what: String, into findings: inout Findings) {
        guard let pairs = value.pairs else {
            findings.add(
                .yamlWrongKind,
                "\(what) must be a mapping of keys to values, but this is \(value.kind)",
                at: value.place
            )
            return nil
        }
        self.value = value
        self.what = what
        entries.reserveCapacity(pairs.count)
        for (key, child) in pairs {
            guard let name = key.scalarText else {
                let key = value.child(key)
                findings.add(.yamlWrongKind, "a key must be text, but this is \(key.kind)", at: key.place)
                continue
            }
            entries.append((name, key, child))
        }
    }

    /// The keys that are given, in the order of the file.
    var names: [String] { entries.map(\.name) }

    /// Where the mapping starts.
    var place: Place { value.place }

    /// The value of a key; nil where it is not given or empty.
    mutating func value(_ key: String) -> YAMLValue? {
        known.append(key)
        guard let found = entries.last(where: { $0.name == key }), !found.value.isNull else { return nil }
        return value.child(found.value)
    }

    /// The value of a key, whose absence is an error.
    mutating func required(_ key: String, into findings: inout Findings) -> YAMLValue? {
        if let found = value(key) { return found }
        if let entry = entries.first(where: { $0.name == key }) {
            let place = value.child(entry.key).place
            findings.add(.missingField, "‘\(key)’ of \(what) is empty", at: place)
        } else {
            findings.add(.missingField, "\(what) needs ‘\(key)’", at: place)
        }
        return nil
    }

    /// The text of a key, without white space at its ends.
    mutating func text(_ key: String, into findings: inout Findings) -> Located<String>? {
        value(key).flatMap { findings.text($0, key) }
    }

    /// The words of a key, for those who need not know where they stand.
    mutating func words(_ key: String, into findings: inout Findings) -> String? {
        value(key).flatMap { findings.words($0, key) }
    }

    /// The text of a key, whose absence is an error.
    mutating func requiredText(_ key: String, into findings: inout Findings) -> Located<String>? {
        required(key, into: &findings).flatMap { findings.text($0, key) }
    }

    /// The items of a list; a single value counts as a list of one.
    mutating func list(_ key: String, into findings: inout Findings) -> [YAMLValue] {
        guard let found = value(key) else { return [] }
        if let items = found.items {
            return items.map { found.child($0) }.filter { item in
                if item.isNull { findings.add(.missingField, "an item of ‘\(key)’ is empty", at: item.place) }
                return !item.isNull
            }
        }
        return [found]
    }

    /// The items of a list of mappings, such as themes.
    mutating func mappings(_ key: String, _ what: String, into findings: inout Findings) -> [YAMLFields] {
        list(key, into: &findings).compactMap { YAMLFields($0, what, into: &findings) }
    }

    /// The texts of a list; a single text counts as a list of one.
    mutating func texts(_ key: String, into findings: inout Findings) -> [Located<String>] {
        list(key, into: &findings).compactMap { findings.text($0, key) }
    }

    /// One of two words; nil where the key is not given.
    mutating func choice(_ key: String, yes: [String], no: [String], into findings: inout Findings) -> Bool? {
        guard let said = text(key, into: &findings) else { return nil }
        if yes.contains(said.value.lowercased()) { return true }
        if no.contains(said.value.lowercased()) { return false }
        findings.add(
            .badValue,
            "‘\(key)’ must be ‘\(yes[0])’ or ‘\(no[0])’, not ‘\(said.value)’",
            at: said.place
        )
        return nil
    }

    /// Yes or no, as YAML writes it; nil where the key is not given.
    mutating func flag(_ key: String, into findings: inout Findings) -> Bool? {
        choice(key, yes: ["yes", "true", "on"], no: ["no", "false", "off"], into: &findings)
    }

    /// A date; nil where the key is not given or not a date.
    mutating func date(_ key: String, into findings: inout Findings) -> Located<PartialDate>? {
        guard let said = text(key, into: &findings) else { return nil }
        guard let date = PartialDate(said.value) else {
            findings.add(
                .badDate,
                "‘\(said.value)’ is not a date",
                at: said.place,
                help: "write a year, a month or a day: 2025, 2025-01 or 2025-01-31"
            )
            return nil
        }
        return Located(date, said.place)
    }

    /// Names the keys that nobody asked for.
    func finish(into findings: inout Findings) {
        for entry in entries where !known.contains(entry.name) {
            let near = NearMiss.suggestion(for: entry.name, in: known)
            findings.add(
                .unknownKey,
                "\(what) has no key ‘\(entry.name)’",
                at: value.child(entry.key).place,
                help: near ?? "the keys are: \(known.joined(separator: ", "))"
            )
        }
    }
}
