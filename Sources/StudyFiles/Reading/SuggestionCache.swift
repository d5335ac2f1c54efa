import Diagnostics

/// Near misses, each word looked up once and no more words than a person would read.
struct SuggestionCache: Sendable {
    private var known: [String: String?] = [:]
    private let limit = 200

    mutating func suggestion(for word: String, in candidates: [String]) -> String? {
        if let known = known[word] { return known }
        guard known.count < limit else { return nil }
        let suggestion = NearMiss.suggestion(for: word, in: candidates)
        known[word] = suggestion
        return suggestion
    }
}
