/// A figure that needs attention.
public struct Exception: Hashable, Sendable {
  /// The figure.
  public let figure: Figure
  /// Whose it is.
  public let organisation: Organisation
  /// Whether it met its target in the period before: its status is new.
  public let isNew: Bool
  /// Whether its control chart shows a special cause of concern, and whether the process will not meet the target.
  public let isConcerning: Bool, isFailing: Bool
  /// How far it is off, in standard deviations of its own process: what exceptions are ranked by.
  public let severity: Double
}

extension Exception {
  /// 2 for a special cause of concern that is failing, 1 for either, 0 for neither.
  var rank: Int { (isConcerning ? 1 : 0) + (isFailing ? 1 : 0) }
}

extension Board {
  /// Every figure that misses its target, the furthest off first, those whose status is new on top.
  ///
  /// Special causes of concern that are failing come first, then either of them, then the rest; within each the gap in
  /// standard deviations of the series' own process (a tenth of the target where there is no process yet) decides.
  /// Figures out of fewer than 20 are left to their pages, so that eight patients do not outrank ten thousand.
  public func exceptions(of code: OrganisationCode, _ outlook: Outlook) -> [Exception] {
    var found: [Exception] = []
    for metric in metrics where metric.direction != .neither && metric.id != .yearToDate {
      guard let period = shownPeriod(metric.id, of: code, outlook) else { continue }
      let lens = lens(for: metric.id, of: code, wanted: outlook.lens)
      var bodies = bodies(with: metric.id, below: code, lens: lens)
      // Money has no bodies below to tell it; nor has a metric that the system alone has figures for.
      if metric.unit == .pounds || bodies.isEmpty { bodies.insert(organisation(code), at: 0) }
      for body in bodies where body.exists(in: period) {
        for part in [nil] + parts(metric.id, of: body.code, lens: lens).map(Optional.some) {
          let key = Series.Key(metric.id, body.code, part: part, lens: lens)
          guard let figure = figure(key, in: period, choice: outlook.choice), figure.isMet == false,
            !Board.isSmall(figure)
          else { continue }
          let charted = charted(key, upTo: period, grain: period.grain, choice: outlook.choice)
          let before = self.figure(key, in: period.advanced(by: -1), choice: outlook.choice)
          found.append(
            Exception(
              figure: figure, organisation: body, isNew: before?.isMet == true,
              isConcerning: charted.isConcerning, isFailing: charted.chart?.assurance == .consistentFail,
              severity: Board.severity(figure, charted)))
        }
      }
    }
    return found.sorted { left, right in
      if left.isNew != right.isNew { return left.isNew }
      if left.rank != right.rank { return left.rank > right.rank }
      if left.severity != right.severity { return left.severity > right.severity }
      return (left.organisation.code, left.figure.metric) < (right.organisation.code, right.figure.metric)
    }
  }

  private static func severity(_ figure: Figure, _ charted: ChartedSeries) -> Double {
    guard let variance = figure.variance?.magnitude.double, let target = figure.target else { return 0 }
    if let latest = charted.slots.last, let value = latest.value, let wanted = latest.target,
      let sigma = charted.chart?.limits?.sigma, sigma > 0
    {
      return abs(value - wanted) / sigma
    }
    return variance / max(abs(target.value.double) / 10, 1)
  }

  private static func isSmall(_ figure: Figure) -> Bool {
    guard let denominator = figure.measurement.denominator else { return false }
    return denominator < Ratio(20)
  }
}
