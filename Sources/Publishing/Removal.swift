/// Removes a folder with what is in it, without following links or leaving the file system.
struct Removal {
    /// What may be removed, by its path in the folder; nil: everything.
    var isKnown: ((FileName, Status.Kind) -> Bool)?
    /// Where to put what is not known: at the same path in this folder.
    var rescue: Folder?

    /// Folders nested more deeply than this are neither removed nor carried over.
    static let deepestNesting = 60

    /// Removes the folder of that name. What can't be removed stays, with the folder's mark, so that the next
    /// publication tries again.
    func remove(_ name: String, from parent: Folder) {
        guard let folder = try? parent.folder(name), let device = try? folder.status().device else { return }
        switch empty(folder, path: [], device: device, depth: 0) {
        case .refused: return
        case .emptied, .keptUnknown: break
        }
        // The marks go last: a removal that is cut short must be recognised. And they go even if something that
        // nobody knows was left, so that it is never taken for Verbatim's.
        for mark in Removal.marks { _ = folder.removeFile(mark) }
        _ = parent.removeFolder(name)
    }

    private enum Result { case emptied, keptUnknown, refused }

    private func empty(_ folder: Folder, path: FileName, device: UInt64, depth: Int) -> Result {
        guard depth < Removal.deepestNesting, let entries = try? folder.entries() else { return .refused }
        var result = Result.emptied
        for entry in entries {
            if depth == 0, Removal.isMark(entry.name) { continue }
            switch remove(entry, from: folder, path: path.appending(entry.name), device: device, depth: depth) {
            case .emptied: break
            case .keptUnknown: if result == .emptied { result = .keptUnknown }
            case .refused: result = .refused
            }
        }
        return result
    }

    private func remove(
        _ entry: Folder.Entry,
        from folder: Folder,
        path: FileName,
        device: UInt64,
        depth: Int
    ) -> Result {
        guard let kind = try? folder.kind(of: entry) else { return .refused }
        if let isKnown, !isKnown(path, kind) {
            guard let rescue else { return .keptUnknown }
            guard let standing = try? rescue.status(of: path) else {
                return folder.rename(entry.name, to: path, in: rescue) == 0 ? .emptied : .keptUnknown
            }
            // A folder that stands in both may hold more that is known and more that is not.
            guard kind == .folder, standing.kind == .folder else { return .keptUnknown }
        }
        guard kind == .folder else { return folder.removeFile(entry.name) == 0 ? .emptied : .refused }
        guard let inner = try? folder.folder(entry.name), let status = try? inner.status(),
            status.device == device
        else { return .refused }
        let result = empty(inner, path: path, device: device, depth: depth + 1)
        guard result == .emptied else { return result }
        return folder.removeFolder(entry.name) == 0 ? .emptied : .refused
    }

    private static let marks = [AmendmentJournal.name, Manifest.name, Manifest.unfinishedName]

    private static func isMark(_ name: FileName) -> Bool { name.text.map(marks.contains) ?? false }
}
