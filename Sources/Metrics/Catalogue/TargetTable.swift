/// The targets of a board: a system's own beat the built-in ones, a body's own beat everyone's.
public struct TargetTable: Sendable {
  /// Which kind of target variance is measured against; `t` on the board switches it.
  public enum Choice: UInt8, Sendable, CaseIterable {
    /// The standard, or where a metric has none, the system's own target.
    case standard
    /// The interim ambition, now or next.
    case interim
    /// The body's own trajectory.
    case trajectory

    /// The words for it in a header.
    public var words: String {
      switch self {
      case .standard: "against the standard"
      case .interim: "against the interim"
      case .trajectory: "against trajectory"
      }
    }
    /// The next one, round and round.
    public var next: Choice { Choice(rawValue: (rawValue + 1) % 3) ?? .standard }
  }

  private let byMetric: [MetricID: [Target]]

  /// The built-in targets and those of a system and its files.
  public init(own: [Target]) {
    byMetric = Dictionary(grouping: own + StandardTargets.all, by: \.metric)
  }

  /// The target in force for a body and part in a period; `nil` where there is none of the chosen kind.
  ///
  /// An interim that is announced but does not bind yet counts as the distance to go.
  public func target(
    for metric: MetricID, organisation: Organisation?, part: BreakdownItem? = nil, in period: Period, choice: Choice
  ) -> Target? {
    guard let targets = byMetric[metric] else { return nil }
    let applicable = targets.filter { applies($0, to: organisation, part: part) }
    let month = period.month
    for kinds in TargetTable.kinds(for: choice) {
      let ofKind = applicable.filter { kinds == $0.kind }
      if let best = TargetTable.best(ofKind, in: month, part: part) { return best }
    }
    return nil
  }

  private static func kinds(for choice: Choice) -> [Target.Kind] {
    switch choice {
    case .standard: [.standard, .local]
    case .interim: [.interim]
    case .trajectory: [.trajectory]
    }
  }

  private func applies(_ target: Target, to organisation: Organisation?, part: BreakdownItem?) -> Bool {
    if let targetPart = target.part, targetPart != part { return false }
    switch target.scope {
    case .everyone: break
    case .england: if organisation?.code != .england && organisation?.code != .all { return false }
    case .organisation(let code): if organisation?.code != code { return false }
    }
    // A count's target for the whole says nothing of its parts; a percentage's does.
    if part != nil, target.part == nil {
      return target.kind != .trajectory && Metric.builtIn.first { $0.id == target.metric }?.unit == .percent
    }
    return true
  }

  /// The most specific that binds; else the next one announced.
  private static func best(_ targets: [Target], in month: Month?, part: BreakdownItem?) -> Target? {
    guard let month else {
      // An undated figure is held against what always holds, else the last standard that ended, else nothing.
      return targets.filter { $0.kind == .standard || $0.kind == .local }.max { rank($0) < rank($1) }
    }
    if let binding = targets.filter({ $0.binds(in: month) }).max(by: { rank($0) < rank($1) }) { return binding }
    return targets.filter { target in
      guard target.kind == .interim, let from = target.from, let announced = target.announced else { return false }
      return announced <= month && month < from
    }.min { ($0.from ?? month) < ($1.from ?? month) }
  }

  private static func rank(_ target: Target) -> (Int, Int, Int, Int) {
    let scope: Int
    switch target.scope {
    case .everyone: scope = 0
    case .england: scope = 1
    case .organisation: scope = 2
    }
    return (target.part == nil ? 0 : 1, scope, target.isUnconfirmed ? 0 : 1, Int(target.from?.index ?? 0))
  }
}
