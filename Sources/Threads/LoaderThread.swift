import CLinux
import Glibc

/// A thread that works in the background; no signal is ever delivered to it, except those of its own crashes.
public struct LoaderThread {
  private let thread: pthread_t?

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts a thread; where the operating system grants none, the work is done at once.
  public init(_ body: @escaping @Sendable () -> Void) {
    thread = LoaderThread.create(body)
    if thread == nil { body() }
  }

  private init(_ thread: pthread_t) { self.thread = thread }

  /// Starts a thread that no caller waits for; returns whether the operating system grants one.
  public static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = create(body) else { return false }
    LoaderThread(thread).detach()
    return true
  }

  private static func create(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { work in
        let stack = clinux_enter_thread()
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
        clinux_leave_thread(stack)
        return nil
      }, work.toOpaque())
    guard failure != 0 else { return thread }
    work.release()
    return nil
  }

  /// Waits for its end.
  public func join() {
    if let thread { pthread_join(thread, nil) }
  }

  /// Lets it end by itself.
  public func detach() {
    if let thread { pthread_detach(thread) }
  }
}
