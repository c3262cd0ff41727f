/// A body's figure among those of its likes: the pooled figure, its rank, and whether it differs by more than chance.
public struct Comparison: Hashable, Sendable {
  /// Whom it is compared with.
  public enum Company: Hashable, Sendable {
    /// The providers of its own system.
    case system
    /// The bodies its system names as its peers.
    case peers
    /// The providers of England.
    case england
    /// Providers beyond the system, but too few of them to stand for England.
    case extracts
  }

  /// Whom it is compared with.
  public let company: Company
  /// All of them together, from their counts, in percent.
  public let pooled: Ratio
  /// 1 for the best; those alike share a rank. `nil` for a body that is not one of them: a system.
  public let rank: Int?
  /// How many there are, the body among them.
  public let count: Int
  /// Where it stands on the funnel; `nil` with fewer than three of them.
  public let position: FunnelBody.Position?
  /// What they have in common beside the metric: `with type 1`; empty when nothing had to be.
  public let likeness: String
}

extension Board {
  /// How many providers beyond the system stand for England: a national file has well over a hundred.
  static let fewestForEngland = 50

  /// A provider beside the providers of its system, its peers and England, as far as the extracts hold them; a system
  /// beside England. Only shares with their counts are compared, and a part only with the same part.
  public func comparisons(_ key: Series.Key, in period: Period) -> [Comparison] {
    guard let metric = catalogue[key.metric], metric.direction != .neither, metric.unit == .percent,
      period != .undated
    else { return [] }
    let isWholeAE = key.metric == .fourHour && key.part == nil && organisation(key.organisation).role == .provider
    let hasMajor = isWholeAE ? hasMajorDepartment(key.organisation, in: period) : nil
    let likeness = hasMajor.map { $0 ? "with type 1" : "without type 1" } ?? ""
    let returns = providerReturns(key, in: period, hasMajor: hasMajor)
    let own = Set(tree.descendants(of: tree.system.code).map(\.code))
    let beyond = returns.count { !own.contains($0.code) }
    var companies: [(Comparison.Company, [Return])] = []
    let isProvider = organisation(key.organisation).role == .provider
    if isProvider, own.contains(key.organisation), healthSystem.code != .all {
      companies.append((.system, returns.filter { own.contains($0.code) }))
    }
    let peers = Set(organisation(key.organisation).peers)
    if !peers.isEmpty {
      companies.append((.peers, returns.filter { peers.contains($0.code) || $0.code == key.organisation }))
    }
    let everywhere = healthSystem.code == .all ? returns.count : beyond
    if everywhere > 0, isProvider || everywhere >= Board.fewestForEngland {
      companies.append((everywhere >= Board.fewestForEngland ? .england : .extracts, returns))
    }
    return companies.compactMap { company, returns in
      compare(key, with: returns, company, likeness: likeness, isHigherBetter: metric.direction == .higher)
    }
  }

  /// What one provider returned.
  private struct Return {
    let code: OrganisationCode
    let within: Count, of: Count
    /// The share, exactly.
    var share: Ratio { of.halves == 0 ? .zero : Ratio(within.halves, of.halves) }
  }

  /// Every provider's counts; of A&E only those that, like the body, have or have not a type 1 department.
  private func providerReturns(_ key: Series.Key, in period: Period, hasMajor: Bool?) -> [Return] {
    store.organisations(with: key.metric).compactMap { code in
      guard providers.contains(code), let point = store.points(Series.Key(key.metric, code, part: key.part)).at(period),
        case .share(let within, let of) = point.measurement, of.halves > 0,
        hasMajor.map({ hasMajorDepartment(code, in: period) == $0 }) ?? true
      else { return nil }
      return Return(code: code, within: within, of: of)
    }.sorted { $0.code < $1.code }
  }

  private func hasMajorDepartment(_ code: OrganisationCode, in period: Period) -> Bool {
    let key = Series.Key(.fourHour, code, part: BreakdownItem("department", "1"))
    return store.points(key).at(period)?.measurement.denominator.map { !$0.isZero } ?? false
  }

  private func compare(
    _ key: Series.Key, with returns: [Return], _ company: Comparison.Company, likeness: String, isHigherBetter: Bool
  ) -> Comparison? {
    let own = returns.firstIndex { $0.code == key.organisation }
    guard returns.count >= 2 || own == nil, !returns.isEmpty else { return nil }
    if organisation(key.organisation).role == .provider, own == nil { return nil }
    let within = returns.reduce(Count.zero) { $0 + $1.within }
    let of = returns.reduce(Count.zero) { $0 + $1.of }
    let rank = own.map { own in
      1 + returns.count { isHigherBetter ? $0.share > returns[own].share : $0.share < returns[own].share }
    }
    let funnel = Funnel(returns.map { Funnel.Count($0.within.double, of: $0.of.double) })
    return Comparison(
      company: company, pooled: Ratio(within.halves) * Ratio(100) / Ratio(of.halves), rank: rank, count: returns.count,
      position: returns.count >= 3 ? own.flatMap { funnel.bodies[$0].position } : nil, likeness: likeness)
  }
}

extension [SeriesPoint] {
  /// The point of a period; they are in order of time.
  fileprivate func at(_ period: Period) -> SeriesPoint? { last { $0.period == period } }
}
