import Synchronization

/// The series that had to be summed from shorter periods, so that each is summed once.
///
/// One view asks for the same months many times: for the latest period, the figures, the exceptions and the charts. A
/// board is immutable, so what was summed once holds for as long as the board does.
final class SumsOverTime: Sendable {
  private struct Asked: Hashable {
    let series: SeriesID
    let grain: Period.Grain
  }

  private let known = Mutex<[Asked: [SeriesPoint]]>([:])

  /// The points of a series at one grain: those that are known, otherwise those that the closure returns.
  ///
  /// Two threads that ask at once may both sum; neither waits for the other.
  func points(_ series: SeriesID, grain: Period.Grain, _ sum: () -> [SeriesPoint]) -> [SeriesPoint] {
    let asked = Asked(series: series, grain: grain)
    if let points = known.withLock({ $0[asked] }) { return points }
    let points = sum()
    known.withLock { $0[asked] = points }
    return points
  }
}
