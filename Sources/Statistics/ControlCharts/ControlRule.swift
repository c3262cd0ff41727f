/// The one label of a control chart's point: the rule that it broke and on which side, or common cause.
///
/// The raw values are the reference's own texts, as in `special_cause_type`.
/// - Source: NHSRplotthedots 0.2.2.
public enum ControlRule: String, Sendable, CaseIterable {
  /// No rule: the noise of a steady process.
  case commonCause = "Common Cause"
  /// Beyond the upper limit.
  case aboveUpperLimit = "Above UCL"
  /// Beyond the lower limit.
  case belowLowerLimit = "Below LCL"
  /// One of several points in a row that are each above the one before.
  case trendIncreasing = "7 Point Trend (Increasing)"
  /// One of several points in a row that are each below the one before.
  case trendDecreasing = "7 Point Trend (Decreasing)"
  /// One of two near the upper limit, out of three above the mean.
  case twoInThreeAbove = "2 in 3 Above CL"
  /// One of two near the lower limit, out of three below the mean.
  case twoInThreeBelow = "2 in 3 Below CL"
  /// One of several points in a row above the mean.
  case runAbove = "7 Points Above CL"
  /// One of several points in a row below the mean.
  case runBelow = "7 Points Below CL"

  /// The reference's text, with the lengths of these options in place of seven.
  public func label(_ options: ControlChartOptions) -> String {
    switch self {
    case .trendIncreasing, .trendDecreasing: return label(options.trendLength)
    case .runAbove, .runBelow: return label(options.runLength)
    case .commonCause, .aboveUpperLimit, .belowLowerLimit, .twoInThreeAbove, .twoInThreeBelow: return rawValue
    }
  }

  private func label(_ length: PatternLength) -> String { String(length.rawValue) + rawValue.dropFirst() }

  /// Whether the point is a special cause.
  public var isSpecialCause: Bool { self != .commonCause }

  /// Whether the signal is high or rising; `nil` for common cause.
  public var isHigh: Bool? {
    switch self {
    case .commonCause: return nil
    case .aboveUpperLimit, .trendIncreasing, .twoInThreeAbove, .runAbove: return true
    case .belowLowerLimit, .trendDecreasing, .twoInThreeBelow, .runBelow: return false
    }
  }
}
