extension DocumentText {
    /// What a position means in bytes; negative values are `Counting.inside` and `Counting.outside`.
    enum Counting {
        /// The position falls into the middle of a character.
        static let inside = -1
        /// The position lies beyond the end of the text.
        static let outside = -2
    }

    /// The way that means the same in this text and is the simplest.
    func simplest(_ way: PositionReading.Way) -> PositionReading.Way {
        var way = way
        switch way.lineEnds {
        case .asWritten: break
        case .one: if !features.hasCarriageReturnPairs { way.lineEnds = .asWritten }
        case .two: if !features.hasLoneLineFeeds { way.lineEnds = .asWritten }
        }
        if !hasByteOrderMark { way.countsByteOrderMark = false }
        switch way.unit {
        case .bytes where !features.hasNonASCII: if !way.countsByteOrderMark { way.unit = .codePoints }
        case .utf16 where !features.hasAstral: way.unit = .codePoints
        default: break
        }
        return way
    }

    /// How many code points the text has, as it stands in the file.
    var codePointCount: Int { bytes.count { $0 & 0xC0 != 0x80 } }

    /// The byte offsets of ascending positions, in one pass over the text.
    func offsets(of positions: [Int], _ way: PositionReading.Way) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(positions.count)
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            var count = way.countsByteOrderMark ? (way.unit == .bytes ? 3 : 1) : 0
            for position in positions {
                while count < position, index < bytes.count {
                    let byte = bytes[index]
                    switch byte {
                    case 0x0A where way.lineEnds == .two:
                        count += index > 0 && bytes[index - 1] == 0x0D ? 1 : 2
                        index += 1
                    case 0x0D where way.lineEnds == .one && index + 1 < bytes.count && bytes[index + 1] == 0x0A:
                        index += 2
                        count += 1
                    case 0..<0x80:
                        index += 1
                        count += 1
                    default:
                        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                        index += length
                        switch way.unit {
                        case .codePoints: count += 1
                        case .utf16: count += length == 4 ? 2 : 1
                        case .bytes: count += length
                        }
                    }
                }
                result.append(count == position ? index : count > position ? Counting.inside : Counting.outside)
            }
        }
        return result
    }

    /// How many code points of the shown text stand before ascending byte offsets.
    func codePoints(before offsets: [Int]) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(offsets.count)
        var index = 0
        var count = 0
        var next = 0
        for offset in offsets {
            while index < offset {
                if next < edits.count, edits[next].range.lowerBound <= index {
                    count += edits[next].shown.count { $0 & 0xC0 != 0x80 }
                    index = edits[next].range.upperBound
                    next += 1
                } else {
                    let isPairStart = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                    if bytes[index] & 0xC0 != 0x80 { count += 1 }
                    index += isPairStart ? 2 : 1
                }
            }
            result.append(count)
        }
        return result
    }
}
