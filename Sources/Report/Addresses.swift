import Study

/// Where each part of a study is in the site: flat addresses, relative to any page.
enum Addresses {
    /// The page, and the place in it, that shows a part of a study.
    static func href(_ target: Target) -> String {
        switch target {
        case .home: "index.html"
        case .themes: "themes.html"
        case .theme(let id): "theme-\(slug(id.rawValue)).html"
        case .quotes: "quotes.html"
        case .quote(let id): "quote-\(slug(id.rawValue)).html"
        case .groups: "groups.html"
        case .group(let id): "group-\(slug(id.rawValue)).html"
        case .participants: "participants.html"
        case .participant(let id): "participant-\(slug(id.rawValue)).html"
        case .constructs: "constructs.html"
        case .construct(let id): "construct-\(slug(id.rawValue)).html"
        case .matrix: "matrix.html"
        case .logicModel: "logic-model.html"
        case .box(let id): "box-\(slug(id.rawValue)).html"
        case .theory: "theory.html"
        case .proposition(let id): "proposition-\(slug(id.rawValue)).html"
        case .guides: "guides.html"
        case .guide(let id): "guide-\(slug(id.rawValue)).html"
        case .page(let id): "\(slug(id.rawValue)).html"
        case .references: "references.html"
        case .report: "report.html"
        case .downloads: "downloads.html"
        case .changes: "changes.html"
        case .reference(let id): "references.html#ref-\(slug(id.rawValue))"
        }
    }

    /// The page of one group's quotes on one theme. No slug has a full stop, so no other page can have this address.
    static func themeGroup(_ theme: ThemeID, _ group: GroupID) -> String {
        "theme-\(slug(theme.rawValue)).\(slug(group.rawValue)).html"
    }

    /// Where a file of the study is in the site.
    static func file(_ path: String) -> String {
        "files/" + path.split(separator: "/").map { fileSlug(String($0)) }.joined(separator: "/")
    }

    /// A name that is safe in addresses, ids and file names of every system, the same for ever.
    ///
    /// Letters A to Z become small, digits, `-`, `_` and `.` within the name stay, all else becomes `-`. A name that is
    /// changed by more than that, or is long, gets a mark made from all of it, so that two names stay two.
    static func slug(_ name: String) -> String {
        slug(name, keepsDots: false)
    }

    private static func fileSlug(_ name: String) -> String {
        slug(name, keepsDots: true)
    }

    private static func slug(_ name: String, keepsDots: Bool) -> String {
        if isSlug(name) { return name }
        var bytes: [UInt8] = []
        var isFaithful = true
        for byte in name.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"): bytes.append(byte)
            case UInt8(ascii: "-"):
                bytes.append(byte)
            case UInt8(ascii: ".") where keepsDots && !bytes.isEmpty: bytes.append(byte)
            case 0x41...0x5A: bytes.append(byte + 0x20)
            default:
                isFaithful = false
                if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
            }
        }
        if bytes.count > 80 {
            isFaithful = false
            bytes = Array(bytes.prefix(60))
        }
        while bytes.last == UInt8(ascii: "-"), !isFaithful { bytes.removeLast() }
        if isFaithful, !bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
        let mark = String(fingerprint(name), radix: 36)
        guard keepsDots, let dot = bytes.lastIndex(of: UInt8(ascii: ".")), bytes.count - dot <= 8 else {
            return bytes.isEmpty ? mark : String(decoding: bytes, as: UTF8.self) + "-" + mark
        }
        // The ending tells browsers what kind of file it is.
        return String(decoding: bytes[..<dot], as: UTF8.self) + "-" + mark
            + String(decoding: bytes[dot...], as: UTF8.self)
    }

    /// Whether a name may stand as it is, as nearly all do.
    private static func isSlug(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            bytes.count <= 80 && !bytes.isEmpty
                && bytes.allSatisfy { byte in
                    switch byte {
                    case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"): true
                    default: false
                    }
                }
        }
    }

    /// FNV-1a with 32 bits: the same on every machine.
    private static func fingerprint(_ text: String) -> UInt32 {
        text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}
