import Metrics

/// The metrics, targets and charts of a file.
struct MetricTables {
  /// Metrics of the system's own.
  var metrics: [Metric] = []
  /// Targets: those of its own metrics, then the `[[target]]` tables.
  var targets: [Target] = []
  /// Settings of control charts.
  var charts: [ChartSetting] = []
  /// Where each metric of its own is defined, those left out too.
  private var places: [String: TomlPlace] = [:]

  private static let builtIn = (Metric.builtIn + Metric.records).map(\.id.text)

  /// Whether sitrep itself knows the metric.
  func isBuiltIn(_ id: String) -> Bool { MetricTables.builtIn.contains(id) }
  /// A metric that a file may hold figures of; `nil` where it was left out.
  func metric(_ id: MetricID) -> Metric? { (metrics + Metric.builtIn).first { $0.id == id } }
  /// Where a metric of the system's own is defined.
  func place(of id: String) -> TomlPlace? { places[id] }
  /// Every metric there is, by name.
  var known: [String] { MetricTables.builtIn + places.keys.sorted() }
  /// Remembers where a metric is defined, whether it can be used or not.
  mutating func define(_ id: Placed<String>) { places[id.value] = id.place }
}
