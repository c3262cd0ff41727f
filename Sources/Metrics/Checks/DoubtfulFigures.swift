/// Figures that can be right but seldom are: a month that repeats the one before, and a month that is half, or one and
/// a half times, the usual size. Each is a warning, and is mentioned with the figure.
struct DoubtfulFigures: Sendable {
  /// A warning for each series.
  private(set) var problems: [Problem] = []
  /// Why a figure is doubtful, by series and period.
  private var doubts: [Series.Key: [Period: String]] = [:]

  /// How many earlier months show what is usual, and how many of them there must be.
  private static let usual = 12, fewest = 3
  /// Below this number, nothing is unusual.
  private static let smallest = 100
  /// This many repeated digits are not chance.
  private static let fewestDigits = 7
  /// Where more organisations than this change in the same way in a month, something has happened to all of them, and a
  /// warning for each would say nothing.
  private static let mostAlike = 20

  /// Why a figure is doubtful; empty when it is not.
  subscript(key: Series.Key, period: Period) -> String { doubts.isEmpty ? "" : doubts[key]?[period] ?? "" }

  init(tree: OrganisationTree, catalogue: MetricCatalogue, store: SeriesStore, files: [String]) {
    for id in store.metrics.sorted() {
      guard let metric = catalogue[id], metric.unit != .pounds else { continue }
      var jumps: [Finding] = []
      for code in store.organisations(with: id) {
        guard let organisation = tree[code], organisation.role == .provider else { continue }
        let key = Series.Key(id, code)
        let points = store.points(key).filter { $0.period.grain == .month }
        if let found = Self.repeated(key, points) { note(found, files) }
        let start = tree.predecessors(of: code).compactMap(\.to).max()
        if let found = Self.jump(key, points, metric, since: start) { jumps.append(found) }
      }
      if jumps.count <= Self.mostAlike { for jump in jumps { note(jump, files) } }
    }
  }

  private struct Finding {
    let key: Series.Key
    let point: SeriesPoint
    let message: String
    let caveat: String
    let fix: String
  }

  private mutating func note(_ found: Finding, _ files: [String]) {
    guard case .published(let contribution, let rows) = found.point.origin else { return }
    let others = doubts[found.key]?[found.point.period].map { [$0] } ?? []
    doubts[found.key, default: [:]][found.point.period] = (others + [found.caveat]).joined(separator: "; ")
    problems.append(
      Problem(.warning, file: files[Int(contribution)], line: rows.line, found.message, fix: found.fix))
  }

  /// The latest month, where it repeats the one before it to the last digit; a figure that has repeated for longer is
  /// not a copy.
  private static func repeated(_ key: Series.Key, _ points: [SeriesPoint]) -> Finding? {
    for place in points.indices.dropFirst().reversed() {
      let (point, before) = (points[place], points[place - 1])
      guard point.measurement == before.measurement, point.period == before.period.advanced(by: 1),
        digits(of: point.measurement) >= fewestDigits,
        place < 2 || points[place - 2].measurement != point.measurement,
        place + 1 == points.count || points[place + 1].measurement != point.measurement
      else { continue }
      return Finding(
        key: key, point: point,
        message: "\(key.organisation) \(key.metric) \(point.period.title) repeats \(before.period.title): "
          + point.measurement.text,
        caveat: "the same as \(before.period.title)",
        fix: "check that the month was not copied; if it is right, you need do nothing")
    }
    return nil
  }

  /// How many digits could have been different: zeros at the end say little.
  private static func digits(of measurement: Measurement) -> Int {
    func digits(_ number: Ratio) -> Int {
      var text = Substring(String(number.roundedDown.magnitude))
      while text.last == "0" { text.removeLast() }
      return text.count
    }
    switch measurement {
    case .share(let within, let of): return within == of ? 0 : digits(within.ratio) + digits(of.ratio)
    case .mean(let total, let of, _): return digits(Ratio(total)) + digits(Ratio(of))
    case .count(let count): return digits(count.ratio) >= 5 ? fewestDigits : 0
    case .rate, .money, .suppressed, .notReturned: return 0
    }
  }

  /// The latest month, where it is at most half, or at least one and a half times, the median of those before it.
  private static func jump(_ key: Series.Key, _ points: [SeriesPoint], _ metric: Metric, since start: Month?)
    -> Finding?
  {
    guard let last = points.last(where: { $0.measurement.isKnown }), let size = size(of: last.measurement),
      let month = last.period.month
    else { return nil }
    let before = points.filter { point in
      guard let own = point.period.month, own < month, own.months(until: month) <= usual else { return false }
      return start.map { own > $0 } ?? true
    }.compactMap { self.size(of: $0.measurement) }.sorted()
    guard before.count >= fewest else { return nil }
    let middle = before[before.count / 2]
    guard middle >= smallest, size * 2 <= middle || size * 2 >= middle * 3 else { return nil }
    let fell = size < middle
    let (now, then) = (Ratio(size).text(places: 0), Ratio(middle).text(places: 0))
    return Finding(
      key: key, point: last,
      message: "\(key.organisation) \(key.metric) \(last.period.title) is out of \(now); it is usually out of \(then)",
      caveat: "\(metric.countedThings) \(fell ? "fell" : "rose") to \(now) from \(then)",
      fix: "check that the whole month is there, and only once; if it is right, you need do nothing")
  }

  private static func size(of measurement: Measurement) -> Int? {
    switch measurement {
    case .share(_, let of): of.ratio.roundedDown
    case .mean(_, let of, _): of
    case .count, .rate, .money, .suppressed, .notReturned: nil
    }
  }
}
