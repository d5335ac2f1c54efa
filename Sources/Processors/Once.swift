import Synchronization

/// A value that is made when it is first asked for, once, and then shared by all who ask, from whichever thread.
public final class Once<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    /// Nobody has asked yet.
    public init() {}

    /// The value; `make` makes it if nobody has yet. Who asks meanwhile waits.
    public func get(_ make: () -> Value) -> Value {
        value.withLock { value in
            if let value { return value }
            let made = make()
            value = made
            return made
        }
    }
}
