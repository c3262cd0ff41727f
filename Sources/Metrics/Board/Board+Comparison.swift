import Statistics

/// An organisation's figure among those of its likes: the pooled figure, its rank, and whether it differs by more than chance.
public struct Comparison: Hashable, Sendable {
  /// Whom it is compared with.
  public enum PeerGroup: Hashable, Sendable {
    /// The providers of its own system.
    case system
    /// The organisations its system names as its peers.
    case peers
    /// The providers of England.
    case england
    /// Providers beyond the system, but too few of them to stand for England.
    case extracts
  }

  /// Whom it is compared with.
  public let peerGroup: PeerGroup
  /// All of them together, from their counts: percent, or seconds of a mean; `nil` where one of them has no counts.
  public let pooled: Ratio?
  /// 1 for the best; those alike share a rank. `nil` for an organisation that is not one of them: a system.
  public let rank: Int?
  /// How many there are, the organisation among them.
  public let count: Int
  /// Where it stands on the funnel; `nil` with fewer than three of them, and without the counts a funnel needs.
  public let position: FunnelPoint.Position?
  /// What they have in common beside the metric: `with type 1`; empty when nothing had to be.
  public let likeness: String
}

extension Board {
  /// How many providers beyond the system stand for England: a national file has well over a hundred.
  static let fewestForEngland = 50

  /// A provider beside the providers of its system, its peers and England, as far as the extracts hold them; a system
  /// beside England. A part is compared only with the same part.
  ///
  /// Shares are compared by rank and by funnel, rates without counts and means by rank alone. Plain numbers grow with the
  /// organisation and are not compared, but for those over 52 weeks, which are taken as a share of the list.
  public func comparisons(_ key: Series.Key, in period: Period) -> [Comparison] {
    guard let metric = comparedMetric(key.metric), period != .undated else { return [] }
    let isProvider = organisation(key.organisation).role == .provider
    var kind: Kind?
    if case .having(let part, let with, let without) = metric.traits.likeness, key.part == nil, isProvider {
      kind = Kind(
        part: part, isThere: has(part, key.metric, key.organisation, in: period), with: with, without: without)
    }
    var returns = providerReturns(key, of: metric, in: period, kind: kind)
    // What has counts is compared with what has counts: only from them is there a funnel.
    let hasCounts = returns.first { $0.code == key.organisation }?.hasCounts ?? true
    if hasCounts { returns.removeAll { !$0.hasCounts } }
    let own = Set(tree.descendants(of: tree.system.code).map(\.code))
    let beyond = returns.count { !own.contains($0.code) }
    var peerGroups: [(Comparison.PeerGroup, [Return])] = []
    if isProvider, own.contains(key.organisation), healthSystem.code != .all {
      peerGroups.append((.system, returns.filter { own.contains($0.code) }))
    }
    let peers = Set(organisation(key.organisation).peers)
    if !peers.isEmpty {
      peerGroups.append((.peers, returns.filter { peers.contains($0.code) || $0.code == key.organisation }))
    }
    let everywhere = healthSystem.code == .all ? returns.count : beyond
    if everywhere > 0, isProvider || everywhere >= Board.fewestForEngland {
      peerGroups.append((everywhere >= Board.fewestForEngland ? .england : .extracts, returns))
    }
    return peerGroups.compactMap { peerGroup, returns in
      compare(key, with: returns, peerGroup, likeness: kind?.words ?? "", isHigherBetter: metric.direction == .higher)
    }
  }

  /// Where each provider stands on the funnel of the widest peerGroup there is for it: England, else its system, else all
  /// in the extracts. A&E is compared among those with a type 1 department, and among those without.
  public func funnelPositions(_ id: MetricID, in period: Period) -> [OrganisationCode: FunnelPoint.Position] {
    guard let metric = comparedMetric(id), period != .undated else { return [:] }
    let own = Set(tree.descendants(of: tree.system.code).map(\.code))
    var positions: [OrganisationCode: FunnelPoint.Position] = [:]
    var kinds: [Kind?] = [nil]
    if case .having(let part, let with, let without) = metric.traits.likeness {
      kinds = [true, false].map { Kind(part: part, isThere: $0, with: with, without: without) }
    }
    for kind in kinds {
      let key = Series.Key(id, tree.system.code)
      let all = providerReturns(key, of: metric, in: period, kind: kind).filter(\.hasCounts)
      let beyond = all.count { !own.contains($0.code) }
      let isWide = healthSystem.code == .all || beyond >= Board.fewestForEngland
      let returns = isWide ? all : all.filter { own.contains($0.code) }
      guard returns.count >= 3, let funnel = Board.funnel(of: returns) else { continue }
      for (number, organisation) in returns.enumerated() {
        positions[organisation.code] = funnel.organisations[number].position
      }
    }
    return positions
  }

  /// The metric, where its figures can be compared between organisations at all.
  private func comparedMetric(_ id: MetricID) -> Metric? {
    guard let metric = catalogue[id], metric.direction != .neither else { return nil }
    if case .shareOf = metric.traits.likeness { return metric }
    return metric.unit == .percent || metric.unit == .seconds ? metric : nil
  }

  /// Those that have a part, or those that lack it.
  private struct Kind {
    let part: BreakdownItem
    let isThere: Bool
    let with: String
    let without: String

    /// `with type 1`
    var words: String { isThere ? with : without }
  }

  /// What one provider returned.
  private struct Return {
    let code: OrganisationCode
    let measurement: Measurement
    let value: Ratio

    /// Whether it is more than a rate.
    var hasCounts: Bool { measurement.denominator != nil }
  }

  /// Every provider's figure; of a kind, only those that are of it: with a type 1 department, or without.
  private func providerReturns(_ key: Series.Key, of metric: Metric, in period: Period, kind: Kind?) -> [Return] {
    store.organisations(with: key.metric).compactMap { code in
      // A file of one's own may name a provider of the system that no published one does.
      guard providers.contains(code) || tree[code]?.role == .provider,
        let measurement = compared(Series.Key(key.metric, code, part: key.part), metric, in: period),
        let value = measurement.value, kind.map({ has($0.part, key.metric, code, in: period) == $0.isThere }) ?? true
      else { return nil }
      return Return(code: code, measurement: measurement, value: value)
    }.sorted { $0.code < $1.code }
  }

  /// A provider's figure as it is compared: those over 52 weeks as a share of the list they are on.
  private func compared(_ key: Series.Key, _ metric: Metric, in period: Period) -> Measurement? {
    guard let point = store.point(key, in: period) ?? series(key, grain: period.grain)[period],
      point.origin.hasEveryPeriod
    else { return nil }
    let measurement = point.measurement
    guard case .shareOf(let whole) = metric.traits.likeness else { return measurement }
    let list = store.point(Series.Key(whole, key.organisation, part: key.part), in: period)?.measurement
    guard case .count(let long) = measurement, case .share(_, let of)? = list, of.halves > 0 else { return nil }
    return .share(within: long, of: of)
  }

  private func has(_ part: BreakdownItem, _ metric: MetricID, _ code: OrganisationCode, in period: Period) -> Bool {
    let key = Series.Key(metric, code, part: part)
    return store.point(key, in: period)?.measurement.denominator.map { !$0.isZero } ?? false
  }

  private func compare(
    _ key: Series.Key, with returns: [Return], _ peerGroup: Comparison.PeerGroup, likeness: String, isHigherBetter: Bool
  ) -> Comparison? {
    let own = returns.firstIndex { $0.code == key.organisation }
    guard returns.count >= 2 || own == nil, let first = returns.first else { return nil }
    if organisation(key.organisation).role == .provider, own == nil { return nil }
    let pooled = returns.dropFirst().reduce(Optional(first.measurement)) { $0?.adding($1.measurement) }
    let isPooled = returns.allSatisfy(\.hasCounts)
    let rank = own.map { own in
      1 + returns.count { isHigherBetter ? $0.value > returns[own].value : $0.value < returns[own].value }
    }
    let funnel = returns.count >= 3 ? Board.funnel(of: returns) : nil
    return Comparison(
      peerGroup: peerGroup, pooled: isPooled ? pooled?.value : nil, rank: rank, count: returns.count,
      position: own.flatMap { funnel?.organisations[$0].position }, likeness: likeness)
  }

  /// The funnel of these returns; `nil` unless all of them are shares.
  private static func funnel(of returns: [Return]) -> Funnel? {
    var counts: [Funnel.Count] = []
    for organisation in returns {
      guard case .share(let within, let of) = organisation.measurement else { return nil }
      counts.append(Funnel.Count(within.double, of: of.double))
    }
    return Funnel(counts)
  }
}
