/// Every metric that a board knows: the built-in metrics, the records of money, and the metrics that a system defines.
///
/// A system cannot redefine a built-in metric; where it tries to, reading its settings reports a problem.
public struct MetricCatalogue: Sendable {
  /// The metrics that can have a panel, in the order of the panels: built-in metrics, then the system's own.
  public let metrics: [Metric]
  private let byID: [MetricID: Metric]

  /// The built-in metrics and those that a system defines.
  public init(local: [Metric] = []) {
    let own = Dictionary(local.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let builtIn = Set(Metric.builtIn.map(\.id))
    metrics = Metric.builtIn.map { own[$0.id] ?? $0 } + local.filter { !builtIn.contains($0.id) }
    byID = Dictionary((metrics + Metric.records).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The built-in metrics alone.
  public static let builtIn = MetricCatalogue()

  /// The metric of this name; `nil` where there is none.
  public subscript(_ id: MetricID) -> Metric? { byID[id] }

  /// Every metric, records of money among them.
  public var all: some Collection<Metric> { byID.values }

  /// How a metric differs from others; the default traits for a metric that is not known.
  public func traits(of id: MetricID) -> Metric.Traits { byID[id]?.traits ?? Metric.Traits() }

  /// The built-in positions of money.
  static let positions: [(id: MetricID, position: Metric.Position)] = Metric.builtIn.compactMap { metric in
    metric.traits.position.map { (metric.id, $0) }
  }

  /// The metric that is a position of money.
  public static func position(_ position: Metric.Position) -> MetricID? {
    positions.first { $0.position == position }?.id
  }

  /// The record of money behind a position.
  public static func record(_ record: Metric.Record) -> Metric? {
    Metric.records.first { $0.traits.record == record }
  }

  /// The metric of the waiting list: its weekly bands are published, and long waits are compared as a share of it.
  public static let waitingList: MetricID? = Metric.builtIn.first { $0.traits.gap == .pathways }?.id
}
