import Statistics

/// A month for which only some days have been returned.
public struct MonthSoFar: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// Days with a return.
  public let days: Int
  /// The share so far, in percent.
  public let percent: Ratio
  /// How many breaches are still allowed, and what is still needed.
  public let remaining: MonthInProgress

  /// Whether both show the same.
  public static func == (left: MonthSoFar, right: MonthSoFar) -> Bool {
    left.month == right.month && left.days == right.days && left.percent == right.percent
  }
  /// Hashes the month alone, which suffices for what is shown.
  public func hash(into hasher: inout Hasher) { hasher.combine(month) }
}

extension Board {
  /// The month after the last one that was published, from daily returns; `nil` where there are none, or where the
  /// month is complete.
  public func monthInProgress(_ key: Series.Key, target: TargetShare) -> MonthSoFar? {
    let days = series(key, grain: .day)
    // Rows prepared for days to come have no return.
    guard case .day(let last)? = days.points.last(where: { $0.measurement.isKnown })?.period,
      series(key)[.month(last.month)]?.measurement.isReturned != true, last < last.month.lastDay
    else { return nil }
    var seen = Count.zero
    var within = Count.zero
    var present = 0
    for point in days.points where point.period.month == last.month {
      guard case .share(let good, let all) = point.measurement else { continue }
      seen = seen + all
      within = within + good
      present += 1
    }
    let recent = (0..<56).reversed().map { before -> Int? in
      guard case .share(_, let all)? = days[.day(last.advanced(by: -before))]?.measurement else { return nil }
      return all.halves / 2
    }
    guard present > 0, seen.parts > 0,
      let remaining = MonthInProgress(
        seen: seen.halves / 2, breaches: (seen - within).halves / 2, recentDays: recent,
        daysLeft: last.days(until: last.month.lastDay), target: target)
    else { return nil }
    return MonthSoFar(
      month: last.month, days: present, percent: within.ratio * Ratio(100) / seen.ratio, remaining: remaining)
  }
}
