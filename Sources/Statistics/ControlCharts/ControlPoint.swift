/// One row of a control chart: its value, the limits it is tested against, and the result of the tests.
///
/// - Missing: a row without a value keeps its place, breaks every pattern and is common cause.
/// - Source: NHSRplotthedots 0.2.2.
public struct ControlPoint: Sendable, Equatable {
  /// The value, in the unit of the series; `nil` when there was no return.
  public let value: Double?
  /// The number of the group between rebases, from 0.
  public let group: Int
  /// The mean and limits of that group; `nil` when its baseline has no value at all.
  public let limits: ControlLimits?
  /// The one rule that labels the point: the first that applies of outside, trend, two in three, run.
  public internal(set) var rule = ControlRule.commonCause
  /// The direction in which the measure improves.
  let improvement: ImprovementDirection
  /// Above the mean 1, below it -1; 0 on it and where nothing is known.
  let side: Int8
  /// Whether the value is beyond a process limit; a value on the limit is inside.
  public let isOutside: Bool
  /// Whether the value is inside, but more than two thirds of the way from the mean to a limit.
  public let isCloseToLimits: Bool

  /// Above the mean 1, on it 0, below it -1; `nil` without a value or a mean.
  public var relativeToMean: Int? { value == nil || limits == nil ? nil : Int(side) }
  /// The mean of the group's baseline.
  public var mean: Double? { limits?.mean }
  /// The group's upper process limit.
  public var upper: Double? { limits?.upper }
  /// The group's lower process limit.
  public var lower: Double? { limits?.lower }
  /// Two thirds of the way from the mean to the upper limit.
  public var upperNear: Double? { limits?.upperNear }
  /// Two thirds of the way from the mean to the lower limit.
  public var lowerNear: Double? { limits?.lowerNear }
  /// Whether the signal is high or rising; `nil` for common cause.
  public var isHigh: Bool? { rule.isHigh }
  /// What the point means for the measure.
  public var type: ControlPointType { ControlPointType(rule, improvement: improvement) }

  /// A point that has not been tested yet.
  init(value: Double?, group: Int, limits: ControlLimits?, improvement: ImprovementDirection) {
    self.value = value
    self.group = group
    self.limits = limits
    self.improvement = improvement
    guard let value, let limits else {
      (side, isOutside, isCloseToLimits) = (0, false, false)
      return
    }
    side = (value > limits.mean ? 1 : 0) - (value < limits.mean ? 1 : 0)
    isOutside = Self.isBeyond(value, lower: limits.lower, upper: limits.upper)
    isCloseToLimits = !isOutside && Self.isBeyond(value, lower: limits.lowerNear, upper: limits.upperNear)
  }

  private static func isBeyond(_ value: Double, lower: Double?, upper: Double?) -> Bool {
    guard let lower, let upper else { return false }
    return value > upper || value < lower
  }
}
