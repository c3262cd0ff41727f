import Metrics

// A file of a system's own making. One row: one figure of each `[[layout]]` of system.toml that claims the header.
//
//   Hospital,Week ending,Over 30 min
//   Fellgate,18/02/2018,41

extension Layout {
  /// A layout of a system's own; it goes before the published ones.
  static func local(_ layout: LocalLayout) -> Layout {
    Layout(
      name: layout.name, isLocal: true,
      columns: { (columns: inout ColumnBinder) throws(MissingColumn) in try LocalFigure.Columns(layout, &columns) },
      reader: { header, _, context in LocalRows(header, context) })
  }
}

/// Reads rows for every local layout that claims their header.
struct LocalRows: RowReader {
  private var figures: [LocalFigure]

  let title: String
  let isLocal = true

  init(_ header: Header, _ context: ReadingContext) {
    let claiming = context.localLayouts.compactMap { layout in
      var binder = ColumnBinder(header)
      return (try? LocalFigure.Columns(layout, &binder)).map { (layout: layout, columns: $0) }
    }
    figures = claiming.compactMap { LocalFigure($0.layout, $0.columns, header, context) }
    title = claiming.map(\.layout.name).joined(separator: " and ")
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
  private let columns: Columns
  private var organisations: LocalOrganisations
  private var monthFirst = MonthFirstDates()
  private var fractions = FractionWatch()
  private var totals = OwnTotals()

  /// The places of the columns that a layout names; it claims a header that has all of them.
  struct Columns {
    /// `nil` where every row is about one organisation.
    let organisation: Int?
    let period: Int
    let figure: FigureColumns
    /// `nil` where every row is about the whole.
    let item: Int?

    init(_ layout: LocalLayout, _ columns: inout ColumnBinder) throws(MissingColumn) {
      if case .column(let name) = layout.organisations {
        organisation = try columns.required(name)
      } else {
        organisation = nil
      }
      period = try columns.required(layout.period)
      switch layout.figure {
      case .value(let value): figure = FigureColumns(value: try columns.required(value))
      case .counts(let numerator, let denominator):
        figure = FigureColumns(
          numerator: try columns.required(numerator), denominator: try columns.required(denominator))
      }
      if let part = layout.part { item = try columns.required(part.column) } else { item = nil }
    }
  }

  /// The figure of a layout whose columns were found in a header; `nil` where its metric does not exist.
  init?(_ layout: LocalLayout, _ columns: Columns, _ header: Header, _ context: ReadingContext) {
    guard let metric = context.metricsByID[layout.metric] else { return nil }
    self.layout = layout
    self.metric = metric
    self.columns = columns
    breakdown = layout.part.flatMap { part in metric.breakdowns.first { $0.name == part.breakdown } }
    organisations = LocalOrganisations(layout, column: columns.organisation, header, context)
  }

  /// Reads the figure of a row.
  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let whose = try organisations.organisation(record, &builder)
    if whose == .ignored { return }
    let period = try readPeriod(record)
    let part = try readPart(record)
    // Nobody can be asked to fill a cell of a file that a system exports: an empty one is a return not made.
    let measurement = columns.figure.isBlank(record) ? .notReturned : try columns.figure.measurement(record, of: metric)
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
    monthFirst.finish(into: &builder, field: columns.period, metric.id)
    totals.finish(into: &builder)
    fractions.finish(into: &builder)
  }

  private mutating func readPeriod(_ record: Record) throws(Fault) -> Period {
    let text = record.text(columns.period)
    let written = Period(written: text) ?? Month(published: text).map(Period.month)
    if written == nil, Day(monthFirst: text) != nil {
      monthFirst.note(text, line: record.line)
      throw Fault(.saidOnce)
    }
    if MonthFirstDates.isOnlyDayFirst(text) { monthFirst.isDayFirst = true }
    guard let written, written != .undated, written.isOfOurTime else {
      throw Fault(.badPeriod(text, example: "14/02/2018, 2018-02-14, 2018-W07 or February 2018"), columns.period)
    }
    guard let cadence = layout.cadence, case .day = written else { return written }
    return written.rolledUp(to: cadence.grain) ?? written
  }

  private func readPart(_ record: Record) throws(Fault) -> BreakdownItem? {
    guard let breakdown, let item = columns.item else { return nil }
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
