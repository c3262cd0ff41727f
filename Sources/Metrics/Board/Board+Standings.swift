/// An organisation with its figure of one metric in one period; `figure` is `nil` where it made no return.
public struct RankedFigure: Hashable, Sendable {
  /// The organisation that is ranked.
  public let organisation: Organisation
  /// The figure; `nil` where the organisation made no return.
  public let figure: Figure?

  /// An organisation and its figure.
  public init(organisation: Organisation, figure: Figure?) {
    self.organisation = organisation
    self.figure = figure
  }
}

/// How everything on a board is viewed: the period, the grain, the kind of target and the perspective.
public struct ViewSettings: Hashable, Sendable {
  /// The period; `nil` for the latest of each metric.
  public var period: Period?
  /// The length of the periods shown.
  public var grain: Period.Grain
  /// The kind of target that variance is measured against.
  public var choice: TargetTable.Choice
  /// The perspective: the organisations whose figures are rolled up.
  public var perspective: Perspective
  /// Whether nobody has chosen the length of the periods: by day then, where daily returns are later than the latest month.
  public var followsLatest: Bool

  /// The latest month against the standard, by provider, unless stated otherwise.
  public init(
    period: Period? = nil, grain: Period.Grain = .month, choice: TargetTable.Choice = .standard,
    perspective: Perspective = .providers, followsLatest: Bool = false
  ) {
    self.period = period
    self.grain = grain
    self.choice = choice
    self.perspective = perspective
    self.followsLatest = followsLatest
  }
}

extension Board {
  /// The period in which a metric is shown for an organisation and those below it; `nil` where it has no figure at all.
  public func shownPeriod(_ metric: MetricID, of code: OrganisationCode, _ viewSettings: ViewSettings) -> Period? {
    if let wanted = viewSettings.period {
      if let longer = latestLonger(metric, of: code, on: wanted) { return longer }
      return metric.position == .toDate ? wanted.month.map(Period.yearToDate) : wanted
    }
    let grains: [Period.Grain] = [viewSettings.grain, .month, .yearToDate, .week, .day, .quarter, .year, .undated]
    for grain in grains {
      if let period = latestPeriod(metric, of: code, grain: grain) { return period }
    }
    return nil
  }

  /// The latest month that had ended by a day or week, for a metric that is never returned for so short a period: it owes
  /// no return for it. `nil` where it is, and for longer periods.
  private func latestLonger(_ metric: MetricID, of code: OrganisationCode, on wanted: Period) -> Period? {
    guard wanted.grain < .month, let last = wanted.lastDay,
      latestPeriod(metric, of: code, grain: wanted.grain, notAfter: nil) == nil
    else { return nil }
    let month = last == last.month.lastDay ? last.month : last.month.advanced(by: -1)
    return latestPeriod(metric, of: code, grain: .month, notAfter: .month(month))
      ?? latestPeriod(metric, of: code, grain: .yearToDate, notAfter: .yearToDate(month))
  }

  /// The organisations below an organisation with their figures of a metric in the period shown: the worst first, those
  /// without a return last.
  public func rankedFigures(_ metric: MetricID, below code: OrganisationCode, _ viewSettings: ViewSettings)
    -> [RankedFigure]
  {
    shownPeriod(metric, of: code, viewSettings).map { rankedFigures(metric, below: code, in: $0, viewSettings) } ?? []
  }

  /// The same, where the period shown is known: finding it looks through every series of the metric.
  public func rankedFigures(
    _ metric: MetricID, below code: OrganisationCode, in period: Period, _ viewSettings: ViewSettings
  ) -> [RankedFigure] {
    let perspective = perspective(for: metric, of: code, wanted: viewSettings.perspective)
    let direction = catalogue[metric]?.direction ?? .neither
    let rankedFigures = organisations(with: metric, below: code, perspective: perspective)
      .filter { $0.exists(in: period) }
      .map {
        RankedFigure(
          organisation: $0, figure: figure(Series.Key(metric, $0.code), in: period, choice: viewSettings.choice))
      }
    // A variance cannot be compared with a figure: where some organisations have no target, all are ranked by their
    // figures.
    let haveTargets = rankedFigures.allSatisfy { $0.figure?.value == nil || $0.figure?.variance != nil }
    let measures = rankedFigures.map { haveTargets ? $0.figure?.variance : $0.figure?.value }
    return rankedFigures.indices.sorted { left, right in
      Board.isWorse(measures[left], than: measures[right], direction)
        ?? (rankedFigures[left].organisation.code < rankedFigures[right].organisation.code)
    }.map { rankedFigures[$0] }
  }

  /// Whether one variance, or figure, is worse than another. Where neither direction is better, the highest comes first.
  /// Those without a figure come last. `nil` where they are alike.
  private static func isWorse(_ left: Ratio?, than right: Ratio?, _ direction: Metric.Direction) -> Bool? {
    switch (left, right) {
    case (let mine?, let theirs?) where mine != theirs: direction == .higher ? mine < theirs : mine > theirs
    case (_?, nil): true
    case (nil, _?): false
    case (_?, _?), (nil, nil): nil
    }
  }

  /// The figure of a metric for an organisation in the period shown.
  public func shownFigure(
    _ metric: MetricID, of code: OrganisationCode, part: BreakdownItem? = nil, _ viewSettings: ViewSettings
  ) -> Figure? {
    guard let period = shownPeriod(metric, of: code, viewSettings) else { return nil }
    let perspective = perspective(for: metric, of: code, wanted: viewSettings.perspective)
    return figure(
      Series.Key(metric, code, part: part, perspective: perspective), in: period, choice: viewSettings.choice)
  }
}
