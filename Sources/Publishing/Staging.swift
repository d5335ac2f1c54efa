#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The new site while it is made: a folder beside the former one, marked as unfinished.
struct Staging {
    let name: String
    let folder: Folder

    /// Makes the folder. If this throws, there is none.
    init(beside output: Output) throws(PublishingError) {
        let parent = output.parent
        let made = output.freeName(.new) { parent.makeFolder($0) }
        guard made.code == 0 else { throw parent.failure(.makeFolder, made.name, made.code) }
        name = made.name
        do throws(PublishingError) {
            folder = try parent.folder(name)
            try mark()
        } catch {
            Removal().remove(name, from: parent)
            throw error
        }
    }

    /// Marks the folder as unfinished.
    func mark() throws(PublishingError) {
        let code = folder.create(Manifest.unfinishedName, UnsafeRawBufferPointer(start: nil, count: 0))
        guard code == 0 else { throw folder.failure(.create, Manifest.unfinishedName, code) }
    }

    /// Takes the mark away: all is there.
    func unmark() throws(PublishingError) {
        let code = folder.removeFile(Manifest.unfinishedName)
        guard code == 0 else { throw folder.failure(.remove, Manifest.unfinishedName, code) }
    }

    /// Puts the list of what Verbatim made into the folder.
    func list(_ manifest: Manifest) throws(PublishingError) {
        let former = folder.removeFile(Manifest.name)
        guard former == 0 || former == ENOENT else { throw folder.failure(.remove, Manifest.name, former) }
        let code = manifest.bytes.withUnsafeBytes { folder.create(Manifest.name, $0) }
        guard code == 0 else { throw folder.failure(.write, Manifest.name, code) }
    }
}
