/// Every series of a board, filed by what it measures; which row counts where two files speak of the same thing is
/// decided here, once.
struct SeriesStore: Sendable {
  private(set) var series: [Series.Key: [SeriesPoint]] = [:]
  /// The breakdown items that exist for a metric of a body, in order.
  private var partsByBody: [Series.Key: [BreakdownItem]] = [:]
  /// The bodies that have a series of their own, by metric.
  private var bodiesByMetric: [MetricID: Set<OrganisationCode>] = [:]
  /// Differences between files that speak of the same thing, gathered per pair of files and metric.
  private(set) var disagreements: [Disagreement] = []

  /// Two files that publish different figures for the same thing.
  struct Disagreement: Sendable {
    let used: String
    let other: String
    let metric: MetricID
    var figures: Int
    /// The first figure they differ on, as a sentence's part.
    let example: String
    /// The largest difference, in the metric's unit.
    var largest: Ratio
    let line: Int
  }

  init(_ contributions: [Contribution]) {
    let gathered = ObservationIndex(contributions)
    var precedence = Precedence(contributions)
    series.reserveCapacity(gathered.places.count)
    for places in gathered.places {
      guard let first = places.first.map({ precedence[$0] }) else { continue }
      let key = Series.Key(first.metric, first.organisation, part: first.part)
      file(precedence.points(places), under: key)
    }
    disagreements = precedence.disagreements.sorted {
      ($0.metric.text, $0.used, $0.other) < ($1.metric.text, $1.used, $1.other)
    }
  }

  /// Every metric that has a figure.
  var metrics: Set<MetricID> { Set(bodiesByMetric.keys) }

  /// The points of a series in order of time; empty where there are none.
  func points(_ key: Series.Key) -> [SeriesPoint] { series[key] ?? [] }

  /// The breakdown items of a metric of a body, in order.
  func parts(_ metric: MetricID, _ organisation: OrganisationCode, lens: Lens = .providers) -> [BreakdownItem] {
    partsByBody[Series.Key(metric, organisation, lens: lens)] ?? []
  }

  /// Files a series, in place of the one that was there.
  mutating func file(_ points: [SeriesPoint], under key: Series.Key) {
    guard !points.isEmpty else { return }
    series[key] = points
    bodiesByMetric[key.metric, default: []].insert(key.organisation)
    guard let part = key.part else { return }
    var whole = key
    whole.part = nil
    SeriesStore.insert(part, into: &partsByBody[whole, default: []])
  }

  /// The codes that have a series of their own for a metric.
  func organisations(with metric: MetricID) -> Set<OrganisationCode> { bodiesByMetric[metric] ?? [] }

  /// Inserts an item in its place, once.
  private static func insert(_ part: BreakdownItem, into parts: inout [BreakdownItem]) {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle] < part { low = middle + 1 } else { high = middle }
    }
    if low == parts.count || parts[low] != part { parts.insert(part, at: low) }
  }
}
