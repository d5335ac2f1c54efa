import Foundation
import PackagePlugin

/// Puts the files of `templates/` into the program, so that the executable alone can make a site.
@main
struct EmbedTemplates: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let templates = context.package.directoryURL.appending(path: "templates")
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInFiles+Embedded.swift")
        let files =
            FileManager.default.enumerator(at: templates, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL } ?? []
        return [
            .buildCommand(
                displayName: "Embedding templates",
                executable: try context.tool(named: "embed-templates").url,
                arguments: [templates.path(), output.path()],
                inputFiles: files.filter { !$0.hasDirectoryPath }.sorted { $0.path() < $1.path() },
                outputFiles: [output]
            )
        ]
    }
}
