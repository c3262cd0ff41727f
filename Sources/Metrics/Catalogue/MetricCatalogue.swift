/// Every metric that a board knows: the built-in ones, the records of money, and those of a system's own.
///
/// A system cannot define a built-in metric anew; where it is tried the settings say so.
public struct MetricCatalogue: Sendable {
  /// The metrics that can have a panel, in the order panels stand: built-in, then a system's own.
  public let metrics: [Metric]
  private let byID: [MetricID: Metric]

  /// The built-in metrics and those of a system's own.
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

  /// How a metric differs from others; of one that is not known, as little as can be.
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

  /// The list of those who wait, whose weekly bands are published and which others are a share of.
  public static let waitingList: MetricID? = Metric.builtIn.first { $0.traits.gap == .pathways }?.id
}
