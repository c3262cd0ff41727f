import Metrics

// sitrep's own layout for figures. One row: one figure.
//
//   metric,organisation,period,breakdown,item,numerator,denominator,value[,source,note]
//   ae.four-hour,RD8,2017-10-14,department,1,208,247,
//   cancer.62-day,06F,,,,,,75.9

extension Layout {
  /// sitrep's own layout for figures.
  static let performance = Layout(
    name: "performance", columns: Performance.Columns.init,
    reader: { header, columns, context in Performance(header, columns, metrics: context.metrics) })
}

/// Reads performance rows.
struct Performance: RowReader {
  /// The places of its columns.
  struct Columns {
    let metric: Int
    let own: OwnColumns
    let breakdown, item: Int?
    let figure: FigureColumns

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      metric = try columns.required("metric")
      own = try OwnColumns(&columns)
      breakdown = columns.optional("breakdown")
      item = columns.optional("item")
      figure = FigureColumns(
        numerator: try columns.required("numerator"), denominator: try columns.required("denominator"),
        value: try columns.required("value"))
    }
  }

  private let header: Header
  private let columns: Columns
  private var own: OwnColumns { columns.own }
  private var totals = OwnTotals()
  private var fractions = FractionWatch()
  private let metrics: [Metric]
  private let placesByName: [String: Int]
  private var names = Interner()
  /// The place in `metrics` of each name that has been met.
  private var places: [Int] = []
  private var periods = Interner()
  /// The period that each text means; `nil` for a text that is none.
  private var knownPeriods: [Period?] = []
  private var breakdowns = Interner()
  private var items = Interner()
  private var parts = HashTable()
  /// The part that each pair of a breakdown and an item means for a metric.
  private var knownParts: [BreakdownItem?] = []

  let title = "performance"
  let isLocal = true

  init(_ header: Header, _ columns: Columns, metrics: [Metric]) {
    self.header = header
    self.columns = columns
    self.metrics = metrics
    placesByName = Dictionary(
      zip(metrics.map(\.id.text), metrics.indices), uniquingKeysWith: { first, _ in first })
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let place = try metric(record, isFull: builder.problems.isFull)
    let metric = metrics[place]
    let period = try period(record)
    let part = try part(record, ofMetricAt: place)
    let measurement = try columns.figure.measurement(record, of: metric)
    if own.isTotal(record), builder.isUnlisted(record.text(own.organisationColumn)) {
      let key = builder.key(metric.id, 0, period, part)
      totals.state(measurement, key, isEngland: own.isEngland(record), line: record.line)
      return
    }
    fractions.note(measurement, metric, line: record.line)
    builder.noteHalves(measurement, metric.id, metric.traits.halves, line: record.line)
    let organisation = try own.organisation(record, &builder)
    let key = builder.key(metric.id, organisation, period, part)
    if let first = builder.figure(key) {
      try refuseSecond(measurement, first.measurement, line: first.rows.line)
    }
    builder.add(measurement, to: key, line: record.line)
    own.keepDocument(record, &builder)
  }

  /// A row needs a metric, an organisation and a period; which columns its figure needs depends on the metric.
  var fewestFields: Int? { max(columns.metric, own.organisationColumn, own.time) + 1 }

  mutating func finish(into builder: inout ContributionBuilder) {
    for name in ["metric", "organisation", "period", "numerator", "denominator", "value"] as [ColumnName] {
      let places = header.columns(name)
      guard places.count > 1 else { continue }
      builder.problems.add(
        .columnTwice(header.title(places[0]), first: places[0] + 1), .warning, line: header.line, field: places[1],
        title: header.title(places[1]))
    }
    totals.finish(into: &builder)
    fractions.finish(into: &builder)
  }

  private mutating func metric(_ record: Record, isFull: Bool) throws(Fault) -> Int {
    let (number, isNew) = names.number(of: record, columns.metric)
    if isNew {
      let name = record.text(columns.metric)
      places.append(placesByName[name] ?? placesByName[name.lowercased()] ?? -1)
    }
    if places[number] >= 0 { return places[number] }
    let name = record.text(columns.metric)
    let nearest = isFull ? nil : SpellingSuggestion.example(for: name, among: metrics.map(\.id.text))
    throw Fault(.unknownMetric(name, nearest: nearest ?? "ae.four-hour"), columns.metric)
  }

  /// The period of a row; the meaning of its text is worked out once.
  private mutating func period(_ record: Record) throws(Fault) -> Period {
    let (number, isNew) = periods.number(of: record, own.time)
    if isNew { knownPeriods.append(own.writtenPeriod(record)) }
    guard let period = knownPeriods[number] else { throw own.badPeriod(record) }
    return period
  }

  /// The part that a row is about; the meaning of its texts is worked out once.
  private mutating func part(_ record: Record, ofMetricAt place: Int) throws(Fault) -> BreakdownItem? {
    let breakdownNumber = columns.breakdown.map { breakdowns.number(of: record, $0).number + 1 } ?? 0
    let itemNumber = columns.item.map { items.number(of: record, $0).number + 1 } ?? 0
    let key = UInt64(place) << 48 | UInt64(breakdownNumber) << 24 | UInt64(itemNumber)
    if let known = parts[key] { return knownParts[known] }
    let part = try part(record, of: metrics[place])
    _ = parts.number(of: key, next: knownParts.count)
    knownParts.append(part)
    return part
  }

  private func part(_ record: Record, of metric: Metric) throws(Fault) -> BreakdownItem? {
    let name = columns.breakdown.map { record.text($0) } ?? ""
    let text = columns.item.map { record.text($0) } ?? ""
    if name.isEmpty && text.isEmpty { return nil }
    func spelt(_ name: String) -> String { String(name.lowercased().map { $0 == " " ? "-" : $0 }) }
    let known = metric.breakdowns.first { spelt($0.name) == spelt(name) }
    guard let known else {
      throw Fault(
        .unknownBreakdown(name, metric: metric.id.text, known: metric.breakdowns.map(\.name)), columns.breakdown)
    }
    guard !text.isEmpty else { throw Fault(.noItem(known.name), columns.item) }
    do throws(ExtractProblem) {
      return BreakdownItem(known.name, try known.item(named: text))
    } catch {
      throw Fault(error, columns.item)
    }
  }

  /// Refuses a second row for the same figure: it either repeats or contradicts the first.
  private func refuseSecond(_ second: Measurement, _ first: Measurement, line: Int) throws(Fault) {
    if first == second { throw Fault(.repeats(line: line)) }
    throw Fault(.secondFigure(line: line, FigureColumns.text(second), FigureColumns.text(first)))
  }
}

extension Metric.Breakdown {
  /// The item that a file names, by its code or its name, in any case.
  func item(named text: String) throws(ExtractProblem) -> String {
    let spelling = text
    var text = text.lowercased()
    if name == "department" {
      if text.hasPrefix("type ") { text = String(text.dropFirst(5)) }
      if text == "3" { text = "other" }
    }
    for (item, title) in itemNames where item.lowercased() == text || title.lowercased() == text { return item }
    let items = itemNames.keys.sorted()
    if name == "department" || name == "responsible" {
      throw .closedItem(breakdown: name, known: ExtractProblem.alternatives(items), found: spelling)
    }
    if let nearest = SpellingSuggestion.example(for: text, among: items),
      SpellingSuggestion.isMisspelling(text, of: nearest)
    {
      throw .unknownItem(spelling, breakdown: name, nearest: nearest)
    }
    return spelling
  }
}
