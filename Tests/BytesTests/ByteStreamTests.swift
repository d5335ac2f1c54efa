import Bytes
import Testing

@Suite("A stream of bytes")
struct ByteStreamTests {
    /// What was handed on, piece by piece.
    private final class Outlet {
        var pieces: [[UInt8]] = []
    }

    @Test("lets its bytes go when there are many, and keeps the rest")
    func handsOn() {
        let outlet = Outlet()
        var stream = ByteStream { outlet.pieces.append(Array($0)) }
        var all: [UInt8] = []
        for number in 0..<200_000 {
            stream.bytes.append(decimal: number)
            all.append(decimal: number)
            stream.pause()
            #expect(stream.bytes.count < ByteStream.many)
        }
        #expect(outlet.pieces.count == all.count / ByteStream.many)
        #expect(outlet.pieces.allSatisfy { ByteStream.many..<ByteStream.many + 6 ~= $0.count })
        #expect(outlet.pieces.flatMap(\.self) + stream.bytes == all)
    }

    @Test("keeps all where nobody takes them")
    func keeps() {
        var stream = ByteStream()
        let much = [UInt8](repeating: 0x61, count: ByteStream.many * 2)
        stream.bytes += much
        stream.pause()
        #expect(stream.bytes == much)
    }
}
