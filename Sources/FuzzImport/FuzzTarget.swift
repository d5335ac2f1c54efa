import Interchange

/// What libFuzzer calls with each input: reads it as if it were somebody's file. A crash, a hang or a leak is what it
/// looks for; errors are what most inputs deserve.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let project = try? CodedProject.read(bytes: bytes, name: "input", limits: .small) else { return 0 }
    check(project)
    return 0
}

/// What is promised of every project that is read. A broken promise stops the program, which libFuzzer takes for a crash.
private func check(_ project: CodedProject) {
    for (index, code) in project.codes.enumerated() {
        precondition(!code.path.isEmpty)
        if let parent = code.parent {
            precondition(parent < index)
            precondition(project.codes[parent].path == code.path.dropLast())
        }
    }
    for quotation in project.quotations {
        precondition(project.documents.indices.contains(quotation.document))
        precondition(!quotation.text.isEmpty && !quotation.codes.isEmpty)
        precondition(quotation.codes.allSatisfy(project.codes.indices.contains))
        if let participant = quotation.participant { precondition(project.participants.indices.contains(participant)) }
        guard let range = quotation.range, let text = project.documents[quotation.document].text else { continue }
        let scalars = text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
        precondition(String(String.UnicodeScalarView(scalars)) == quotation.text)
    }
}

extension ImportLimits {
    /// Limits under which the largest input is done in a moment.
    static var small: ImportLimits {
        var limits = ImportLimits()
        limits.entrySize = 4 << 20
        limits.unpackedSize = 8 << 20
        limits.databaseSteps = 20_000
        limits.cells = 200_000
        limits.codings = 20_000
        limits.codes = 5_000
        return limits
    }
}
