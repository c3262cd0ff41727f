import Metrics

// A file of a system's own making. One row: one figure of each `[[layout]]` of system.toml that claims the header.
//
//   Hospital,Week ending,Over 30 min
//   Fellgate,18/02/2018,41

extension Layout {
  /// A layout of a system's own; it goes before the published ones.
  static func local(_ layout: LocalLayout) -> Layout {
    Layout(
      name: layout.name, requirements: layout.columns.map { Requirement($0) }, isLocal: true,
      reader: { header, context in LocalRows(header, context) })
  }
}

/// Reads rows for every local layout that claims their header.
struct LocalRows: RowReader {
  private var figures: [LocalFigure]

  let title: String
  let isLocal = true

  init(_ header: Header, _ context: ReadingContext) {
    let layouts = context.localLayouts.filter { Layout.local($0).claims(header) }
    figures = layouts.compactMap { LocalFigure($0, header, context) }
    title = layouts.map(\.name).joined(separator: " and ")
  }

  /// A row is read for every figure, whatever is wrong with one; the first fault is the row's.
  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    var first: Fault?
    for place in figures.indices {
      do throws(Fault) {
        try figures[place].read(record, into: &builder)
      } catch {
        if first == nil { first = error } else if error.cause != .saidOnce { builder.add(error, line: record.line) }
      }
    }
    if let first { throw first }
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    for place in figures.indices { figures[place].finish(into: &builder) }
  }
}

/// Reads one figure of each row.
struct LocalFigure {
  private let layout: LocalLayout
  private let metric: Metric
  private let breakdown: Metric.Breakdown?
  private let period: Int
  private let item: Int?
  private let columns: FigureColumns
  private var organisations: LocalOrganisations
  private var monthFirst = MonthFirstDates()
  private var fractions = FractionWatch()
  private var totals = OwnTotals()

  /// The figure of a layout under a header that names all its columns; `nil` where its metric does not exist.
  init?(_ layout: LocalLayout, _ header: Header, _ context: ReadingContext) {
    guard let metric = context.metricsByID[layout.metric],
      let period = header.column(ColumnName(layout.period))
    else { return nil }
    self.layout = layout
    self.metric = metric
    self.period = period
    breakdown = layout.part.flatMap { part in metric.breakdowns.first { $0.name == part.breakdown } }
    item = layout.part.flatMap { header.column(ColumnName($0.column)) }
    switch layout.figure {
    case .value(let value): columns = FigureColumns(value: header.column(ColumnName(value)))
    case .counts(let numerator, let denominator):
      columns = FigureColumns(
        numerator: header.column(ColumnName(numerator)), denominator: header.column(ColumnName(denominator)))
    }
    organisations = LocalOrganisations(layout, header, context)
  }

  /// Reads the figure of a row.
  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let whose = try organisations.organisation(record, &builder)
    if whose == .ignored { return }
    let period = try readPeriod(record)
    let part = try readPart(record)
    // Nobody can be asked to fill a cell of a file that a system exports: an empty one is a return not made.
    let measurement = columns.isBlank(record) ? .notReturned : try columns.measurement(record, of: metric)
    guard case .organisation(let organisation) = whose else {
      totals.state(measurement, builder.key(metric.id, 0, period, part), isEngland: false, line: record.line)
      return
    }
    fractions.note(measurement, metric, line: record.line)
    builder.noteHalves(measurement, metric.id, metric.traits.halves, line: record.line)
    let key = builder.key(metric.id, organisation, period, part)
    if !layout.sumsRows, let first = builder.figure(key) {
      if first.measurement == measurement { throw Fault(.repeats(line: first.rows.line)) }
      throw Fault(
        .secondFigure(
          line: first.rows.line, FigureColumns.text(measurement), FigureColumns.text(first.measurement)))
    }
    if !builder.add(measurement, to: key, line: record.line) { throw Fault(.noSum(metric.id.text)) }
  }

  /// Adds what only the whole file can tell.
  mutating func finish(into builder: inout ContributionBuilder) {
    monthFirst.finish(into: &builder, field: period, metric.id)
    totals.finish(into: &builder)
    fractions.finish(into: &builder)
  }

  private mutating func readPeriod(_ record: Record) throws(Fault) -> Period {
    let text = record.text(period)
    let written = Period(written: text) ?? Month(published: text).map(Period.month)
    if written == nil, Day(monthFirst: text) != nil {
      monthFirst.note(text, line: record.line)
      throw Fault(.saidOnce)
    }
    if MonthFirstDates.isOnlyDayFirst(text) { monthFirst.isDayFirst = true }
    guard let written, written != .undated, written.isOfOurTime else {
      throw Fault(.badPeriod(text, example: "14/02/2018, 2018-02-14, 2018-W07 or February 2018"), period)
    }
    guard let cadence = layout.cadence, case .day = written else { return written }
    return written.rolledUp(to: cadence.grain) ?? written
  }

  private func readPart(_ record: Record) throws(Fault) -> BreakdownItem? {
    guard let breakdown, let item else { return nil }
    let text = record.text(item)
    guard !text.isEmpty else { throw Fault(.noItem(breakdown.name), item) }
    do throws(ExtractProblem) {
      return BreakdownItem(breakdown.name, try breakdown.item(named: text))
    } catch {
      throw Fault(error, item)
    }
  }
}

extension Day {
  /// `14/02/2018`, `14/02/18`, `14.2.2018` or `14-Feb-2018`; `nil` when the text is no such day.
  init?(british text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "/.- ".contains($0) }
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = Int(parts[1]) ?? Month.number(named: parts[1])
    else { return nil }
    switch parts[2].utf8.count {
    case 2: self.init(year: 2000 + year, month: month, day: day)
    case 4: self.init(year: year, month: month, day: day)
    default: return nil
    }
  }
}
