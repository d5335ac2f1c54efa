import Diagnostics
import Study

/// Finds parts of one page that would have the same address in it, as addresses do not tell capitals from small letters.
enum PartCollisions {
    /// Whether there were any; each is among the diagnostics.
    static func report(_ study: Study, into diagnostics: inout Diagnostics) -> Bool {
        let before = diagnostics.count(.error)
        check(study.logicModel?.columns.map { ($0.id.rawValue, $0.place) } ?? [], into: &diagnostics)
        check(study.references.map { ($0.id.rawValue, $0.place) }, into: &diagnostics)
        return diagnostics.count(.error) > before
    }

    private static func check(_ parts: [(id: String, place: Place)], into diagnostics: inout Diagnostics) {
        var taken: [String: (id: String, place: Place)] = [:]
        for part in parts {
            guard let other = taken.updateValue(part, forKey: Addresses.slug(part.id)) else { continue }
            diagnostics.add(
                .addressCollision,
                "‘\(part.id)’ and ‘\(other.id)’ would have the same address",
                at: part.place,
                help: "rename one of them; addresses do not tell capitals from small letters",
                related: [.init("the other one", at: other.place)]
            )
        }
    }
}
