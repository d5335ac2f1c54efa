import Fingerprints
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
    private func fingerprint(_ texts: String...) -> Fingerprint {
        Fingerprint { for text in texts { $0.add(text) } }
    }

    @Test("are the same in every process and on every machine")
    func stable() {
        #expect(fingerprint("tea", "", "with milk and a biscuit").text == "14e6288bb3ea8e0f819f181860f6cd93")
        #expect(Fingerprint { $0.add(-1) }.text == "77e311b46e765edbf2d5f7935e70d38a")
    }

    @Test("tell contents apart by every bit, by their length and by where one ends and the next begins")
    func different() {
        var all: [Fingerprint] = [fingerprint(), fingerprint(""), fingerprint("", "")]
        all += [fingerprint("ab", "c"), fingerprint("a", "bc"), fingerprint("abc"), fingerprint("abc", "")]
        for length in 0..<40 { all.append(Fingerprint { $0.add([UInt8](repeating: 0, count: length + 2)) }) }
        let bytes = (0..<37).map { UInt8($0) }
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            all.append(Fingerprint { $0.add(changed) })
        }
        #expect(Set(all).count == all.count)
    }

    @Test("are those of the length, of words of eight bytes two by two, and of the rest as digits", arguments: 0..<70)
    func words(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 129) }
        let words = stride(from: 0, to: length, by: 8).map { start in
            let word = bytes[start..<min(start + 8, length)]
            let digits = word.count == 8 ? Array(word.reversed()) : Array(word)
            return digits.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        var lanes = Lanes()
        lanes.take(UInt64(length))
        var position = 0
        while position < words.count {
            // The rest is taken alone, and so is a whole word that has no other with it.
            if position * 8 + 16 <= length {
                lanes.take(words[position], words[position + 1])
                position += 2
            } else {
                lanes.take(words[position])
                position += 1
            }
        }
        lanes.take(0)
        #expect(Fingerprint { $0.add(bytes) } == Fingerprint(lanes.first, lanes.second))
    }

    /// What a fingerprint is, said as plainly as possible.
    private struct Lanes {
        var first: UInt64 = 0x243F_6A88_85A3_08D3
        var second: UInt64 = 0x1319_8A2E_0370_7344

        mutating func take(_ word: UInt64) {
            first = folded(first ^ word ^ 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)
            second = folded(second ^ word &+ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
        }

        mutating func take(_ word: UInt64, _ next: UInt64) {
            first = folded(first ^ word ^ 0xA076_1D64_78BD_642F, next ^ 0xE703_7ED1_A0B4_28DB)
            second = folded(second ^ next &+ 0x8EBC_6AF0_9C88_C6E3, word ^ 0x5899_65CC_7537_4CC3)
        }

        private func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
            let product = left.multipliedFullWidth(by: right)
            return product.high ^ product.low
        }
    }

    @Test("do not depend on how bytes lie in memory")
    func alignment() {
        let bytes = (0..<64).map { UInt8($0) }
        for start in 0..<9 {
            let part = bytes[start..<start + 40]
            let copied = Array(part)
            let there = part.withUnsafeBytes { bytes in Fingerprint { $0.add(bytes) } }
            #expect(there == Fingerprint { $0.add(copied) })
        }
    }
}
