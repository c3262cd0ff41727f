import Statistics

/// An organisation's figure among those of comparable organisations: the pooled figure, its rank, and whether it
/// differs by more than chance.
public struct Comparison: Hashable, Sendable {
  /// The organisations that it is compared with.
  public enum PeerGroup: Hashable, Sendable {
    /// The providers of its own system.
    case system
    /// The organisations that its system lists as its peers.
    case peers
    /// The providers of England.
    case england
    /// Providers outside the system, but too few of them to represent England.
    case extracts
  }

  /// The organisations that it is compared with.
  public let peerGroup: PeerGroup
  /// The figure of all of them together, from their counts: percent, or seconds for a mean; `nil` where one of them has
  /// no counts.
  public let pooled: Ratio?
  /// Its rank, 1 for the best; equal figures share a rank. `nil` for an organisation that is not one of them, such as a
  /// system.
  public let rank: Int?
  /// How many organisations there are, this one included.
  public let count: Int
  /// Its position on the funnel plot; `nil` with fewer than three organisations, and without the counts that a funnel
  /// needs.
  public let position: FunnelPoint.Position?
  /// What the organisations must have in common besides the metric: `with type 1`; empty where nothing is required.
  public let likeness: String
}

extension Board {
  /// How many providers outside the system represent England: a national file has well over a hundred.
  static let fewestForEngland = 50

  /// The comparisons of an organisation: a provider with the providers of its system, with its peers and with England,
  /// as far as the extracts have them; a system with England. A part is compared only with the same part.
  ///
  /// Shares are compared by rank and by funnel plot; rates without counts, and means, by rank alone. Counts grow with
  /// the size of the organisation and are not compared, except for waits over 52 weeks, which are compared as a share
  /// of the list.
  public func comparisons(_ key: Series.Key, in period: Period) -> [Comparison] {
    guard let metric = comparedMetric(key.metric), period != .undated else { return [] }
    let isProvider = organisation(key.organisation).role == .provider
    var kind: Kind?
    if case .having(let part, let with, let without) = metric.traits.likeness, key.part == nil, isProvider {
      kind = Kind(
        part: part, isThere: has(part, key.metric, key.organisation, in: period), with: with, without: without)
    }
    var returns = providerReturns(key, of: metric, in: period, kind: kind)
    // Figures with counts are compared only with figures with counts, because a funnel plot needs them.
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

  /// The position of each provider on the funnel plot of its widest peer group: England, otherwise its system,
  /// otherwise all providers in the extracts. A&E is compared among providers with a type 1 department, and among those
  /// without one.
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

  /// The metric, where its figures can be compared between organisations.
  private func comparedMetric(_ id: MetricID) -> Metric? {
    guard let metric = catalogue[id], metric.direction != .neither else { return nil }
    if case .shareOf = metric.traits.likeness { return metric }
    return metric.unit == .percent || metric.unit == .seconds ? metric : nil
  }

  /// The providers that have a part, or those that do not.
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

    /// Whether it has counts, rather than a rate alone.
    var hasCounts: Bool { measurement.denominator != nil }
  }

  /// Every provider's figure; where a kind is given, only the providers of that kind: with a type 1 department, or
  /// without one.
  private func providerReturns(_ key: Series.Key, of metric: Metric, in period: Period, kind: Kind?) -> [Return] {
    store.organisations(with: key.metric).compactMap { code in
      // An organisation's own file may name a provider of the system that no published file names.
      guard providers.contains(code) || tree[code]?.role == .provider,
        let measurement = compared(Series.Key(key.metric, code, part: key.part), metric, in: period),
        let value = measurement.value, kind.map({ has($0.part, key.metric, code, in: period) == $0.isThere }) ?? true
      else { return nil }
      return Return(code: code, measurement: measurement, value: value)
    }.sorted { $0.code < $1.code }
  }

  /// A provider's figure as it is compared: waits over 52 weeks become a share of the provider's waiting list.
  private func compared(_ key: Series.Key, _ metric: Metric, in period: Period) -> Measurement? {
    guard let point = store.point(key, in: period) ?? series(key, grain: period.grain)[period],
      point.origin.hasEveryPeriod
    else { return nil }
    let measurement = point.measurement
    guard case .shareOf(let whole) = metric.traits.likeness else { return measurement }
    let list = store.point(Series.Key(whole, key.organisation, part: key.part), in: period)?.measurement
    guard case .count(let long) = measurement, case .share(_, let of)? = list, of.parts > 0 else { return nil }
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
