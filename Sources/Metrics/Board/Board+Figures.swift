extension Board {
  /// The figure of a metric for an organisation in a period, compared with a target; `nil` where there is no row at
  /// all.
  public func figure(_ key: Series.Key, in period: Period, choice: TargetTable.Choice = .standard) -> Figure? {
    if key.metric.isPosition { return moneyFigure(key, in: period) }
    let key = settled(key)
    guard let id = store.id(of: key) else { return nil }
    return returned(id, key, in: period).map { figure(key, $0, choice: choice) }
  }

  /// The point of a figure: what was returned for the period or, where nothing was, the sum of shorter periods.
  func returned(_ id: SeriesID, _ key: Series.Key, in period: Period) -> SeriesPoint? {
    if let point = store.point(id, in: period) { return point }
    return store.hasPeriods(id, shorterThan: period.grain) ? series(key, grain: period.grain)[period] : nil
  }

  /// Every figure of a series at one grain, in order of time.
  ///
  /// - Parameter most: how many, where not all are wanted: the latest. No more are worked out.
  public func figures(
    _ key: Series.Key, grain: Period.Grain, choice: TargetTable.Choice = .standard, latest most: Int = .max
  ) -> [Figure] {
    if key.metric.isPosition {
      return series(key).points.suffix(most).compactMap { moneyFigure(key, in: $0.period) }
    }
    let (settledKey, subject) = (settled(key), SeriesSubject(key, on: self))
    let targets = standing(settledKey, choice: choice, subject)
    let points = latestPoints(settledKey, store.id(of: settledKey), grain: grain, endedBy: nil, atMost: most)
    return points.map { figure(settledKey, $0, choice: choice, subject, targets) }
  }

  /// One point, compared with the target in force.
  func figure(_ key: Series.Key, _ point: SeriesPoint, choice: TargetTable.Choice) -> Figure {
    figure(key, point, choice: choice, SeriesSubject(key, on: self), nil)
  }

  /// The same, where what the series needs is looked up.
  func figure(
    _ key: Series.Key, _ point: SeriesPoint, choice: TargetTable.Choice, _ subject: SeriesSubject,
    _ targets: TargetTable.Standing?
  ) -> Figure {
    let found = force(for: key, in: point.period, choice: choice, subject, targets)
    let past = history == nil ? FigurePast() : past(key, point)
    var figure = Figure(
      key: key, period: point.period, measurement: point.measurement, origin: point.origin, target: found.target,
      direction: subject.metric?.direction ?? .neither, traits: subject.metric?.traits,
      coverage: coverage(key, point, subject), note: note(for: point),
      caveat: joined(past.words, caveat(key, point, subject), found.reason), withoutTarget: found.reason)
    (figure.isRestated, figure.isRecalled) = (past.isRestated, past.isRecalled)
    figure.choice = choice
    return figure
  }

  /// The targets that can apply to a series; `nil` where that differs between its periods.
  func standing(
    _ key: Series.Key, choice: TargetTable.Choice, _ subject: SeriesSubject
  ) -> TargetTable.Standing? {
    if choice == .interim, key.organisation == .all, targets.hasEnglandTarget(key.metric) { return nil }
    return targets.standing(
      for: key.metric, organisation: subject.organisation, part: key.part, choice: choice,
      isEngland: choice == .interim && key.organisation == .england)
  }

  /// The target in force for a series in a period.
  ///
  /// A monthly maximum says nothing about a day, a quarter or an undated figure; a maximum of zero applies to each of
  /// them.
  public func target(for key: Series.Key, in period: Period, choice: TargetTable.Choice) -> Target? {
    force(for: key, in: period, choice: choice, SeriesSubject(key, on: self), nil).target
  }

  /// The same, and why there is none although one is set.
  func force(
    for key: Series.Key, in period: Period, choice: TargetTable.Choice, _ subject: SeriesSubject,
    _ standing: TargetTable.Standing?
  ) -> TargetInForce {
    let found =
      if let standing {
        standing.target(in: period)
      } else {
        targets.target(
          for: key.metric, organisation: subject.organisation, part: key.part, in: period, choice: choice,
          isEngland: choice == .interim && isEngland(key, in: period))
      }
    guard let found else { return TargetInForce(target: nil) }
    if found.rule != nil { return worked(out: found, for: key, in: period) }
    if subject.metric?.traits.perThousandOf != nil, period.grain != .month {
      return TargetInForce(target: sumOfMonths(key, in: period, organisation: subject.organisation, choice: choice))
    }
    guard let metric = subject.metric, metric.rollUp == .flow, found.value.unscaled != 0,
      metric.unit != .percent, metric.unit != .seconds, period.grain != metric.cadence.grain
    else { return TargetInForce(target: found) }
    return TargetInForce(target: nil)
  }

  /// What must be said beside a figure: its document, and what is missing from it.
  private func note(for point: SeriesPoint) -> String {
    switch point.origin {
    case .published(let contribution, let rows):
      return contributions[Int(contribution)].documents[rows.line] ?? ""
    case .rolledUp, .summedOverTime: return point.origin.gaps
    case .summedParts: return "sum of its parts"
    case .fromPredecessors: return "of the organisations it succeeded"
    }
  }

  /// Where a figure was published: the file's name and rows; `nil` for a roll-up.
  public func source(of figure: Figure) -> (file: String, rows: RowSpan, contribution: Int)? {
    guard case .published(let contribution, let rows) = figure.origin else { return nil }
    let file = contributions[Int(contribution)]
    return (file.file.name, file.recollection?[rows]?.rows ?? rows, Int(contribution))
  }

  /// The latest period returned at or below an organisation, at the length it was returned: that length is the cadence
  /// that decides what is late. Of two periods that end on the same day, the shorter one is used.
  private func latestReturn(_ metric: MetricID, of code: OrganisationCode) -> Period? {
    let codes = [code] + tree.descendants(of: code).map(\.code)
    var latest: Period?
    func isReturn(_ point: SeriesPoint) -> Bool {
      guard case .published = point.origin else { return false }
      return (point.measurement.isKnown || point.measurement == .suppressed) && point.period.lastDay != nil
    }
    for organisation in codes {
      let key = settled(Series.Key(metric, organisation))
      let point =
        metric.isPosition
        ? series(key).points.last(where: isReturn)
        : store.id(of: key).flatMap { store.last($0, after: nil, where: isReturn) }
      guard let point, let last = point.period.lastDay else { continue }
      guard let known = latest, let end = known.lastDay else {
        latest = point.period
        continue
      }
      if last > end || last == end && point.period.grain < known.grain { latest = point.period }
    }
    return latest
  }

  /// How fresh a metric is at an organisation, read on a day.
  public func freshness(_ metric: Metric, of code: OrganisationCode, on day: Day) -> Freshness {
    let grains: [Period.Grain] = [metric.cadence.grain, .month, .yearToDate, .week, .day, .quarter, .year]
    let latest =
      latestReturn(metric.id, of: code) ?? grains.lazy.compactMap { latestPeriod(metric.id, of: code, grain: $0) }.first
    return Freshness(metric, latest: latest, on: day, staleness: stalenesses[metric.id])
  }
}
