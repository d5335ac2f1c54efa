import Synchronization

/// A value that is made when it is first asked for, once, and then shared by all who ask, from whichever thread.
public final class Once<Value: Sendable>: Sendable {
    private let made = AtomicLazyReference<Made<Value>>()
    private let making = Mutex(())

    /// Nobody has asked yet.
    public init() {}

    /// The value; `make` makes it if nobody has yet. Who asks meanwhile waits, and who asks later never does.
    public func get(_ make: () -> Value) -> Value {
        if let made = made.load() { return made.value }
        return making.withLock { _ in
            if let made = made.load() { return made.value }
            return made.storeIfNil(Made(make())).value
        }
    }
}

/// A value that is there for good, so that whoever has seen it need not ask for leave to read it.
final class Made<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
