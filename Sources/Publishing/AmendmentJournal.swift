#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What an `Amendment` does, step by step. It stands beside the new files while that is done, so that a later build can
/// go on with it.
///
/// The first line is a word, a version and the number of steps, so that a list cut short is noticed; then comes a step a
/// line: what it is, the system's number of the file that moves, and the file's path.
struct AmendmentJournal: Equatable {
    /// One file's change. Done once more, it would undo itself; so the number tells whether it has been done.
    struct Step: Equatable {
        enum Kind: String {
            /// The new file and the former one change places.
            case replace
            /// The new file moves into the site.
            case add
            /// The former file moves out of the site.
            case remove
        }

        let kind: Kind
        let path: String
        /// The number of the new file, or of the one that is removed.
        let number: UInt64

        init(_ kind: Kind, _ path: String, _ number: UInt64) {
            self.kind = kind
            self.path = path
            self.number = number
        }
    }

    let steps: [Step]

    static let name = ".verbatim-amendment"

    private static let word = "verbatim-amendment"
    private static let version = "1"

    init(steps: [Step]) { self.steps = steps }

    /// Reads a journal; nil if it is not whole, or of another kind.
    init?(reading bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 2, lines.last == "", lines[0] == "\(Self.word) \(Self.version) \(lines.count - 2)" else {
            return nil
        }
        var steps: [Step] = []
        for line in lines[1..<(lines.count - 1)] {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, let kind = Step.Kind(rawValue: String(parts[0])), let number = UInt64(parts[1])
            else { return nil }
            let path = String(parts[2])
            guard path == Manifest.name || SitePath(path) != nil else { return nil }
            steps.append(Step(kind, path, number))
        }
        self.steps = steps
    }

    /// The journal as it is kept.
    var bytes: [UInt8] {
        var text = "\(Self.word) \(Self.version) \(steps.count)\n"
        for step in steps { text += "\(step.kind.rawValue) \(step.number) \(step.path)\n" }
        return Array(text.utf8)
    }

    /// The journal in a folder of new files, if all of them were ready; nil if there is none to go on with.
    static func standing(in folder: Folder) throws(PublishingError) -> AmendmentJournal? {
        guard try folder.status(of: Manifest.unfinishedName) == nil,
            let bytes = try folder.contents(of: name, atMost: Manifest.largestSize)
        else { return nil }
        return AmendmentJournal(reading: bytes)
    }
}

extension AmendmentJournal {
    /// A step that the system did not allow.
    struct Refused {
        let step: Step
        let code: Int32
        /// Whether all is as it was before; if not, a later build has to go on.
        let isUndone: Bool

        /// Whether this system or file system cannot let two files change places.
        var isAboutExchange: Bool {
            step.kind == .replace && [EINVAL, ENOSYS, EOPNOTSUPP, ENOTSUP].contains(code)
        }

        func error(in site: Folder) -> PublishingError {
            step.kind == .add && code == EEXIST
                ? .foreignFileInTheWay(path: site.describe(step.path)) : site.failure(.rename, step.path, code)
        }
    }

    /// Carries out all steps, or none: what was done before one is refused is undone.
    func carryOut(between new: Folder, and site: Folder) -> Refused? {
        for (position, step) in steps.enumerated() {
            let code = step.carryOut(between: new, and: site)
            guard code != 0 else { continue }
            let isUndone = steps[..<position].reversed().allSatisfy { $0.undo(between: new, and: site) == 0 }
            tidy(site, after: .add)
            return Refused(step: step, code: code, isUndone: isUndone)
        }
        tidy(site, after: .remove)
        return nil
    }

    /// Removes folders that lost their last file, or that never got one.
    private func tidy(_ site: Folder, after kind: Step.Kind) {
        for step in steps where step.kind == kind {
            var path = step.path[...]
            while let slash = path.lastIndex(of: "/") {
                path = path[..<slash]
                guard site.removeFolder(String(path)) == 0 else { break }
            }
        }
    }

    /// Goes on where a build was killed.
    func goOn(between new: Folder, and site: Folder) throws(PublishingError) {
        for step in steps {
            guard try step.isToBeDone(between: new, and: site) else { continue }
            let code = step.carryOut(between: new, and: site)
            guard code == 0 else { throw Refused(step: step, code: code, isUndone: false).error(in: site) }
        }
        tidy(site, after: .remove)
    }
}

extension AmendmentJournal.Step {
    fileprivate func carryOut(between new: Folder, and site: Folder) -> Int32 {
        switch kind {
        case .replace: new.exchange(path, with: path, in: site)
        case .add: site.makingFolders(above: path) { new.move(path, to: path, in: site) }
        case .remove: site.move(path, to: path, in: new)
        }
    }

    fileprivate func undo(between new: Folder, and site: Folder) -> Int32 {
        switch kind {
        case .replace: new.exchange(path, with: path, in: site)
        case .add: site.move(path, to: path, in: new)
        case .remove: new.move(path, to: path, in: site)
        }
    }

    /// Whether the file that moves is still where it was.
    fileprivate func isToBeDone(between new: Folder, and site: Folder) throws(PublishingError) -> Bool {
        let start = kind == .remove ? site : new
        guard let status = try start.status(of: path) else { return false }
        return status.kind == .file && status.number == number
    }
}
