extension Board {
  /// The same settings, with the length of the periods that a board opens with where nobody has chosen one: days where the
  /// latest day that is in is later than the latest month, else months.
  package func settled(_ viewSettings: ViewSettings) -> ViewSettings {
    guard viewSettings.followsLatest, viewSettings.period == nil else { return viewSettings }
    var settled = viewSettings
    settled.grain = hasLatestDays ? .day : .month
    return settled
  }

  /// Whether the system's daily returns say more than its months: at least one metric has a later day than month, from as many
  /// organisations as return its months, and no metric would be shown by a day that its latest month has overtaken.
  private var hasLatestDays: Bool {
    let system = tree.system.code
    var isLater = false
    for metric in metrics where metric.hasPanel {
      guard let day = latestPeriod(metric.id, of: system, grain: .day),
        let month = latestPeriod(metric.id, of: system, grain: .month), let lastDay = day.lastDay,
        let lastOfMonth = month.lastDay
      else { continue }
      if lastDay <= lastOfMonth { return false }
      if !isLater { isLater = isReturnedDaily(metric.id, upTo: lastDay, byMonth: month) }
    }
    return isLater
  }

  /// Whether as many organisations have a return of the week up to a day as have one of the month.
  private func isReturnedDaily(_ metric: MetricID, upTo day: Day, byMonth month: Period) -> Bool {
    let organisations = organisations(
      with: metric, below: tree.system.code,
      perspective: perspective(for: metric, of: tree.system.code, wanted: .providers))
    func count(_ isIn: (Period) -> Bool, _ grain: Period.Grain) -> Int {
      organisations.count { latestPeriod(metric, of: $0.code, grain: grain).map(isIn) ?? false }
    }
    let daily = count({ ($0.lastDay?.days(until: day) ?? .max) < 7 }, .day)
    return daily >= count({ $0 == month }, .month)
  }
}
