import CLinux

/// How often progress is told: at once when the first figure is there, then ten times a second, so that telling it
/// never takes longer than reading.
final class ProgressPace: Sendable {
  private struct Told {
    var moment = clinux_monotonic_milliseconds()
    var hasFigures = false
  }

  private static let milliseconds: Int64 = 100
  private let told = Locked(Told())

  /// Whether this progress should be told.
  func isDue(hasFigures: Bool) -> Bool {
    let now = clinux_monotonic_milliseconds()
    return told.withLock { told in
      guard hasFigures && !told.hasFigures || now - told.moment >= ProgressPace.milliseconds else { return false }
      told = Told(moment: now, hasFigures: told.hasFigures || hasFigures)
      return true
    }
  }
}
