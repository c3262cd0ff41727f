/// One organisation on a funnel plot: its share, the limits for its size and which side of them it is.
public struct FunnelPoint: Sendable, Equatable {
  /// The position of an organisation relative to the limits for its size; a share on a limit is inside.
  public enum Position: String, Sendable, CaseIterable {
    /// Below the 99.8% limits.
    case belowAlarm = "below 99.8%"
    /// Below the 95% limits.
    case belowWarning = "below 95%"
    /// Inside the limits: not different from the others.
    case inside = "inside"
    /// Above the 95% limits.
    case aboveWarning = "above 95%"
    /// Above the 99.8% limits.
    case aboveAlarm = "above 99.8%"
  }

  /// The share, 0...1; `nil` with denominator 0.
  public let share: Double?
  /// The limits for its size; `nil` with denominator 0.
  public let limits: FunnelLimits?
  /// Its position; `nil` with denominator 0.
  public let position: Position?

  /// An organisation with denominator 0.
  static let absent = FunnelPoint(share: nil, limits: nil, position: nil)

  private init(share: Double?, limits: FunnelLimits?, position: Position?) {
    (self.share, self.limits, self.position) = (share, limits, position)
  }

  /// An organisation among the others.
  init(_ count: Funnel.Count, centre: Double, varianceBetween: Double) {
    guard count.denominator > 0 else {
      self = .absent
      return
    }
    let share = count.numerator / count.denominator
    let limits = FunnelLimits(
      centre: centre, denominator: count.denominator, varianceBetween: varianceBetween)
    self.init(share: share, limits: limits, position: Self.position(share, limits))
  }

  private static func position(_ share: Double, _ limits: FunnelLimits) -> Position {
    if share < limits.alarm.lowerBound { return .belowAlarm }
    if share > limits.alarm.upperBound { return .aboveAlarm }
    if share < limits.warning.lowerBound { return .belowWarning }
    if share > limits.warning.upperBound { return .aboveWarning }
    return .inside
  }
}
