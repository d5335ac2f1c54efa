import CSV

extension CodedProject {
    /// Reads the file of a QDA tool, told apart by what it holds and not by its name.
    ///
    /// - Parameters:
    ///   - bytes: The file; for a QualCoder folder its `data.qda`.
    ///   - name: What messages call it.
    ///   - beside: Other files of the same folder, by name, such as `data.qda-wal`.
    ///   - mapping: What a person says about the file.
    ///   - known: Quotes that the study has already. Where a file carries no words beside its positions, a reading that
    ///     gives them again is the right one.
    /// - Throws: An error if nothing of it can be used, or if its positions could be a character off.
    public static func read(
        bytes: [UInt8],
        name: String,
        beside: [String: [UInt8]] = [:],
        mapping: ImportMapping = ImportMapping(),
        known: [String] = [],
        limits: ImportLimits = .standard
    ) throws(ImportError) -> CodedProject {
        guard !bytes.isEmpty else { throw ImportError(.empty, "‘\(name.shownShort)’ is empty") }
        guard bytes.count <= limits.fileSize else {
            throw ImportError(.tooLarge, "‘\(name.shownShort)’ has more than \(limits.fileSize >> 20) MB")
        }
        let reader = FormatReader(name: name, beside: beside, mapping: mapping, limits: limits)
        return try reader.draft(bytes).finished(mapping: mapping, known: KnownTexts(known), limits: limits)
    }
}
