/// Figures that files state for times before an organisation began or after it ended. They are not included in any
/// total, and both the organisation and the total say so.
struct OutsideLifetimes: Sendable {
  /// A problem for each such organisation: which months, and how much.
  private(set) var problems: [Problem] = []
  /// The organisations that are left out of the total of a metric in a period.
  private var leftOut: [MetricID: [Period: [OrganisationCode]]] = [:]

  init(tree: OrganisationTree, store: SeriesStore, files: [String]) {
    let mortal = tree.byCode.values.filter { ($0.from != nil || $0.to != nil) && $0.role != .system && $0.counts }
    guard !mortal.isEmpty else { return }
    let metrics = store.metrics.sorted()
    for organisation in mortal.sorted(by: { $0.code < $1.code }) {
      for isAfter in [false, true] {
        var found: [(metric: MetricID, points: [SeriesPoint])] = []
        for metric in metrics {
          let points = store.points(Series.Key(metric, organisation.code)).filter { point in
            guard case .published = point.origin, point.measurement != .notReturned else { return false }
            return !organisation.exists(in: point.period) && Self.isAfter(point.period, organisation) == isAfter
          }
          guard !points.isEmpty else { continue }
          found.append((metric, points))
          for point in points { leftOut[metric, default: [:]][point.period, default: []].append(organisation.code) }
        }
        if let problem = Self.problem(organisation, found, isAfter: isAfter, files) { problems.append(problem) }
      }
    }
  }

  /// The organisations whose figures for a period are left out of the total of a metric.
  func organisations(_ metric: MetricID, in period: Period) -> [OrganisationCode] { leftOut[metric]?[period] ?? [] }

  private static func isAfter(_ period: Period, _ organisation: Organisation) -> Bool {
    guard let to = organisation.to, let first = period.firstDay else { return false }
    return first > to.lastDay
  }

  private static func problem(
    _ organisation: Organisation, _ found: [(metric: MetricID, points: [SeriesPoint])], isAfter: Bool, _ files: [String]
  ) -> Problem? {
    guard let first = found.first?.points.first, let limit = isAfter ? organisation.to : organisation.from else {
      return nil
    }
    guard case .published(let contribution, let rows) = first.origin else { return nil }
    let sizes = found.map { metric, points in "\(metric) \(size(of: points))" }
    let others = sizes.count > 3 ? " and \(sizes.count - 3) more" : ""
    let periods = Set(found.flatMap { $0.points.map(\.period) }).sorted()
    let span =
      periods.count == 1
      ? periods[0].title : "\(periods.count) periods, \(periods[0].title) to \(periods[periods.count - 1].title)"
    let month = Period.month(limit).longTitle
    return Problem(
      .warning, file: files[Int(contribution)], line: rows.line,
      "\(organisation.code) \(isAfter ? "ended in" : "began in") \(month) and has figures for \(span): "
        + sizes.prefix(3).joined(separator: ", ") + others + "; they are not included in any total",
      fix: isAfter
        ? "correct `to` of \(organisation.code), or file the rows under the organisation that made the returns"
        : "correct `from` of \(organisation.code), or file the rows under the organisation that made the returns")
  }

  /// The sum of the points, or their number where they cannot be summed.
  private static func size(of points: [SeriesPoint]) -> String {
    var sum: Measurement? = points[0].measurement
    for point in points.dropFirst() { sum = sum?.adding(point.measurement) }
    if points.count > 1, case .rate? = sum { sum = nil }
    return sum?.text ?? "\(points.count) figures"
  }
}
