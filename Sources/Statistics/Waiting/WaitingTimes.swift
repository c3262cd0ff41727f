/// A waiting list by weeks waited: how many patients in each week, and from that the median and the long waits.
///
/// Band `k` contains those who have waited more than `k` weeks and at most `k + 1`; the last band is open. A percentile
/// is found by linear interpolation: the `p% × total`th patient is in the first band whose running total reaches that
/// number, and patients are assumed to be spread evenly over the week of their band.
/// - Missing: an empty list has no percentile; in the open band, only a minimum number of weeks is known.
/// - Source: NHS England, RTT waiting times statistics, bands `Gt 00 To 01 Weeks` to `Gt 104 Weeks`, or to
///   `Gt 52 Weeks` in older files.
public struct WaitingTimes: Sendable, Equatable {
  /// Patients by week waited, the shortest first; 53 or 105 bands.
  public let bands: [UInt32]
  /// Everyone on the list.
  public let total: Int

  /// How many weeks the closed bands cover: 52 or 104.
  public var closedWeeks: Int { bands.count - 1 }

  /// A list from its weekly bands; `nil` unless there are 52 or 104 closed bands and an open one.
  public init?(bands: [UInt32]) {
    guard bands.count == 53 || bands.count == 105 else { return nil }
    self.bands = bands
    total = bands.reduce(0) { $0 + Int($1) }
  }

  /// How many have waited more than this many weeks; `nil` where the bands do not show it.
  public func over(weeks: Int) -> Int? {
    guard (0...closedWeeks).contains(weeks) else { return nil }
    return bands[weeks...].reduce(0) { $0 + Int($1) }
  }

  /// How many have waited this many weeks or less; `nil` where the bands do not show it.
  public func within(weeks: Int) -> Int? { over(weeks: weeks).map { total - $0 } }

  /// How many have waited more than `weeks - 1` weeks and at most `weeks`: those who pass `weeks` within the next seven
  /// days unless they are treated. `nil` where the bands do not show it.
  public func tippingOver(weeks: Int) -> Int? {
    (1...closedWeeks).contains(weeks) ? Int(bands[weeks - 1]) : nil
  }

  /// The wait that half have not exceeded.
  public var median: WaitingTime? { percentile(50) }

  /// The wait that 92 in 100 have not exceeded: 18 weeks or less when the standard is met.
  public var percentile92: WaitingTime? { percentile(92) }

  /// The wait that `percent` in 100 have not exceeded, for 1...100; `nil` for an empty list.
  public func percentile(_ percent: Int) -> WaitingTime? {
    guard total > 0, (1...100).contains(percent) else { return nil }
    // In hundredths of a patient, so that the band never depends on rounding.
    let rank = percent * total
    var before = 0
    for week in 0..<closedWeeks {
      let inBand = 100 * Int(bands[week])
      if before + inBand >= rank { return .weeks(Double(week) + Double(rank - before) / Double(inBand)) }
      before += inBand
    }
    return .atLeast(weeks: closedWeeks)
  }
}
