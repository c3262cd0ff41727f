/// What one file holds of a figure: the periods whose rows it is read from.
public struct FiledReturn: Hashable, Sendable {
  /// The number of the file's contribution.
  public let contribution: Int
  /// As the file writes them: the period itself, or the days or months that the figure is summed from.
  public let periods: Set<Period>

  /// Some periods of a file.
  public init(contribution: Int, periods: Set<Period>) {
    self.contribution = contribution
    self.periods = periods
  }
}

extension Board {
  /// The returns that a figure of one organisation rests on, file by file: its own row, or those of the shorter periods
  /// that it is summed over, at whatever depth. Empty where it is no organisation's own: a total has no rows.
  public func filedReturns(behind key: Series.Key, in period: Period) -> [FiledReturn] {
    var found: [Int: Set<Period>] = [:]
    if key.metric.isPosition {
      guard case .published(let contribution, _)? = moneyFigure(key, in: period)?.origin else { return [] }
      // A position to date stands in the row of its month.
      let filed = key.metric.position == .toDate ? period.month.map(Period.month) ?? period : period
      found[Int(contribution)] = [filed]
    } else {
      gather(store.points(settled(key)), rolls: catalogue[key.metric]?.rollUp ?? .none, in: period, into: &found)
    }
    return found.sorted { $0.key < $1.key }.map { FiledReturn(contribution: $0.key, periods: $0.value) }
  }

  /// Adds what a period is read from: its own point, else those of the longest shorter periods that are all in, else of the
  /// longest there are. Of a snapshot only the latest counts.
  private func gather(
    _ points: [SeriesPoint], rolls: Metric.RollUp, in period: Period, into found: inout [Int: Set<Period>]
  ) {
    let own = points.first { $0.period == period }
    func addOwn() {
      guard case .published(let contribution, _)? = own?.origin else { return }
      found[Int(contribution), default: []].insert(period)
    }
    let isSummed = own.map { $0.measurement == .notReturned || $0.origin.isOverTime } ?? true
    // A return that says it has no figure has its row all the same.
    guard isSummed, rolls != .none else { return addOwn() }
    let shorter = Period.Grain.allCases.reversed().filter { $0 < period.grain }.map { grain in
      points.filter {
        $0.period.grain == grain && $0.measurement.isReturned && $0.period.rolledUp(to: period.grain) == period
      }
    }.filter { !$0.isEmpty }
    func isWhole(_ points: [SeriesPoint]) -> Bool {
      guard let grain = points.first?.period.grain else { return false }
      return rolls == .snapshot || points.count >= OverTime.count(of: grain, in: period)
    }
    guard let summed = shorter.first(where: isWhole) ?? shorter.first else { return addOwn() }
    for point in rolls == .snapshot ? summed.suffix(1) : summed[...] {
      guard case .published(let contribution, _) = point.origin else { continue }
      found[Int(contribution), default: []].insert(point.period)
    }
  }
}
