extension Output {
    /// The site that stands in the place; nil if there is nothing or an empty folder.
    ///
    /// Throws if what stands there is not a site that Verbatim made.
    func formerSite() throws(PublishingError) -> Folder? {
        guard let status = try parent.status(of: name) else { return nil }
        guard status.kind == .folder else { throw .notAFolder(path: path) }
        let site = try parent.folder(name)
        guard try parent.status().device == site.status().device else { throw .mountPoint(folder: path) }
        if try site.status(of: Manifest.name) != nil { return site }
        let found = try site.entries().map(\.name.shown).min()
        if let found { throw .notASite(folder: path, found: found) }
        return nil
    }
}
