/// Targets whose value is another for each organisation or month, worked out from the figures on the board.
///
/// | metric | target | from what |
/// | --- | --- | --- |
/// | `rtt.incomplete` | 2026/27: the organisation's own March 2026 + 7 points, or 65% if that is more | its figure of March 2026 |
/// | `rtt.over-52-weeks` | fewer than 1% of the list by March 2026 | its list in the month shown |
/// | `dtoc.bed-days` | 3.5% of beds by September 2017 | the beds its system states |
/// | `dtoc.bed-days` | England: 4,000 a day in 2019/20 | the days of the period |
extension Board {
  /// The interim ambition worked out for a series in a period; `nil` where there is none.
  func derivedTarget(for key: Series.Key, in period: Period) -> Target? {
    guard key.part == nil, let month = period.month, period.grain == .month else { return nil }
    switch key.metric {
    case .incomplete: return riseTarget(key, in: month)
    case .over52Weeks: return longWaitTarget(key, in: month)
    case .delayedDays: return delayTarget(key, in: month)
    default: return nil
    }
  }

  /// "+7 points or 65%, whichever is greater": a trust's ambition for 2026/27.
  private func riseTarget(_ key: Series.Key, in month: Month) -> Target? {
    guard let from = Month(year: 2026, month: 4), let to = Month(year: 2027, month: 3),
      let announced = Month(year: 2025, month: 10), (announced...to).contains(month),
      organisation(key.organisation).role == .provider, let base = Month(year: 2026, month: 3)
    else { return nil }
    // Before the 65% of March 2026 has passed, that is the one to be held against.
    guard month >= from else { return nil }
    let own = series(key)[.month(base)]?.measurement.value
    let risen = own.map { ($0 + Ratio(7)).rounded(places: 2) } ?? 0
    let document = "Medium Term Planning Framework, 24 Oct 2025: 7 points more than March 2026, or 65%"
    return Target(
      key.metric, scope: .organisation(key.organisation), kind: .interim,
      value: risen > 6500 ? Decimal(risen, places: 2) : Decimal(65), from: from, to: to, announced: announced,
      source: own == nil ? document + " (its March 2026 is not in the extracts)" : document, isUnconfirmed: true)
  }

  /// Fewer than 1% of the list waiting over 52 weeks, as a number of pathways of the list as it stands.
  private func longWaitTarget(_ key: Series.Key, in month: Month) -> Target? {
    guard let march = Month(year: 2026, month: 3), let announced = Month(year: 2025, month: 1),
      (announced...march).contains(month),
      case .share(_, let list)? = figure(of: .incomplete, like: key, in: month)
    else { return nil }
    let limit = max(0, (list.ratio / Ratio(100)).roundedUp - 1)
    return Target(
      key.metric, scope: .organisation(key.organisation), kind: .interim, value: Decimal(limit), from: march, to: march,
      announced: announced, source: "2025/26 planning guidance, 30 Jan 2025: fewer than 1% of the list over 52 weeks")
  }

  /// Delayed days: England's 4,000 a day, and elsewhere 3.5% of the beds that are known.
  private func delayTarget(_ key: Series.Key, in month: Month) -> Target? {
    if key.organisation == .england || key.organisation == .all {
      guard month.nhsYear == NHSYear(firstYear: 2019) else { return nil }
      return Target(
        key.metric, scope: .england, kind: .interim, value: Decimal(4000 * month.days), from: month, to: month,
        source: "NHS Long Term Plan: on average 4,000 delayed a day at most in 2019/20")
    }
    guard let from = Month(year: 2017, month: 9), let announced = Month(year: 2017, month: 3), month >= announced,
      let beds = beds(of: key.organisation)
    else { return nil }
    let days = (Ratio(35, 1000) * Ratio(beds) * Ratio(month.days)).roundedDown
    return Target(
      key.metric, scope: .organisation(key.organisation), kind: .interim, value: Decimal(days), from: from,
      announced: announced,
      source: "NHS mandate 2017/18: 3.5% of occupied beds by September 2017; of \(beds) stated beds, occupied or not",
      isUnconfirmed: true)
  }

  /// The beds an organisation states, or those of every provider below it; `nil` unless all of them state theirs.
  public func beds(of code: OrganisationCode) -> Int? {
    if let own = organisation(code).stated.beds { return own }
    let providers = organisations(with: .delayedDays, below: code, perspective: .providers)
    let beds = providers.compactMap(\.stated.beds)
    return providers.isEmpty || beds.count < providers.count ? nil : beds.reduce(0, +)
  }

  private func figure(of metric: MetricID, like key: Series.Key, in month: Month) -> Measurement? {
    series(Series.Key(metric, key.organisation, perspective: key.perspective))[.month(month)]?.measurement
  }
}
