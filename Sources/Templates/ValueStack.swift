/// The values that a template has gone into, the innermost last.
///
/// Each stays at its address until it is left, so that what is asked of it is asked by address: nothing is copied,
/// counted or boxed for it. What is not left in the end is left with the stack.
@usableFromInline
struct ValueStack: ~Copyable {
    /// One value, or the items of a list.
    private struct Run {
        let first: UnsafeMutableRawPointer
        let count: Int
        let stride: Int
        let destroy: Destroy
        /// Where the next run had begun if this one had never been.
        let block: Int
        let used: Int
    }

    @usableFromInline typealias Destroy = @Sendable (UnsafeMutableRawPointer, Int) -> Void

    private struct Block {
        let start: UnsafeMutableRawPointer
        let size: Int
    }

    private static let blockSize = 8_192
    /// No type of Swift asks for more.
    private static let alignment = 16

    private var runs: [Run] = []
    private var blocks: [Block] = []
    /// The block that is being filled, and how much of it is.
    private var block = 0
    private var used = 0

    init() {}

    deinit {
        for run in runs.reversed() { run.destroy(run.first, run.count) }
        for block in blocks { block.start.deallocate() }
    }

    /// How many times something was gone into and not left.
    var depth: Int { runs.count }

    /// The address of the innermost value, or of the first of the innermost items.
    var top: UnsafeRawPointer? { runs.last.map { UnsafeRawPointer($0.first) } }

    /// How far the innermost items are from each other.
    var stride: Int { runs.last?.stride ?? 0 }

    /// Goes into a value. Gives the number of values, as the other does.
    @inlinable
    mutating func enter<Value>(_ value: Value) -> Int {
        reserve(Value.self, count: 1).initialize(to: value)
        return 1
    }

    /// Goes into the items of a list, if there are any. Gives their number.
    @inlinable
    mutating func enter<Value>(all items: [Value]) -> Int {
        if items.isEmpty { return 0 }
        let place = reserve(Value.self, count: items.count)
        _ = UnsafeMutableBufferPointer(start: place, count: items.count).initialize(fromContentsOf: items)
        return items.count
    }

    /// Leaves all that was gone into since there were so many.
    mutating func leave(to depth: Int) {
        while runs.count > depth, let run = runs.popLast() {
            run.destroy(run.first, run.count)
            block = run.block
            used = run.used
        }
    }

    /// Room for values that the caller puts there at once.
    @inlinable
    mutating func reserve<Value>(_ type: Value.Type, count: Int) -> UnsafeMutablePointer<Value> {
        let place = reserve(count, stride: MemoryLayout<Value>.stride) {
            $0.assumingMemoryBound(to: Value.self).deinitialize(count: $1)
        }
        return place.bindMemory(to: Value.self, capacity: count)
    }

    @usableFromInline
    mutating func reserve(_ count: Int, stride: Int, destroy: @escaping Destroy) -> UnsafeMutableRawPointer {
        let (oldBlock, oldUsed) = (block, used)
        let size = (count * stride + Self.alignment - 1) / Self.alignment * Self.alignment
        if blocks.isEmpty || used + size > blocks[block].size {
            if !blocks.isEmpty { block += 1 }
            used = 0
            // A block that is left over from before may be too small.
            if block == blocks.count || blocks[block].size < size { addBlock(of: size) }
        }
        let place = blocks[block].start + used
        used += size
        runs.append(
            Run(first: place, count: count, stride: stride, destroy: destroy, block: oldBlock, used: oldUsed)
        )
        return place
    }

    private mutating func addBlock(of size: Int) {
        let size = max(size, Self.blockSize)
        let start = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.alignment)
        blocks.insert(Block(start: start, size: size), at: block)
    }
}
