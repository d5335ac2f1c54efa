import Foundation
import Synchronization

@testable import Publishing

/// Counts the changes to the disk, and from one of them on refuses all, as if the process had been killed.
final class Killer: Sendable {
    private let left: Mutex<Int>
    private let refused: @Sendable (PublishingError.Operation) -> Int32

    /// Dies before the change of that number; other changes go through unless `refused` says otherwise.
    init(before number: Int, refused: @escaping @Sendable (PublishingError.Operation) -> Int32 = { _ in 0 }) {
        left = Mutex(number)
        self.refused = refused
    }

    var isDead: Bool { left.withLock { $0 < 0 } }

    func callAsFunction(_ operation: PublishingError.Operation, _ path: String) -> Int32 {
        let dead = left.withLock { left in
            left -= 1
            return left < 0
        }
        return dead ? EIO : refused(operation)
    }
}
