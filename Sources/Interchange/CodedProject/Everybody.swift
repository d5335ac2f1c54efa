extension CodedProject {
    /// The names of all whom the file may know, quoted or not; nil for files that only list what was coded, and so cannot
    /// tell who is no more.
    ///
    /// There are rather too many than too few: whoever is not among them is held for withdrawn.
    public func everybody(mapping: ImportMapping = ImportMapping()) -> Set<String>? {
        switch origin.format {
        case .refiProject, .refiProjectFile, .taguetteDatabase, .qualCoderDatabase: break
        default: return nil
        }
        var names = Set(participants.map(\.name))
        for one in cases {
            names.insert(one.name)
            names.formUnion(one.attributes.map(\.value))
        }
        for document in documents {
            names.insert(document.name)
            names.insert(FileNames.stem(document.name))
            names.formUnion(document.attributes.map(\.value))
            if case .documentName(let pattern) = mapping.participants {
                let match = pattern.match(FileNames.stem(document.name)) ?? pattern.match(document.name)
                if let name = match?.participant { names.insert(name) }
            }
        }
        return names
    }

    /// Whether somebody's name begins a line of a document, as the names of speakers do.
    public func hasSpeaker(_ name: String) -> Bool {
        let wanted = Array(name.utf8)
        guard !wanted.isEmpty else { return false }
        return documents.contains { document in
            (document.text?.utf8).map { text in
                text.split(separator: UInt8(ascii: "\n")).contains { line in
                    let rest = line.drop { $0 == 0x20 || $0 == 0x5B || $0 == 0x28 || $0 == 0x2A }
                    guard rest.starts(with: wanted) else { return false }
                    guard let next = rest.dropFirst(wanted.count).first else { return true }
                    return next < 0x30 || (0x3A...0x40).contains(next) || (0x5B...0x60).contains(next)
                }
            } ?? false
        }
    }
}
