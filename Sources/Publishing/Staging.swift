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
            let marked = folder.create(Manifest.unfinishedName, UnsafeRawBufferPointer(start: nil, count: 0))
            guard marked == 0 else { throw folder.failure(.create, Manifest.unfinishedName, marked) }
        } catch {
            Removal().remove(name, from: parent)
            throw error
        }
    }
}
