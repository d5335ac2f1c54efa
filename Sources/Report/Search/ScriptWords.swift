import Search

/// The interface words that scripts say, as a file that every page loads.
enum ScriptWords {
    static func entry(_ words: [String: String]) -> PageEntry {
        let spoken = words.filter { $0.key.hasPrefix("script-") || $0.key.hasPrefix("count-") }
        return PageEntry(file: "assets/words.js") { output in
            DataFile.write("assets/words", to: &output) { file in
                file.object { object in
                    for (key, text) in spoken.sorted(by: { $0.key < $1.key }) { object.pair(key, text) }
                }
            }
        }
    }
}
