import Glibc

/// A value that one thread at a time may touch.
///
/// It is kept behind the system's own lock and not behind Swift's `Mutex`, whose order of threads the thread sanitizer
/// does not see: what two threads do under one it would call a race.
public final class Locked<Value>: @unchecked Sendable {
  private nonisolated(unsafe) var value: Value
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>

  /// A value to begin with.
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

  /// Does something with the value while no other thread can; never from inside itself.
  public func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
