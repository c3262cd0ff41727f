import Glibc

/// A value that only one thread at a time may use.
///
/// It uses the operating system's own lock and not Swift's `Mutex`, because the thread sanitizer does not see the order
/// that a `Mutex` imposes and would report a race.
public final class Locked<Value>: @unchecked Sendable {
  private nonisolated(unsafe) var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  /// A locked value.
  public init(_ value: sending Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Calls a closure with the value while no other thread can use it; it must not be called from inside itself.
  public func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
