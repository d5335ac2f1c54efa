import Fingerprints
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
    private func fingerprint(_ texts: String...) -> Fingerprint {
        Fingerprint { for text in texts { $0.add(text) } }
    }

    @Test("are the same in every process and on every machine")
    func stable() {
        #expect(fingerprint("tea", "", "with milk and a biscuit").text == "ea1fe0ef9a2d8b4c4d56460947a851dd")
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

    @Test("are those of the length, of words of eight bytes, and of the rest as digits", arguments: 0..<40)
    func words(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 129) }
        let expected = Fingerprint {
            $0.add(length)
            for start in stride(from: 0, to: length, by: 8) {
                let word = bytes[start..<min(start + 8, length)]
                let digits = word.count == 8 ? Array(word.reversed()) : Array(word)
                $0.add(Int(truncatingIfNeeded: digits.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }))
            }
        }
        #expect(Fingerprint { $0.add(bytes) } == expected)
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
