/// What builds that were killed have left beside the site. Only to be used under the site's lock.
struct Leftovers {
    let output: Output

    /// What a folder beside the site is for. The number of the process follows.
    enum Use: String, CaseIterable {
        /// The new site or the new files of it, while they are made; then what they took the place of.
        case new = "new-"
        /// The former site, where two folders cannot be exchanged in one step.
        case old = "old-"
    }

    /// Puts a former site back if a build was killed between moving it away and putting the new one there, and goes on
    /// where one was killed while it changed files of the site; then removes what is left. A folder without Verbatim's mark is not touched, whatever its name.
    func clear() throws(PublishingError) {
        let parent = output.parent
        if try parent.status(of: output.name) == nil, let former = try names(.old).last {
            let code = parent.rename(former, to: output.name)
            guard code == 0 else { throw parent.failure(.rename, former, code) }
        }
        if let site = try? parent.folder(output.name) {
            for name in try names(.new) {
                let new = try parent.folder(name)
                try AmendmentJournal.standing(in: new)?.goOn(between: new, and: site)
            }
        }
        for use in Use.allCases {
            for name in try names(use) { Removal().remove(name, from: parent) }
        }
    }

    private func names(_ use: Use) throws(PublishingError) -> [String] {
        let prefix = output.beside(use.rawValue)
        var names: [String] = []
        for entry in try output.parent.entries() {
            guard let name = entry.name.text, name.hasPrefix(prefix) else { continue }
            let number = name.utf8.dropFirst(prefix.utf8.count)
            guard !number.isEmpty, number.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                try isOurs(name)
            else { continue }
            names.append(name)
        }
        return names.sorted()
    }

    private func isOurs(_ name: String) throws(PublishingError) -> Bool {
        guard let status = try output.parent.status(of: name), status.kind == .folder else { return false }
        let folder = try output.parent.folder(name)
        for mark in [Manifest.unfinishedName, AmendmentJournal.name] {
            if try folder.status(of: mark)?.kind == .file { return true }
        }
        // Killed between making the folder and marking it: empty, and an empty folder can go.
        if try folder.entries().isEmpty { return true }
        return (try? Manifest.standing(in: folder)) != nil
    }
}
