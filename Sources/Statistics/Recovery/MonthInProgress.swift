/// A month that is not over: the breaches still allowed, and the performance needed on the remaining days.
///
/// Each remaining day is expected to bring the mean of its own weekday over the last eight weeks. Allowed breaches are
/// `floor((1 − t) × (seen + expected)) − breaches`; the performance needed is `1 − allowed ÷ expected`.
/// - Source: docs/metrics.md, "What a variance means".
public struct MonthInProgress: Sendable, Equatable {
  /// Days of the month that have no return yet: 0 or more.
  public let daysLeft: Int
  /// Attendances expected on the remaining days, in 840ths: every mean over one to eight days is a whole number of
  /// them.
  let expectedParts: Int
  /// Breaches still allowed on the remaining days; below 0 when more have happened than the whole month allows.
  public let allowed: Int

  /// A mean of one to eight whole numbers is a whole number of 840ths.
  private static let parts = 840
  private static let weeks = 8

  /// A month so far: attendances seen and breaches among them, against a target.
  ///
  /// `recentDays` are the attendances of consecutive days up to the latest with a return, oldest first, `nil` for a day
  /// without one; only the last 56 are used. The result is `nil` for impossible counts, and when the weekday of a
  /// remaining day has no return in those weeks.
  public init?(seen: Int, breaches: Int, recentDays: [Int?], daysLeft: Int, target: TargetShare) {
    guard breaches >= 0, seen >= breaches, (0...366).contains(daysLeft),
      let expectedParts = Self.expectedParts(recentDays, daysLeft: daysLeft)
    else { return nil }
    let attendances = Int128(seen) * Int128(Self.parts) + Int128(expectedParts)
    let allowedInAll = attendances * Int128(target.allowance) / (Int128(Self.parts) * Int128(target.whole))
    self.daysLeft = daysLeft
    self.expectedParts = expectedParts
    allowed = Int(clamping: allowedInAll - Int128(breaches))
  }

  /// Attendances expected on the remaining days.
  public var expected: Double { Double(expectedParts) / Double(Self.parts) }

  /// The share of patients on the remaining days who must be within the standard, in percent; 0 when all of them may
  /// breach. `nil` when the target is out of reach, and when no attendance is expected.
  public var needed: Double? {
    guard allowed >= 0, expectedParts > 0 else { return nil }
    return max(0, 100 * (1 - Double(allowed) / expected))
  }

  /// By how many breaches the target is missed even if there are no more; `nil` while it is within reach.
  public var outOfReachBy: Int? { allowed < 0 ? -allowed : nil }

  /// The sum over the remaining days of their weekdays' means, in 840ths.
  private static func expectedParts(_ days: [Int?], daysLeft: Int) -> Int? {
    var total = 0
    for day in 0..<daysLeft {
      guard let mean = meanParts(days, weekday: day % 7) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(mean)
      if overflow { return nil }
      total = sum
    }
    return total
  }

  /// The mean over eight weeks of the weekday that comes `weekday + 1` days after the latest, in 840ths.
  private static func meanParts(_ days: [Int?], weekday: Int) -> Int? {
    var sum = 0
    var count = 0
    for week in 1...weeks {
      let index = days.count + weekday - 7 * week
      guard index >= 0, let attendances = days[index] else { continue }
      guard (0...1_000_000_000).contains(attendances) else { return nil }
      sum += attendances
      count += 1
    }
    return count > 0 ? sum * parts / count : nil
  }
}
