import CLinux

/// What the threads of one visit are asking of the disk, so that whoever waits for them can tell a long file from a disk
/// that never answers.
final class DiskWatchdog: Sendable {
  private struct State {
    /// By thread: the path, and since when there has been no sign of life.
    var asked: [Int: (path: String, since: Int64)] = [:]
    var abandonedAt: String?
    var isStopped = false
  }

  private let state = Locked(State())
  /// Milliseconds on a clock that never goes back.
  private let clock: @Sendable () -> Int64

  init(clock: @escaping @Sendable () -> Int64 = { clinux_monotonic_milliseconds() }) { self.clock = clock }

  /// Where the visit was given up; what it yields after this is not wanted. `nil` while somebody waits for it.
  var abandonedAt: String? { state.withLock { $0.abandonedAt } }
  /// Whether nobody waits for the visit any more.
  var isAbandoned: Bool { abandonedAt != nil }

  /// Whether no further file is to be read.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Lets the visit end with the files that are being read.
  func stop() { state.withLock { $0.isStopped = true } }

  /// Gives the visit up if the disk has not answered for so many milliseconds; the path it does not answer for.
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

  /// Notes that a thread, known by a number of its own, asks for something at a path; again to show that it got some.
  func note(_ path: String, thread: Int) {
    let now = clock()
    state.withLock { $0.asked[thread] = (path, now) }
  }

  /// Notes that the thread has got what it asked for.
  func done(thread: Int) { _ = state.withLock { $0.asked.removeValue(forKey: thread) } }

  /// The path that has not answered for longest, and since when on the monotonic clock; `nil` while nothing is asked for.
  var oldest: (path: String, since: Int64)? {
    state.withLock { $0.asked.values.min { $0.since < $1.since } }
  }
}
