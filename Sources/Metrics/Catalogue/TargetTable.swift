/// The targets of a board. A system's own targets take precedence over the built-in ones, and an organisation's own
/// over everyone's.
public struct TargetTable: Sendable {
  /// Which kind of target variance is measured against; `t` on the board switches it.
  public enum Choice: String, Sendable, CaseIterable {
    /// The standard; where a metric has none, the system's own target.
    case standard
    /// The interim ambition that applies now, or the next one.
    case interim
    /// The organisation's own trajectory.
    case trajectory
    /// The system's own target, even where there is a standard.
    case local

    /// Its name in a header.
    public var words: String {
      switch self {
      case .standard: "against the standard"
      case .interim: "against the interim target"
      case .trajectory: "against the trajectory"
      case .local: "against the local target"
      }
    }
  }

  /// The choice after this one, cyclically. A local target is a choice of its own only where there is one beside a
  /// standard; elsewhere it already takes the standard's place.
  public func choice(after choice: Choice) -> Choice {
    let order: [Choice] = [.standard, .interim, .trajectory] + (hasLocalBesideStandard ? [.local] : [])
    guard let place = order.firstIndex(of: choice) else { return .standard }
    return order[(place + 1) % order.count]
  }

  /// Whether some metric with a standard has a local target too.
  private let hasLocalBesideStandard: Bool

  /// A target, and whether a system or one of its files set it.
  fileprivate struct Entry: Sendable {
    let target: Target
    let isOwn: Bool
  }

  private let byMetric: [MetricID: [Entry]]
  /// The metrics whose parts are compared with the target of the whole, with the breakdowns that are not partitions.
  private let percentages: [MetricID: Set<String>]

  /// The built-in targets and those of a system and its files; where two of the latter are for the same thing, the
  /// first is used.
  public init(own: [Target], catalogue: MetricCatalogue = .builtIn) {
    let all = own.map { Entry(target: $0, isOwn: true) } + StandardTargets.all.map { Entry(target: $0, isOwn: false) }
    byMetric = Dictionary(grouping: all, by: \.target.metric)
    hasLocalBesideStandard = byMetric.values.contains { entries in
      entries.contains { $0.target.kind == .local } && entries.contains { $0.target.kind == .standard }
    }
    let shares = catalogue.all.filter { $0.unit == .percent }.map { metric in
      (metric.id, Set(metric.breakdowns.filter { !$0.isPartition }.map(\.name)))
    }
    percentages = Dictionary(shares, uniquingKeysWith: { first, _ in first })
  }

  /// The target in force for an organisation and part in a period; `nil` where there is none of the chosen kind.
  ///
  /// An interim ambition that is announced but does not apply yet is used for the distance to go. A board works out the
  /// value of a target with a rule.
  ///
  /// - Parameter isEngland: whether the organisation's figure is England's.
  public func target(
    for metric: MetricID, organisation: Organisation?, part: BreakdownItem? = nil, in period: Period, choice: Choice,
    isEngland: Bool = false
  ) -> Target? {
    guard let entries = byMetric[metric] else { return nil }
    for kind in TargetTable.kinds(for: choice) {
      func applies(_ target: Target) -> Bool {
        self.applies(target, to: organisation, isEngland: isEngland, part: part)
      }
      if let best = TargetTable.best(entries, kind, in: period, where: applies) { return entries[best].target }
    }
    return nil
  }

  /// The targets that can apply to a series, whatever the period, so that many periods can be looked up.
  ///
  /// - Parameter isEngland: whether the organisation's figure is England's in all of its periods.
  func standing(
    for metric: MetricID, organisation: Organisation, part: BreakdownItem?, choice: Choice, isEngland: Bool
  ) -> Standing {
    var standing = Standing(kinds: TargetTable.kinds(for: choice))
    for entry in byMetric[metric] ?? []
    where standing.kinds.contains(entry.target.kind)
      && applies(entry.target, to: organisation, isEngland: isEngland, part: part)
    {
      standing.entries.append(entry)
    }
    return standing
  }

  /// The targets that can apply to one series.
  struct Standing: Sendable {
    /// The kinds that are looked for, the first before the second.
    fileprivate let kinds: [Target.Kind]
    fileprivate var entries: [Entry] = []

    /// The target in force in a period; `nil` where there is none.
    func target(in period: Period) -> Target? {
      if entries.isEmpty { return nil }
      for kind in kinds {
        if let best = TargetTable.best(entries, kind, in: period, where: { _ in true }) { return entries[best].target }
      }
      return nil
    }
  }

  private static func kinds(for choice: Choice) -> [Target.Kind] {
    switch choice {
    case .standard: [.standard, .local]
    case .interim: [.interim]
    case .trajectory: [.trajectory]
    case .local: [.local]
    }
  }

  /// Whether a part of a metric has a target of its own.
  func hasPartTargets(_ metric: MetricID) -> Bool { byMetric[metric]?.contains { $0.target.part != nil } ?? false }

  /// Whether any national target of a metric is for England alone.
  func hasEnglandTarget(_ metric: MetricID) -> Bool {
    byMetric[metric]?.contains { $0.target.scope == .england } ?? false
  }

  private func applies(
    _ target: Target, to organisation: Organisation?, isEngland: Bool, part: BreakdownItem?
  ) -> Bool {
    if let targetPart = target.part, targetPart != part { return false }
    switch target.scope {
    case .everyone: break
    case .england: if !isEngland, organisation?.code != .england { return false }
    case .everyTrust: if organisation?.role != .provider { return false }
    case .everySystem: if organisation?.role != .system || organisation?.code == .all { return false }
    case .organisation(let code): if organisation?.code != code { return false }
    }
    // The target of a count's whole says nothing about its parts. That of a percentage does, except for what lies
    // outside it, such as patients of commissioners outside England.
    if let part, target.part == nil {
      guard target.kind != .trajectory, let outside = percentages[target.metric] else { return false }
      return !outside.contains(part.breakdown)
    }
    return true
  }

  /// The place of the most specific target of a kind that applies; otherwise of the next one announced.
  ///
  /// Every point of every series asks, so the cheap questions come first and nothing is collected.
  fileprivate static func best(
    _ entries: [Entry], _ kind: Target.Kind, in period: Period, where applies: (Target) -> Bool
  ) -> Int? {
    guard let month = period.month else { return bestUndated(entries, kind, where: applies) }
    var best: Int?
    for place in entries.indices where entries[place].target.kind == kind && entries[place].target.binds(period) {
      guard applies(entries[place].target) else { continue }
      if best.map({ rank(entries[$0]) < rank(entries[place]) }) ?? true { best = place }
    }
    if best != nil || kind != .interim { return best }
    for place in entries.indices where entries[place].target.kind == kind {
      guard let from = entries[place].target.from, let announced = entries[place].target.announced,
        announced <= month, month <= from, applies(entries[place].target)
      else { continue }
      if best.map({ from < entries[$0].target.from ?? month }) ?? true { best = place }
    }
    return best
  }

  /// The target of an undated figure: a standard that still applies, otherwise the one that ended last, otherwise none.
  private static func bestUndated(
    _ entries: [Entry], _ kind: Target.Kind, where applies: (Target) -> Bool
  ) -> Int? {
    guard kind == .standard || kind == .local else { return nil }
    let standards = entries.indices.filter { entries[$0].target.kind == kind && applies(entries[$0].target) }
    let last = standards.map { end(entries[$0].target) }.max()
    return standards.filter { end(entries[$0].target) == last }.max { rank(entries[$0]) < rank(entries[$1]) }
  }

  private static func end(_ target: Target) -> Int32 { target.to?.index ?? .max }

  private static func rank(_ entry: Entry) -> (Int, Int, Int, Int, Int32) {
    let target = entry.target
    let scope: Int
    switch target.scope {
    case .everyone: scope = 0
    case .england, .everyTrust, .everySystem: scope = 1
    case .organisation: scope = 2
    }
    return (
      target.part == nil ? 0 : 1, entry.isOwn ? 1 : 0, scope, target.isUnconfirmed ? 0 : 1, target.from?.index ?? .min
    )
  }
}
