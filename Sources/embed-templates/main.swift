// Writes a Swift file that holds every file of a folder as text: embed-templates FOLDER OUTPUT

import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: embed-templates FOLDER OUTPUT\n".utf8))
    exit(2)
}
let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
let output = URL(filePath: arguments[2])

/// As many number signs as keep the text from ending its literal or from interpolating.
func delimiter(for text: String) -> String {
    var signs = "#"
    while text.contains("\"\"\"\(signs)") || text.contains("\\\(signs)") { signs += "#" }
    return signs
}

do {
    let root = folder.standardizedFileURL.path()
    let enumerator = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    var entries: [String] = []
    for case let url as URL in enumerator ?? .init() {
        guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
        let path = url.standardizedFileURL.path()
        guard !url.lastPathComponent.hasPrefix("."), path.hasPrefix(root) else { continue }
        let name = path.dropFirst(root.count).drop { $0 == "/" }
        let text = try String(contentsOf: url, encoding: .utf8)
        let signs = delimiter(for: text)
        entries.append("        \"\(name)\": \(signs)\"\"\"\n\(text)\n\"\"\"\(signs),\n")
    }
    entries.sort()
    let body = entries.isEmpty ? ":" : "\n" + entries.joined() + "    "
    let code = """
        extension BuiltInFiles {
            static let embedded: [String: String] = [\(body)]
        }

        """
    try Data(code.utf8).write(to: output)
} catch {
    FileHandle.standardError.write(Data("embed-templates: \(error.localizedDescription)\n".utf8))
    exit(2)
}
