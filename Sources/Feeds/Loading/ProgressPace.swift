import CLinux
import Threads

/// How often progress is reported: at once when there is a first figure, then ten times a second, so that reporting
/// never takes longer than reading.
final class ProgressPace: Sendable {
  private struct Told {
    var moment = clinux_monotonic_milliseconds()
    var hasFigures = false
  }

  private static let milliseconds: Int64 = 100
  private let told = Locked(Told())

  /// Whether this progress should be reported.
  func isDue(hasFigures: Bool) -> Bool {
    let now = clinux_monotonic_milliseconds()
    return told.withLock { told in
      guard hasFigures && !told.hasFigures || now - told.moment >= ProgressPace.milliseconds else { return false }
      told = Told(moment: now, hasFigures: told.hasFigures || hasFigures)
      return true
    }
  }
}

/// How often an incomplete board is made while its files are read: after a second, then each time after as long again,
/// so that making boards never takes longer than reading.
final class FillingPace: Sendable {
  private let start = clinux_monotonic_milliseconds()
  /// When it is next due; `nil` while it is being done.
  private let due: Locked<Int64?>

  /// Due for the first time after this many milliseconds.
  init(first: Int64 = 1000) { due = Locked(first) }

  /// Does it, if it is due and no other thread is doing it.
  func ifDue(_ fill: () -> Void) {
    let isMine = due.withLock { due in
      guard let moment = due, clinux_monotonic_milliseconds() - start >= moment else { return false }
      due = nil
      return true
    }
    guard isMine else { return }
    fill()
    due.withLock { $0 = (clinux_monotonic_milliseconds() - start) * 2 }
  }
}
