/// The file beside an SQLite database that holds what was written last. It is applied here, in memory, so that no
/// file has to be opened for writing.
enum WriteAheadLog {
    /// Puts the pages of all complete transactions into the image of a database. A log that is not sound changes nothing;
    /// one that is sound up to a place counts up to there, as it does for SQLite.
    static func apply(_ log: [UInt8], to image: inout [UInt8], limit: Int) {
        guard log.count >= 32 else { return }
        let magic = number(log, 0)
        guard magic == 0x377F_0682 || magic == 0x377F_0683 else { return }
        let isBigEndian = magic & 1 == 1
        let pageSize = Int(number(log, 8))
        let size = Int(image[16]) << 8 | Int(image[17])
        guard pageSize == (size == 1 ? 65_536 : size), (512...65_536).contains(pageSize) else { return }
        var sum = Checksum(isBigEndian: isBigEndian)
        sum.add(log[0..<24])
        guard sum.first == number(log, 24), sum.second == number(log, 28) else { return }

        var pages: [UInt32: Int] = [:]
        var committed: [UInt32: Int] = [:]
        var pageCount = 0
        var frame = 32
        while frame + 24 + pageSize <= log.count {
            guard log[frame + 8..<frame + 16].elementsEqual(log[16..<24]) else { break }
            sum.add(log[frame..<frame + 8])
            sum.add(log[frame + 24..<frame + 24 + pageSize])
            guard sum.first == number(log, frame + 16), sum.second == number(log, frame + 20) else { break }
            pages[number(log, frame)] = frame + 24
            let commit = Int(number(log, frame + 4))
            if commit > 0 {
                guard commit * pageSize <= limit else { break }
                committed.merge(pages) { _, new in new }
                pages = [:]
                pageCount = commit
            }
            frame += 24 + pageSize
        }
        guard pageCount > 0 else { return }
        let wanted = pageCount * pageSize
        if image.count > wanted { image.removeLast(image.count - wanted) }
        if image.count < wanted { image.append(contentsOf: repeatElement(0, count: wanted - image.count)) }
        for (page, start) in committed where page >= 1 && Int(page) <= pageCount {
            let place = (Int(page) - 1) * pageSize
            image.replaceSubrange(place..<place + pageSize, with: log[start..<start + pageSize])
        }
    }

    private static func number(_ bytes: [UInt8], _ index: Int) -> UInt32 {
        bytes[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The running sum that SQLite keeps over a log.
    private struct Checksum {
        let isBigEndian: Bool
        var first: UInt32 = 0
        var second: UInt32 = 0

        init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

        mutating func add(_ bytes: ArraySlice<UInt8>) {
            var index = bytes.startIndex
            while index + 8 <= bytes.endIndex {
                first = first &+ word(bytes, index) &+ second
                second = second &+ word(bytes, index + 4) &+ first
                index += 8
            }
        }

        private func word(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt32 {
            let parts = (0..<4).map { UInt32(bytes[index + (isBigEndian ? $0 : 3 - $0)]) }
            return parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]
        }
    }
}
