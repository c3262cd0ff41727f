/// An XmR control chart: one series, its limits, and the points that are more than noise.
///
/// Rows are in order of time, one for each period; a period without a return is a row without a value. Each group
/// between rebases has its own limits and patterns.
/// - Source: NHSRplotthedots 0.2.2, bit for bit, with one exception: where a missing value makes the reference stop,
///   the seven points around it are not a trend.
public struct ControlChart: Sendable, Equatable {
  /// One stretch between rebases, with limits of its own.
  public struct Group: Sendable, Equatable {
    /// Its number: 0 before the first rebase.
    public let number: Int
    /// Its rows, as positions in the series.
    public let rows: Range<Int>
    /// Its mean and limits; `nil` when its baseline has no value at all.
    public let limits: ControlLimits?
    /// Whether it has fewer than ``ControlChart/settledCount`` rows, including rows without a value.
    public var isShort: Bool { rows.count < ControlChart.settledCount }
  }

  /// The fewest rows whose limits are not provisional: 13.
  public static let settledCount = 13

  /// The options that the chart was made with.
  public let options: ControlChartOptions
  /// One point a row, in the order of the values.
  public let points: [ControlPoint]
  /// The stretches between rebases, oldest first; empty for an empty series.
  public let groups: [Group]

  /// The chart of a series.
  ///
  /// - Throws: the reason why there can be no chart: a baseline under 12 rows, a rebase outside the series, or a value
  ///   that is not a finite number.
  public init(values: [Double?], options: ControlChartOptions = ControlChartOptions()) throws(ControlChartError) {
    try options.check(values)
    var points: [ControlPoint] = []
    points.reserveCapacity(values.count)
    var groups: [Group] = []
    for (number, rows) in options.groups(count: values.count) {
      let baseline = values[rows].prefix(options.baseline ?? rows.count)
      let limits = ControlLimits(baseline: baseline, screensOutliers: options.screensOutliers)
      for value in values[rows] {
        points.append(
          ControlPoint(value: value, group: number, limits: limits, improvement: options.improvement))
      }
      var span = points.mutableSpan
      SpecialCauseSearch(rows: rows, options: options).label(&span)
      groups.append(Group(number: number, rows: rows, limits: limits))
    }
    self.options = options
    self.points = points
    self.groups = groups
  }

  /// The limits in force now: those of the latest group.
  public var limits: ControlLimits? { groups.last?.limits }

  /// The variation of the latest point; common cause when its value is missing.
  public var variation: Variation {
    Variation(points.last?.rule ?? .commonCause, improvement: options.improvement)
  }

  /// Whether the process will meet the target; `nil` without a target, without points, and where neither direction is
  /// better.
  public var assurance: Assurance? {
    groups.isEmpty ? nil : Assurance(limits, target: options.target, improvement: options.improvement)
  }

  /// Whether the limits in force are based on fewer than ``settledCount`` rows.
  public var isProvisional: Bool { groups.last?.isShort ?? true }
}
