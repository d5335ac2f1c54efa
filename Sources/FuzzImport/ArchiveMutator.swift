import CFuzzer

/// Changes what stands in an archive rather than the archive: a changed byte of a packed file only breaks its checksum.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: CUnsignedInt) -> Int {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    // Now and then the archive itself is what is changed.
    guard seed % 8 != 0, var archive = StoredArchive(bytes), !archive.files.isEmpty else {
        return LLVMFuzzerMutate(data, count, limit)
    }
    let index = Int(seed / 8) % archive.files.count
    var content = archive.files[index].content
    let room = min(limit - count, 4096)
    let size = content.count
    content.append(contentsOf: repeatElement(0, count: max(0, room)))
    let changed = content.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { LLVMFuzzerMutate($0, size, buffer.count) } ?? 0
    }
    archive.files[index].content = Array(content[..<changed])
    let packed = archive.bytes
    guard packed.count <= limit else { return LLVMFuzzerMutate(data, count, limit) }
    for (place, byte) in packed.enumerated() { data[place] = byte }
    return packed.count
}
