import Metrics

extension SystemReader {
  /// Reads one `[[metric]]`; without an id and a unit it is left out.
  mutating func readMetric(_ table: TomlReader.Table) {
    let id = metricID(in: table)
    let title = toml.text("title", in: table)?.value
    let unit = toml.word("unit", in: table, among: Metric.Unit.allCases)?.value
    let direction = toml.word("direction", in: table, among: Metric.Direction.allCases)?.value
    let rollUp = toml.word("rolls-up", in: table, among: Metric.RollUp.allCases)?.value
    let cadence = toml.word("cadence", in: table, among: Metric.Cadence.allCases)?.value ?? .monthly
    let target = toml.target("target", in: table, of: unit.map { ($0, direction ?? .neither) })
    let counted = toml.text("counted", in: table)?.value
    let breakdowns = toml.texts("breakdowns", in: table)
    let per = per(in: table, unit: unit)
    if unit == nil, !toml.has("unit", in: table) {
      toml.report(.missing("unit", of: table.title, example: "unit = \"patients\""), at: table.place)
    }
    guard let id, let unit else { return }
    metrics.metrics.append(
      Metric(
        id, title: title ?? id.text, unit: unit, direction: direction ?? .neither, rollUp: rollUp ?? .none,
        cadence: cadence, calendar: .after(days: cadence.localDelay), countedThings: counted ?? unit.countedThings,
        breakdowns: breakdowns.map { Metric.Breakdown($0, title: "By " + $0) }
      ) {
        $0.per = per
        // A number on a day is a mean of days where a longer period is returned, and a mean has decimals.
        if unit == .beds || rollUp == .snapshot && [.patients, .days].contains(unit) { $0.halves = .means }
      })
    if let target {
      metrics.targets.append(Target(id, kind: .local, value: target, source: toml.file))
    }
  }

  /// The metric that the figures are per: a built-in one, or one defined earlier in the file.
  private mutating func per(in table: TomlReader.Table, unit: Metric.Unit?) -> MetricID? {
    guard let per = toml.text("per", in: table) else { return nil }
    guard metrics.metric(MetricID(per.value)) != nil else {
      toml.report(.metric(.noSuchMetric(per.value, known: metrics.known)), at: per.place)
      return nil
    }
    if let unit, [.percent, .pounds, .seconds].contains(unit) {
      toml.report(.metric(.perOfShare(unit.rawValue)), at: per.place)
      return nil
    }
    return MetricID(per.value)
  }

  private mutating func metricID(in table: TomlReader.Table) -> MetricID? {
    guard let id = toml.text("id", in: table) else {
      if !toml.has("id", in: table) {
        toml.report(.missing("id", of: table.title, example: "id = \"ae.handovers\""), at: table.place)
      }
      return nil
    }
    if metrics.isBuiltIn(id.value) {
      toml.report(.metric(.builtIn(id.value)), at: id.place)
      return nil
    }
    if let first = metrics.place(of: id.value) {
      toml.report(.metric(.definedTwice(id.value, firstLine: first.line)), at: id.place)
      return nil
    }
    metrics.define(id)
    // Views and the command line name metrics by one word.
    guard !id.value.contains(where: \.isWhitespace) else {
      toml.report(.metric(.spacedName(id.value, key: "id")), at: id.place)
      return nil
    }
    return MetricID(id.value)
  }
}

extension Metric.Cadence {
  /// Days from the end of a period to a local return; these are not published, so this is what a local team can
  /// achieve.
  fileprivate var localDelay: Int {
    switch self {
    case .daily: 1
    case .weekly: 3
    case .monthly: 14
    case .quarterly, .yearly: 30
    }
  }
}

extension Metric.Unit {
  /// The name of what is counted, where the file does not say.
  fileprivate var countedThings: String {
    switch self {
    case .days: "days"
    case .beds: "beds"
    case .percent, .patients, .seconds, .pounds: "patients"
    }
  }
}
