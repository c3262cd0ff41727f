/// An XmR control chart: one series, its limits, and the points that are more than noise.
///
/// Rows are in order of time, one a period; a period without a return is a row without a value. The limits and patterns
/// of each group between rebases are its own.
/// - Source: NHSRplotthedots 0.2.2, bit for bit. One thing differs: where a missing value makes the reference stop, the
///   seven points around it are no trend.
public struct ControlChart: Sendable, Equatable {
  /// One stretch between rebases, with limits of its own.
  public struct Group: Sendable, Equatable {
    /// Its number: 0 before the first rebase.
    public let number: Int
    /// Its rows, as positions in the series.
    public let rows: Range<Int>
    /// Its mean and limits; `nil` when its baseline has no value at all.
    public let limits: ControlLimits?
    /// Whether it has fewer than ``ControlChart/settledCount`` rows, missing ones counted.
    public var isShort: Bool { rows.count < ControlChart.settledCount }
  }

  /// The fewest rows whose limits are not called provisional: 13.
  public static let settledCount = 13

  /// What the chart was made with.
  public let options: ControlChartOptions
  /// One point a row, in the order of the values.
  public let points: [ControlPoint]
  /// The stretches between rebases, oldest first; empty for an empty series.
  public let groups: [Group]

  /// The chart of a series.
  ///
  /// - Throws: what cannot be: a baseline under 12 rows, a rebase outside the series, a value that is no number.
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

  /// What the latest point says; common cause when its value is missing.
  public var variation: Variation {
    Variation(points.last?.rule ?? .commonCause, improvement: options.improvement)
  }

  /// Whether the process will meet the target; `nil` without a target, without points, and where neither direction is
  /// better.
  public var assurance: Assurance? {
    groups.isEmpty ? nil : Assurance(limits, target: options.target, improvement: options.improvement)
  }

  /// Whether the limits in force rest on fewer than ``settledCount`` rows.
  public var isProvisional: Bool { groups.last?.isShort ?? true }
}
