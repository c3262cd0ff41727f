import Metrics

/// The metrics, targets and charts of a file.
struct MetricTables {
  /// Metrics that the system defines.
  var metrics: [Metric] = []
  /// Targets: those of its own metrics, then those of the `[[target]]` tables.
  var targets: [Target] = []
  /// Settings of control charts.
  var charts: [ChartSetting] = []
  /// Where each of its own metrics is defined, including those left out.
  private var places: [String: TomlPlace] = [:]

  private static let builtIn = (Metric.builtIn + Metric.records).map(\.id.text)

  /// Whether the metric is built in.
  func isBuiltIn(_ id: String) -> Bool { MetricTables.builtIn.contains(id) }
  /// A metric that a file may have figures for; `nil` where it was left out.
  func metric(_ id: MetricID) -> Metric? { (metrics + Metric.builtIn).first { $0.id == id } }
  /// Where one of the system's own metrics is defined.
  func place(of id: String) -> TomlPlace? { places[id] }
  /// Every metric there is, by name.
  var known: [String] { MetricTables.builtIn + places.keys.sorted() }
  /// Records where a metric is defined, whether or not it can be used.
  mutating func define(_ id: Placed<String>) { places[id.value] = id.place }
}
