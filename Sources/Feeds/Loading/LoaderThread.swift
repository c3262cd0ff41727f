import CLinux
import Glibc

/// A thread that loads in the background; no signal is ever delivered to it.
struct LoaderThread {
  private let thread: pthread_t?

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts a thread; where the system grants none, the work is done at once.
  init(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { work in
        clinux_block_signals()
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    if failure == 0 {
      self.thread = thread
    } else {
      self.thread = nil
      work.takeRetainedValue().body()
    }
  }

  /// Waits for its end.
  func join() {
    if let thread { pthread_join(thread, nil) }
  }

  /// Lets it end by itself.
  func detach() {
    if let thread { pthread_detach(thread) }
  }
}
