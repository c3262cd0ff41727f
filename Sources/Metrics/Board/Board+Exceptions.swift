/// A figure that needs attention.
public struct Exception: Hashable, Sendable {
  /// The figure.
  public let figure: Figure
  /// Whose it is.
  public let organisation: Organisation
  /// Whether it met its target in the period before: its status is new.
  public let isNew: Bool
  /// How far it is off, as a share of its target: what exceptions are ranked by.
  public let severity: Double
}

extension Board {
  /// Every figure that misses its target, the furthest off first, those whose status is new on top.
  ///
  /// Ranked by the variance as a share of the target; figures of fewer than 20 are left to their pages, so that eight
  /// patients do not outrank ten thousand.
  public func exceptions(of code: OrganisationCode, _ outlook: Outlook) -> [Exception] {
    var found: [Exception] = []
    for metric in metrics where metric.direction != .neither {
      guard let period = shownPeriod(metric.id, of: code, outlook) else { continue }
      let lens = lens(for: metric.id, of: code, wanted: outlook.lens)
      var bodies = bodies(with: metric.id, below: code, lens: lens)
      // Money has no bodies below to tell it; nor has a metric that the system alone has figures for.
      if metric.unit == .pounds || bodies.isEmpty { bodies.insert(organisation(code), at: 0) }
      for body in bodies where body.exists(in: period) {
        for part in [nil] + parts(metric.id, of: body.code, lens: lens).map(Optional.some) {
          let key = Series.Key(metric.id, body.code, part: part, lens: lens)
          guard let figure = figure(key, in: period, choice: outlook.choice), figure.isMet == false,
            let severity = Board.severity(figure), !Board.isSmall(figure)
          else { continue }
          let before = self.figure(key, in: period.advanced(by: -1), choice: outlook.choice)
          found.append(
            Exception(figure: figure, organisation: body, isNew: before?.isMet == true, severity: severity))
        }
      }
    }
    return found.sorted { left, right in
      if left.isNew != right.isNew { return left.isNew }
      if left.severity != right.severity { return left.severity > right.severity }
      return (left.organisation.code, left.figure.metric) < (right.organisation.code, right.figure.metric)
    }
  }

  private static func severity(_ figure: Figure) -> Double? {
    guard let variance = figure.variance, let target = figure.target else { return nil }
    let wanted = abs(target.value.double)
    return variance.magnitude.double / max(wanted, 1)
  }

  private static func isSmall(_ figure: Figure) -> Bool {
    guard let denominator = figure.measurement.denominator else { return false }
    return denominator < Ratio(20)
  }
}
