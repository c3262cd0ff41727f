extension Board {
  /// The figure of a metric for a body in a period, held against a target; `nil` where there is no row at all.
  public func figure(_ key: Series.Key, in period: Period, choice: TargetTable.Choice = .standard) -> Figure? {
    if key.metric == .controlTotal || key.metric == .yearToDate { return moneyFigure(key, in: period) }
    let point = series(key)[period] ?? series(key, grain: period.grain)[period]
    return point.map { figure(settled(key), $0, choice: choice) }
  }

  /// Every figure of a series at one grain, in order of time.
  public func figures(_ key: Series.Key, grain: Period.Grain, choice: TargetTable.Choice = .standard) -> [Figure] {
    if key.metric == .controlTotal || key.metric == .yearToDate {
      return series(key).points.compactMap { moneyFigure(key, in: $0.period) }
    }
    return series(key, grain: grain).points.map { figure(settled(key), $0, choice: choice) }
  }

  /// One point held against the target in force.
  func figure(_ key: Series.Key, _ point: SeriesPoint, choice: TargetTable.Choice) -> Figure {
    let metric = catalogue[key.metric]
    let target = target(for: key, in: point.period, choice: choice)
    return Figure(
      key: key, period: point.period, measurement: point.measurement, origin: point.origin, target: target,
      direction: metric?.direction ?? .neither, note: note(for: point))
  }

  /// The target in force for a series in a period.
  public func target(for key: Series.Key, in period: Period, choice: TargetTable.Choice) -> Target? {
    targets.target(
      for: key.metric, organisation: organisation(key.organisation), part: key.part, in: period, choice: choice)
  }

  /// What must be said beside a figure: its document, what is missing from it.
  private func note(for point: SeriesPoint) -> String {
    switch point.origin {
    case .published(let contribution, let rows):
      return contributions[Int(contribution)].documents[rows.line] ?? ""
    case .rolledUp(let returned, let expected):
      return returned < expected ? "\(returned) of \(expected) returned" : ""
    case .summedOverTime(let present, let expected):
      return present < expected ? "\(present) of \(expected) \(expected > 12 ? "days" : "months")" : ""
    case .summedParts: return "sum of its parts"
    case .fromPredecessors: return "of the bodies it succeeded"
    }
  }

  /// Where a figure stands: the file's name and rows; `nil` for a roll-up.
  public func source(of figure: Figure) -> (file: String, rows: RowSpan, contribution: Int)? {
    guard case .published(let contribution, let rows) = figure.origin else { return nil }
    return (contributions[Int(contribution)].file.name, rows, Int(contribution))
  }

  /// How fresh a metric is at a body, read on a day.
  public func freshness(_ metric: Metric, of code: OrganisationCode, on day: Day) -> Freshness {
    let grain: Period.Grain = metric.cadence == .daily ? .day : metric.cadence == .weekly ? .week : .month
    let latest = latestPeriod(metric.id, of: code, grain: grain) ?? latestPeriod(metric.id, of: code, grain: .month)
    return Freshness(metric, latest: latest, on: day)
  }
}
