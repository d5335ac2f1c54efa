extension [UInt8] {
    /// Appends the UTF-8 of a string as it is.
    @inlinable
    public mutating func append(utf8 string: String) { string.withBytes { append(contentsOf: $0) } }

    /// Appends the UTF-8 of a literal.
    @inlinable
    public mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends a whole number in decimal digits.
    @inlinable
    public mutating func append(decimal number: Int) {
        if (0...9).contains(number) { append(0x30 + UInt8(number)) } else { append(digitsOf: number) }
    }

    @usableFromInline
    mutating func append(digitsOf number: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestNumber) { room in
            append(contentsOf: UnsafeBufferPointer(rebasing: room[..<Self.write(number, to: room[...])]))
        }
    }

    /// Appends whole numbers in decimal digits, each after a byte that parts it from the one before.
    ///
    /// Hot: tables of counts have hundreds of thousands of them.
    public mutating func append(decimals numbers: ArraySlice<Int>, eachAfter separator: UInt8) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: numbers.count * (1 + Self.longestNumber)) { room in
            var end = 0
            for number in numbers {
                room.initializeElement(at: end, to: separator)
                end += 1
                if (0...9).contains(number) {
                    room.initializeElement(at: end, to: 0x30 + UInt8(number))
                    end += 1
                } else {
                    end += Self.write(number, to: room[end...])
                }
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: room[..<end]))
        }
    }

    /// The longest number has nineteen digits and a sign.
    private static var longestNumber: Int { 20 }

    /// Writes the digits of a number, and says how many bytes these are.
    private static func write(_ number: Int, to room: Slice<UnsafeMutableBufferPointer<UInt8>>) -> Int {
        let start = room.startIndex
        var end = start
        var rest = number.magnitude
        // The last digit first.
        repeat {
            room.base.initializeElement(at: end, to: 0x30 + UInt8(rest % 10))
            end += 1
            rest /= 10
        } while rest > 0
        if number < 0 {
            room.base.initializeElement(at: end, to: UInt8(ascii: "-"))
            end += 1
        }
        room.base[start..<end].reverse()
        return end - start
    }
}
