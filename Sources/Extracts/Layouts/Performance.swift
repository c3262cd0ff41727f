import Metrics

// sitrep's own layout for figures. One row: one figure.
//
//   metric,organisation,period,breakdown,item,numerator,denominator,value[,source,note]
//   ae.four-hour,RD8,2017-10-14,department,1,208,247,
//   cancer.62-day,06F,,,,,,75.9

extension Layout {
  /// sitrep's own layout for figures.
  static let performance = Layout(
    name: "performance",
    requirements: [
      Requirement("metric"), Requirement("organisation"), Requirement("period"), Requirement("numerator"),
      Requirement("denominator"), Requirement("value"),
    ],
    reader: { header, surroundings in Performance(header, metrics: surroundings.metrics) })
}

/// Reads performance rows.
struct Performance: RowReader {
  private let header: Header
  private let own: OwnColumns
  private let metricColumn: Int
  private let breakdown: Int?
  private let item: Int?
  private let figure: FigureColumns
  private let metrics: [Metric]
  private let metricsByName: [String: Metric]

  let title = "performance"

  init(_ header: Header, metrics: [Metric]) {
    self.header = header
    self.metrics = metrics
    own = OwnColumns(header)
    metricColumn = header.column("metric") ?? 0
    breakdown = header.column("breakdown")
    item = header.column("item")
    figure = FigureColumns(header)
    metricsByName = Dictionary(metrics.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func read(_ record: Record, into findings: inout Findings) throws(Fault) {
    let metric = try metric(record)
    let period = try own.period(record)
    let part = try part(record, of: metric)
    let measurement = try figure.measurement(record, of: metric)
    let body = try own.body(record, &findings)
    let key = findings.key(metric.id, body, period, part)
    if let first = findings.figure(key) {
      try refuseSecond(measurement, first.measurement, line: first.rows.line)
    }
    findings.add(measurement, to: key, line: record.line)
    own.keepDocument(record, &findings)
  }

  mutating func finish(into findings: inout Findings) {}

  private func metric(_ record: Record) throws(Fault) -> Metric {
    let name = record.text(metricColumn)
    if let metric = metricsByName[name] ?? metricsByName[name.lowercased()] { return metric }
    throw Fault(
      .unknownMetric(name, nearest: Nearest.name(to: name, among: metrics.map(\.id.text)) ?? "ae.four-hour"),
      metricColumn)
  }

  private func part(_ record: Record, of metric: Metric) throws(Fault) -> BreakdownItem? {
    let name = breakdown.map { record.text($0) } ?? ""
    let text = item.map { record.text($0) } ?? ""
    if name.isEmpty && text.isEmpty { return nil }
    let known = metric.breakdowns.first { $0.name == String(name.lowercased().map { $0 == " " ? "-" : $0 }) }
    guard let known else {
      throw Fault(
        .unknownBreakdown(name, metric: metric.id.text, known: metric.breakdowns.map(\.name)), breakdown)
    }
    guard !text.isEmpty else { throw Fault(.noItem(known.name), item) }
    do throws(Cause) {
      return BreakdownItem(known.name, try known.item(named: text))
    } catch {
      throw Fault(error, item)
    }
  }

  /// One row is one figure: a second one is either the same again or a contradiction.
  private func refuseSecond(_ second: Measurement, _ first: Measurement, line: Int) throws(Fault) {
    if first == second { throw Fault(.repeats(line: line)) }
    throw Fault(.secondFigure(line: line, FigureColumns.text(second), FigureColumns.text(first)))
  }
}

extension Metric.Breakdown {
  /// The item that a file names, by its code or its name, in any case.
  func item(named text: String) throws(Cause) -> String {
    let spelling = text
    var text = text.lowercased()
    if name == "department" {
      if text.hasPrefix("type ") { text = String(text.dropFirst(5)) }
      if text == "3" { text = "other" }
    }
    for (item, title) in itemNames where item.lowercased() == text || title.lowercased() == text { return item }
    let items = itemNames.keys.sorted()
    if name == "department" || name == "responsible" {
      throw .closedItem(breakdown: name, known: Cause.alternatives(items), found: spelling)
    }
    if let nearest = Nearest.name(to: text, among: items), Nearest.distance(text, nearest.lowercased()) <= 2 {
      throw .unknownItem(spelling, breakdown: name, nearest: nearest)
    }
    return spelling
  }
}
