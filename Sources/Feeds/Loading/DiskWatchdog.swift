import CLinux
import Threads

/// What the threads of one pass are asking of the disk, so that a waiting thread can distinguish a long file from a
/// disk that never answers.
final class DiskWatchdog: Sendable {
  private struct State {
    /// By thread: the path, and since when there has been no progress.
    var asked: [Int: (path: String, since: Int64)] = [:]
    var abandonedAt: String?
    var isStopped = false
  }

  private let state = Locked(State())
  /// Milliseconds on a monotonic clock.
  private let clock: @Sendable () -> Int64

  init(clock: @escaping @Sendable () -> Int64 = { clinux_monotonic_milliseconds() }) { self.clock = clock }

  /// The path at which the pass was abandoned, after which its result is not wanted; `nil` while a thread waits for it.
  var abandonedAt: String? { state.withLock { $0.abandonedAt } }
  /// Whether no thread waits for the pass any more.
  var isAbandoned: Bool { abandonedAt != nil }

  /// Whether no further file should be read.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Lets the pass end with the files that are being read now.
  func stop() { state.withLock { $0.isStopped = true } }

  /// Abandons the pass if the disk has not answered for this long; returns the path that does not answer.
  func abandon(after patience: Int64) -> String? {
    let now = clock()
    return state.withLock { state in
      guard let oldest = state.asked.values.min(by: { $0.since < $1.since }), now - oldest.since >= patience else {
        return nil
      }
      state.abandonedAt = oldest.path
      return oldest.path
    }
  }

  /// Records that a thread asks for something at a path; repeated calls show progress.
  func note(_ path: String, thread: Int) {
    let now = clock()
    state.withLock { $0.asked[thread] = (path, now) }
  }

  /// Records that the thread has got what it asked for.
  func done(thread: Int) { _ = state.withLock { $0.asked.removeValue(forKey: thread) } }

  /// The path that has not answered for longest, and since when on the monotonic clock; `nil` while nothing is asked
  /// for.
  var oldest: (path: String, since: Int64)? {
    state.withLock { $0.asked.values.min { $0.since < $1.since } }
  }
}
