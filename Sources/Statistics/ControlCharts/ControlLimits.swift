/// The mean and the process limits of one group of a control chart.
///
/// Limits are never clipped: those of a percentage may exceed 100, and those of a count may be below 0.
/// - Unit: that of the values.
/// - Missing: the limits are `nil` where no moving range can be used: a single point, gaps everywhere, or a constant
///   baseline under screening.
/// - Source: NHSRplotthedots 0.2.2; XmR constants 2.66 and 3.267.
public struct ControlLimits: Sendable, Equatable {
  /// The arithmetic mean of the baseline.
  public let mean: Double
  /// The mean of the moving ranges that were kept.
  public let averageMovingRange: Double?

  /// The upper process limit: mean plus 2.66 average moving ranges.
  public var upper: Double? { above(Self.limitFactor) }
  /// The lower process limit: mean minus 2.66 average moving ranges.
  public var lower: Double? { below(Self.limitFactor) }
  /// Two thirds of the way from the mean to the upper limit.
  public var upperNear: Double? { above(Self.nearFactor) }
  /// Two thirds of the way from the mean to the lower limit.
  public var lowerNear: Double? { below(Self.nearFactor) }
  /// One process sigma: a third of the way from the mean to a limit.
  public var sigma: Double? { averageMovingRange.map { $0 * (Self.limitFactor / 3) } }

  private static let limitFactor = 2.66
  private static let nearFactor = 2 * (2.66 / 3)
  private static let screeningFactor = 3.267

  private func above(_ factor: Double) -> Double? { averageMovingRange.map { mean + factor * $0 } }
  private func below(_ factor: Double) -> Double? { averageMovingRange.map { mean - factor * $0 } }

  /// The limits from these rows; `nil` when none of them has a value.
  init?(baseline: ArraySlice<Double?>, screensOutliers: Bool) {
    var values = ExactMean()
    for case let value? in baseline { values.add(value) }
    guard let mean = values.value else { return nil }
    self.mean = mean
    let unscreened = Self.averageMovingRange(baseline, below: .infinity)
    averageMovingRange =
      screensOutliers
      ? unscreened.flatMap { Self.averageMovingRange(baseline, below: Self.screeningFactor * $0) } : unscreened
  }

  /// The mean of the moving ranges that are smaller than `bound`; a missing row removes the two ranges beside it.
  private static func averageMovingRange(_ rows: ArraySlice<Double?>, below bound: Double) -> Double? {
    var ranges = ExactMean()
    var previous: Double?
    for value in rows {
      if let value, let previous {
        let movingRange = (value - previous).magnitude
        if movingRange < bound { ranges.add(movingRange) }
      }
      previous = value
    }
    return ranges.value
  }
}
