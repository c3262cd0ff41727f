extension Board {
  /// The outturn or year-to-date position of an organisation, for each month that has one.
  func moneySeries(_ key: Series.Key) -> Series {
    let points = ledger.months(of: key.organisation).compactMap { month -> SeriesPoint? in
      guard let position = ledger.position(of: key.organisation, in: month) else { return nil }
      let amount = key.metric.position == .outturn ? position.outturn(in: month) : position.actualToDate
      return SeriesPoint(
        period: Board.moneyPeriod(key.metric, month), measurement: amount.map(Measurement.money) ?? .notReturned,
        origin: key.metric.position == .outturn ? position.origin : position.toDateOrigin)
    }
    return Series(key: key, points: points)
  }

  /// The period of a position: a forecast is as at a month; a position to date covers the year so far.
  static func moneyPeriod(_ metric: MetricID, _ month: Month) -> Period {
    metric.position == .toDate ? .yearToDate(month) : .month(month)
  }

  /// A target from the system's settings or from a targets file, used where no finance return states a control total or
  /// plan.
  private func ownTarget(_ key: Series.Key, in month: Month) -> Target? {
    targets.target(
      for: key.metric, organisation: organisation(key.organisation), in: .month(month), choice: .standard)
  }

  /// The forecast against the control total, or the actual against the plan to date.
  func moneyFigure(_ key: Series.Key, in period: Period) -> Figure? {
    guard let month = period.month, let position = ledger.position(of: key.organisation, in: month) else { return nil }
    let amount = key.metric.position == .outturn ? position.outturn(in: month) : position.actualToDate
    let wanted = key.metric.position == .outturn ? position.controlTotal : position.planToDate
    // Amounts on different bases are not compared.
    let isForecast = key.metric.position == .outturn
    let caveat = isForecast ? position.note : position.toDateNote
    let origin = isForecast ? position.origin : position.toDateOrigin
    let isComparable = caveat.isEmpty
    // What those who returned are to reach is not what all are to reach.
    let isWhole = position.returned >= position.expected
    let target = wanted.flatMap { wanted in
      isComparable && isWhole
        ? Target(
          key.metric, scope: .organisation(key.organisation), kind: .standard, value: Decimal(wanted.pounds),
          source: key.metric.position == .outturn ? "control total" : "plan to date") : nil
    }
    let own = wanted == nil && isComparable ? ownTarget(key, in: month) : nil
    var note = ""
    if position.returned < position.expected {
      note = "\(position.returned) of \(position.expected) returned"
    }
    if note.isEmpty, case .published(let contribution, let rows) = origin {
      note = contributions[Int(contribution)].documents[rows.line] ?? ""
    }
    return Figure(
      key: Series.Key(key.metric, key.organisation), period: Board.moneyPeriod(key.metric, month),
      measurement: amount.map(Measurement.money) ?? .notReturned, origin: origin, target: target ?? own,
      direction: .higher, note: note, caveat: caveat)
  }
}
