/// Organisations that made no return where one was expected: a total without them is not judged, and somebody has to
/// ask for the return.
extension Board {
  /// The entry in the list of what needs attention for an organisation that made no return; `nil` where it made one,
  /// where none was expected, and for parts.
  func missingReturn(_ candidate: Candidate) -> Exception? {
    let (key, period, organisation) = (candidate.asked, candidate.period, candidate.subject.organisation)
    guard key.part == nil, organisation.counts, !isCollective(organisation.code), period != .undated,
      candidate.subject.metric?.traits.perThousandOf == nil
    else { return nil }
    let point =
      candidate.isMoney
      ? series(key, grain: period.grain)[period]
      : candidate.id.flatMap { self.point($0, candidate.key, in: period) }
    if let point, point.measurement != .notReturned, point.origin.hasEveryPeriod { return nil }
    guard isExpected(key, organisation, in: period) else { return nil }
    // In a month that is not over yet, only some of the days can be in.
    if point?.measurement.isReturned == true {
      let system = series(Series.Key(key.metric, tree.system.code, perspective: key.perspective), grain: period.grain)
      guard system[period]?.origin.hasEveryPeriod == true else { return nil }
    }
    let days = point.flatMap { $0.measurement.isReturned ? $0.origin.gaps : nil }
    let absence = [days.map { "only \($0)" } ?? "no return", "for \(period.longTitle)"].joined(separator: " ")
    let longer = longerReturn(key, period)
    let usual = longer == nil ? usualReturn(key, before: period) : ""
    let reason = longer.map { "its return is for \($0.title)" } ?? (usual.isEmpty ? "" : "usually \(usual)")
    let figure = Figure(
      key: key, period: period, measurement: point?.measurement ?? .notReturned,
      origin: .rolledUp(returned: 0, expected: 1), target: nil, direction: .neither)
    let before = figures(key, grain: period.grain).last { $0.period < period }
    return Exception(
      figure: figure, organisation: organisation,
      isNew: before?.period == period.advanced(by: -1) && before?.measurement.isReturned == true,
      variation: .commonCause, isConcerning: false, isFailing: false, severity: .infinity, isSmall: false,
      absence: reason.isEmpty ? absence : "\(absence): \(reason)")
  }

  /// Whether an organisation was expected to make a return: it existed, had made a return before, and had not been
  /// silent for a year.
  private func isExpected(_ key: Series.Key, _ organisation: Organisation, in period: Period) -> Bool {
    if key.metric.isPosition {
      guard let month = period.month else { return false }
      return ledger.isExpected(organisation, in: month)
    }
    return OrganisationReturns(organisation.lifetime, store.points(key))?.isExpected(in: period) ?? false
  }

  /// The longer period that was returned and contains this one: an organisation that returns quarters has made a
  /// return, but not for the month.
  private func longerReturn(_ key: Series.Key, _ period: Period) -> Period? {
    guard !key.metric.isPosition, let first = period.firstDay, let last = period.lastDay else { return nil }
    return store.points(key).first { point in
      guard point.period.grain > period.grain, point.measurement != .notReturned, let start = point.period.firstDay,
        let end = point.period.lastDay
      else { return false }
      return start <= first && last <= end
    }?.period
  }

  /// `4,200 attendances`: an organisation's usual return, the median of its last twelve to two significant figures;
  /// empty for money, and where nothing is counted.
  private func usualReturn(_ key: Series.Key, before period: Period) -> String {
    guard let metric = catalogue[key.metric], metric.unit != .pounds else { return "" }
    let sizes = series(key, grain: period.grain).points.filter { $0.period < period }
      .compactMap { $0.measurement.size }.suffix(12).sorted()
    guard !sizes.isEmpty else { return "" }
    let things = metric.unit == .days || metric.unit == .beds ? metric.unit.rawValue : metric.countedThings
    return "\(Ratio(Board.inTwoFigures(sizes[sizes.count / 2])).text(places: 0)) \(things)"
  }

  /// A size to two significant figures: 4,187 becomes 4,200; whole numbers below 100 stay as they are.
  static func inTwoFigures(_ size: Int) -> Int {
    var unit = 1
    while size / unit >= 100 { unit *= 10 }
    return (size + unit / 2) / unit * unit
  }

  /// The last earlier period that can be compared with. An outage in between hides what went before, so it makes
  /// nothing new. The period before, where there is none within a year.
  ///
  /// - Parameter charted: the points of its chart, and those of no less than a year before; `nil` for money.
  func lastWhole(_ candidate: Candidate, _ charted: [SeriesPoint]?) -> Period {
    let (key, period) = (candidate.key, candidate.period)
    let before = period.advanced(by: -1)
    guard period != .undated else { return before }
    func isWhole(_ point: SeriesPoint) -> Bool {
      point.period < period && point.measurement.isKnown
        && (coverage(key, point, candidate.subject)?.hasEveryOrganisation ?? true)
    }
    let point: SeriesPoint?
    // A year to date is charted month by month.
    if let charted, period.grain != .yearToDate {
      point = charted.last(where: isWhole)
    } else {
      point = latestPoint(key, candidate.id, grain: period.grain, where: isWhole)
    }
    guard let whole = point?.period, let last = whole.month, let month = period.month, last.months(until: month) <= 12
    else {
      return before
    }
    return whole
  }
}

extension Measurement {
  /// The denominator, or the count itself, as a whole number; `nil` where nothing is counted.
  fileprivate var size: Int? {
    switch self {
    case .count(let count): count.ratio.roundedDown
    case .share(_, let of): of.ratio.roundedDown
    case .mean(_, let of, _): of
    case .rate, .money, .suppressed, .notReturned: nil
    }
  }
}

extension Period {
  /// The period with its month in full: `March 2018`.
  var longTitle: String {
    if case .month(let month) = self { return "\(month.name) \(month.year)" }
    return title
  }
}
