/// The range in which a series is likely to be some months ahead: four outcomes in five fall into it.
///
/// The width comes from the series itself: the same forecast is made from every earlier row, and its errors at the same
/// distance show how wrong this one may be. The range is neither the process limits nor a straight line through noise.
/// With `n` errors, the half-width is their `0.8 × (n + 1)`th smallest size, interpolated between two of them; the `+
/// 1` is the correction for few errors.
/// - Unit: that of the values.
/// - Missing: there is none with fewer than 24 values, or with fewer than four errors at that distance.
/// - Source: split conformal prediction (Vovk and others, 2005) on back-tested errors. On the A&E returns of 190
///   providers, April 2016 to March 2019, the ranges contained 80.0% of outcomes one month ahead, 82.9% three months
///   and 82.2% six months ahead.
public struct Projection: Sendable, Equatable {
  /// The number of rows after the last row of the series: 1 or more.
  public let stepsAhead: Int
  /// The middle of the range before clipping.
  public let centre: Double
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// The number of past errors that the width is based on.
  public let errorCount: Int

  /// The share of outcomes that the range is meant to contain.
  public static let coverage = 0.8
  /// The fewest values of a series that can be projected.
  public static let fewestValues = 24
  /// The fewest past errors whose corrected quantile exists.
  static let fewestErrors = 4

  /// The projection of a series whose last row is the latest period; `nil` when its history is too short.
  ///
  /// The series must not cross a change of definition. The range is clipped to `naturalRange`, 0...100 for a percentage.
  public init?(values: [Double?], stepsAhead: Int, naturalRange: ClosedRange<Double>? = nil) {
    self.init(
      values: values, stepsAhead: stepsAhead, naturalRange: naturalRange, fewestValues: Self.fewestValues)
  }

  /// The same with another minimum number of values, to back-test shorter series.
  init?(values: [Double?], stepsAhead: Int, naturalRange: ClosedRange<Double>?, fewestValues: Int) {
    guard stepsAhead >= 1, values.count(where: { $0 != nil }) >= max(1, fewestValues),
      let centre = PointForecast.value(values, origin: values.count - 1, stepsAhead: stepsAhead)
    else { return nil }
    let errors = Self.pastErrors(values, stepsAhead: stepsAhead)
    guard errors.count >= Self.fewestErrors, centre.isFinite else { return nil }
    let halfWidth = Self.halfWidth(errors)
    let bounds = naturalRange ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    self.stepsAhead = stepsAhead
    self.centre = centre
    low = min(max(centre - halfWidth, bounds.lowerBound), bounds.upperBound)
    high = min(max(centre + halfWidth, bounds.lowerBound), bounds.upperBound)
    errorCount = errors.count
  }

  /// Whether the range contains this number: a target outside the range is out of reach, or safe.
  public func contains(_ number: Double) -> Bool { low <= number && number <= high }

  /// The sizes of the errors that forecasts this many rows ahead would have had.
  private static func pastErrors(_ values: [Double?], stepsAhead: Int) -> [Double] {
    guard stepsAhead < values.count else { return [] }
    return (0..<(values.count - stepsAhead)).compactMap { origin in
      guard let outcome = values[origin + stepsAhead],
        let forecast = PointForecast.value(values, origin: origin, stepsAhead: stepsAhead)
      else { return nil }
      return (outcome - forecast).magnitude
    }
  }

  private static func halfWidth(_ errors: [Double]) -> Double {
    let sorted = errors.sorted()
    let rank = coverage * Double(sorted.count + 1)
    let below = Int(rank)
    guard below < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below - 1] + (rank - Double(below)) * (sorted[below] - sorted[below - 1])
  }
}
