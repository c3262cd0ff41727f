import Statistics

/// How the control chart of one metric of one organisation is drawn, and why.
///
/// Options that a setting leaves out are those of the reference implementation.
public struct ChartSetting: Hashable, Sendable {
  /// The metric.
  public let metric: MetricID
  /// The organisation; `nil` for every organisation.
  public let organisation: OrganisationCode?
  /// The number of first points that set the limits, 12 or more; `nil` for all.
  public let baseline: Int?
  /// Where limits are calculated again.
  public let rebase: [Period]
  /// The reason, in words that are shown on the chart.
  public let reason: String
  /// Whether moving ranges of 3.267 times the average or more are left out of the limits; `nil` for yes.
  public let screensOutliers: Bool?
  /// Whether points outside the limits count towards two in three; `nil` for no.
  public let countsOutside: Bool?
  /// The number of points in a run or a trend; `nil` for seven.
  public let patternLength: PatternLength?

  /// One `[[chart]]` of a `system.toml`.
  public init(
    metric: MetricID, organisation: OrganisationCode? = nil, baseline: Int? = nil, rebase: [Period] = [],
    reason: String = "", screensOutliers: Bool? = nil, countsOutside: Bool? = nil, patternLength: PatternLength? = nil
  ) {
    self.metric = metric
    self.organisation = organisation
    self.baseline = baseline
    self.rebase = rebase
    self.reason = reason
    self.screensOutliers = screensOutliers
    self.countsOutside = countsOutside
    self.patternLength = patternLength
  }

  /// The options of a chart whose measure is better in this direction.
  func options(_ improvement: ImprovementDirection, target: Double?) -> ControlChartOptions {
    ControlChartOptions(
      improvement: improvement, baseline: baseline.map { max($0, ControlChartOptions.shortestBaseline) },
      screensOutliers: screensOutliers ?? true, target: target, countsOutsideInTwoInThree: countsOutside ?? false,
      runLength: patternLength ?? .seven, trendLength: patternLength ?? .seven)
  }

  /// The remark on a baseline that is too short to be used.
  var baselineRemark: String {
    guard let baseline, baseline < ControlChartOptions.shortestBaseline else { return "" }
    return "baseline of 12, the shortest there is, not \(baseline)"
  }
}

extension HealthSystem {
  /// The chart setting for a metric of an organisation: its own, completed by the one for every organisation.
  func chartSetting(_ metric: MetricID, of code: OrganisationCode) -> ChartSetting {
    if charts.isEmpty { return ChartSetting(metric: metric, organisation: code) }
    let all = charts.filter { $0.metric == metric }
    let own = all.first { $0.organisation == code }
    let general = all.first { $0.organisation == nil }
    let rebasing = [own, general].compactMap { $0 }.first { !$0.rebase.isEmpty }
    return ChartSetting(
      metric: metric, organisation: code, baseline: own?.baseline ?? general?.baseline,
      rebase: rebasing?.rebase ?? [], reason: rebasing?.reason ?? "",
      screensOutliers: own?.screensOutliers ?? general?.screensOutliers,
      countsOutside: own?.countsOutside ?? general?.countsOutside,
      patternLength: own?.patternLength ?? general?.patternLength)
  }
}
