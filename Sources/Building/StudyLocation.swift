/// Where a study's files are, found from the folder that a person named.
public struct StudyLocation: Sendable, Equatable {
    /// The folder that holds `study.yml`.
    public let content: String
    /// The folder with the study's own templates, if it has one.
    public let templates: String?
    /// What messages put before the path of a content file, so that it can be opened from where the person stands.
    public let contentPrefix: String
    /// What messages put before the path of a template.
    public let templatesPrefix: String

    /// Looks at a folder: either it holds `study.yml` itself, or it has a folder `content` that does.
    ///
    /// Templates are taken from `templates` inside the content folder or, if that is called `content`, beside it.
    public static func find(from folder: String) -> StudyLocation {
        let folder = withoutTrailingSlashes(folder)
        let inner = join(folder, "content")
        let content = !Disk.isFile(join(folder, "study.yml")) && Disk.isFolder(inner) ? inner : folder
        var candidates = [join(content, "templates")]
        if content == inner {
            candidates.append(join(folder, "templates"))
        } else if content.hasSuffix("/content") || content == "content" {
            candidates.append(join(content, "../templates"))
        }
        let templates = candidates.first(where: Disk.isFolder).map(simplified)
        return StudyLocation(
            content: content,
            templates: templates,
            contentPrefix: prefix(content),
            templatesPrefix: templates.map(prefix) ?? ""
        )
    }

    private static func prefix(_ folder: String) -> String {
        folder == "." ? "" : (folder.hasSuffix("/") ? folder : folder + "/")
    }

    private static func join(_ folder: String, _ name: String) -> String {
        if folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    private static func simplified(_ path: String) -> String {
        path.hasSuffix("content/../templates")
            ? String(path.dropLast("content/../templates".count)) + "templates" : path
    }

    private static func withoutTrailingSlashes(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        while path.hasPrefix("./"), path.count > 2 { path.removeFirst(2) }
        return path.isEmpty ? "." : path
    }
}
