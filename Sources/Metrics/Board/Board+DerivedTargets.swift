/// A target, or the reason why there is none although one is set.
struct TargetInForce {
  let target: Target?
  /// `no target: its figure of November 2024 is not in the extracts`; empty where nothing is missing.
  var reason = ""
}

/// Targets whose value differs between organisations or months, worked out from the figures on the board.
///
/// | rule | value | based on |
/// | --- | --- | --- |
/// | a rise | the organisation's own figure of a month plus a number of points, or the stated minimum if that is higher | that figure |
/// | under a percentage of the list | the largest number that is still below it | the list in the period shown |
/// | per day | the number stated, for each day | the days of the period |
/// | a percentage of beds | that share of the beds, for each day | the beds that the system states |
extension Board {
  /// The value of a target with a rule for a series in a period.
  func worked(out target: Target, for key: Series.Key, in period: Period) -> TargetInForce {
    guard key.part == nil, let rule = target.rule else { return TargetInForce(target: nil) }
    switch rule {
    case .rise(let points, let base): return rise(target, by: points, since: base, key)
    case .underPercentOfList: return TargetInForce(target: underPercentOfList(target, key, in: period))
    case .perDay:
      guard let days = period.days else { return TargetInForce(target: nil) }
      return TargetInForce(target: target.coming(to: Decimal((target.value.ratio * Ratio(days)).roundedDown)))
    case .percentOfBeds: return TargetInForce(target: percentOfBeds(target, key, in: period))
    }
  }

  /// A target that starts from the organisation's own figure of a month; without that figure there is no target.
  private func rise(_ target: Target, by points: Int, since base: Month, _ key: Series.Key) -> TargetInForce {
    guard let own = figure(of: key.metric, like: key, in: .month(base))?.value else {
      return TargetInForce(
        target: nil, reason: "no target: its figure of \(base.name) \(base.year) is not in the extracts")
    }
    let risen = (own + Ratio(points)).rounded(places: 2)
    // No trailing zeros: 63, 67.5, 65.31.
    let places = risen % 100 == 0 ? 0 : risen % 10 == 0 ? 1 : 2
    let exact = Decimal(risen / Decimal.powerOfTen(2 - places), places: places)
    let value = exact.ratio > target.value.ratio ? exact : target.value
    return TargetInForce(target: target.coming(to: value))
  }

  /// Fewer than a percentage of the list waiting that long, as a number of pathways on the list in that period.
  private func underPercentOfList(_ target: Target, _ key: Series.Key, in period: Period) -> Target? {
    guard period.grain == .month, case .shareOf(let whole) = catalogue.traits(of: key.metric).likeness,
      case .share(_, let list)? = figure(of: whole, like: key, in: period)
    else { return nil }
    let limit = (list.ratio * target.value.ratio / Ratio(100)).roundedUp - 1
    return target.coming(to: Decimal(max(0, limit)))
  }

  /// A percentage of the beds that are known, for each day of a month.
  private func percentOfBeds(_ target: Target, _ key: Series.Key, in period: Period) -> Target? {
    guard period.grain == .month, let length = period.days, key.organisation != .england, key.organisation != .all,
      let beds = beds(of: key.organisation)
    else { return nil }
    let days = (target.value.ratio / Ratio(100) * Ratio(beds) * Ratio(length)).roundedDown
    return target.coming(
      to: Decimal(days), source: target.source + "; of \(beds) stated beds, occupied or not")
  }

  /// The beds that an organisation states, or the sum over the providers below it; `nil` unless every one of them
  /// states its beds.
  public func beds(of code: OrganisationCode) -> Int? {
    if let own = organisation(code).stated.beds { return own }
    guard let delays = catalogue.metrics.first(where: { $0.traits.gap == .bedDays }) else { return nil }
    let providers = organisations(with: delays.id, below: code, perspective: .providers)
    let beds = providers.compactMap(\.stated.beds)
    return providers.isEmpty || beds.count < providers.count ? nil : beds.reduce(0, +)
  }

  /// Whether a figure is England's. It is where the organisation is England; where a file states England's figure and
  /// the total of the extracts equals it; and where the extracts cover all of England. A large number of organisations
  /// alone does not make England.
  func isEngland(_ key: Series.Key, in period: Period) -> Bool {
    if key.organisation == .england { return true }
    guard key.organisation == .all, targets.hasEnglandTarget(key.metric) else { return false }
    if wholesOfEngland.contains(key.metric, period) { return true }
    guard
      let stated = store.point(Series.Key(key.metric, .england, part: key.part), in: period)?.measurement,
      stated.isKnown
    else { return false }
    return stated == store.point(key, in: period)?.measurement
  }

  private func figure(of metric: MetricID, like key: Series.Key, in period: Period) -> Measurement? {
    series(Series.Key(metric, key.organisation, perspective: key.perspective))[period]?.measurement
  }
}
