import Metrics

// A file that a system has made for itself. One row: one figure for each `[[layout]]` of system.toml that claims the
// header.
//
//   Hospital,Week ending,Over 30 min
//   Fellgate,18/02/2018,41

extension Layout {
  /// A layout that a system has made for itself; it has precedence over the published ones.
  static func local(_ layout: LocalLayout) -> Layout {
    Layout(
      name: layout.name, readsPreamble: true, isLocal: true,
      columns: { (columns: inout ColumnBinder) throws(MissingColumn) in try LocalColumns(layout, &columns) },
      reader: { header, _, context in LocalRows(header, context) })
  }
}

/// Reads rows for every local layout that claims their header.
struct LocalRows: RowReader {
  private var figures: [LocalFigure] = []
  private var amounts: [LocalAmounts] = []
  /// How many fields a row needs to state its organisation and period.
  private let needed: Int

  let title: String
  let isLocal = true
  /// A row may lack empty fields at its end; a row that lacks more is examined here.
  let fewestFields: Int? = 1

  init(_ header: Header, _ context: ReadingContext) {
    let claiming = context.layoutsOfFile.compactMap { layout in
      var binder = ColumnBinder(header)
      return (try? LocalColumns(layout, &binder)).map { (layout: layout, columns: $0) }
    }
    needed = (claiming.map(\.columns.needed).min() ?? 0) + 1
    title = claiming.map(\.layout.name).joined(separator: " and ")
    for (layout, columns) in claiming {
      if let money = LocalAmounts(layout, columns, header, context) {
        amounts.append(money)
      } else if let figure = LocalFigure(layout, columns, header, context) {
        figures.append(figure)
      }
    }
  }

  /// Reads a row for every figure, even where one has a fault; the first fault is reported for the row.
  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    if record.count < needed || LocalRows.isNote(record) {
      throw Fault(LocalRows.isNote(record) ? .footnote : .fewFields(record.count, of: needed))
    }
    var first: Fault?
    func note(_ error: Fault, _ builder: inout ContributionBuilder) {
      if first == nil { first = error } else if error.cause != .saidOnce { builder.add(error, line: record.line) }
    }
    for place in figures.indices {
      do throws(Fault) { try figures[place].read(record, into: &builder) } catch { note(error, &builder) }
    }
    for place in amounts.indices {
      do throws(Fault) { try amounts[place].read(record, into: &builder) } catch { note(error, &builder) }
    }
    if let first { throw first }
  }

  /// Whether a row has a text of several words in its first field and nothing else.
  private static func isNote(_ record: Record) -> Bool {
    record.content[record.trimmed(0)].contains(0x20) && (1..<max(1, record.count)).allSatisfy(record.isBlank)
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    for place in figures.indices { figures[place].finish(into: &builder) }
  }
}

/// Reads one figure from each row, or one below each period across the top.
struct LocalFigure {
  private let layout: LocalLayout
  private let metric: Metric
  private let breakdown: Metric.Breakdown?
  private let columns: LocalColumns
  private let header: Header
  private var organisations: LocalOrganisations
  private var periods: LocalPeriodReader
  private var fractions = FractionWatch()
  private var totals = OwnTotals()
  private var pairs = LocalPairs()
  private var parts = LocalParts()
  private var hasRows = false

  /// The figure of a layout whose columns were found in a header; `nil` where its metric does not exist.
  init?(_ layout: LocalLayout, _ columns: LocalColumns, _ header: Header, _ context: ReadingContext) {
    guard let metric = context.metricsByID[layout.metric] else { return nil }
    self.layout = layout
    self.metric = metric
    self.columns = columns
    self.header = header
    breakdown = layout.part.flatMap { part in metric.breakdowns.first { $0.name == part.breakdown } }
    organisations = LocalOrganisations(layout, column: columns.organisation, name: columns.name, header, context)
    periods = LocalPeriodReader(layout, columns, header, context.file)
    // Where another layout of the system reads the whole, the sum of the parts is not a figure of its own.
    let isWhole = context.localLayouts.contains { $0.metric == layout.metric && $0.part == nil }
    parts.isKept = layout.sumsParts && breakdown != nil && !isWhole
  }

  /// Reads the figures of a row.
  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    guard record.line <= columns.lastLine, columns.rows.allSatisfy({ $0.isMet(by: record) }) else { return }
    hasRows = true
    var side: LocalPairs.Side?
    if case .rows = layout.figure {
      if columns.numerator.allSatisfy({ $0.isMet(by: record) }) {
        side = .numerator
      } else if columns.denominator.allSatisfy({ $0.isMet(by: record) }) {
        side = .denominator
      } else {
        return
      }
    }
    let whose = try organisations.organisation(record, &builder)
    if whose == .ignored { return }
    let part = try readPart(record)
    guard case .across(let across) = columns.periods else {
      if whose == .all, isWithoutPeriod(record) {
        throw Fault(.totalLeftOut(columns.organisation.map { record.text($0) } ?? ""), columns.organisation)
      }
      let period = try periods.period(record)
      try read(record, columns.figure, columns.value, period, whose, part, side, &builder)
      return
    }
    try read(record, across, whose, part, side, &builder)
  }

  /// Reads a figure below each period; months to come are empty at the end of the row.
  private mutating func read(
    _ record: Record, _ across: [(column: Int, period: Period)], _ whose: LocalOrganisations.Whose,
    _ part: BreakdownItem?, _ side: LocalPairs.Side?, _ builder: inout ContributionBuilder
  ) throws(Fault) {
    guard let last = across.lastIndex(where: { !record.isBlank($0.column) }) else { return }
    var first: Fault?
    for (column, period) in across[...last] {
      var figure = FigureColumns(value: column)
      figure.scale = layout.scale
      do throws(Fault) {
        try read(record, figure, column, periods.rolledUp(period), whose, part, side, &builder)
      } catch {
        if first == nil { first = error } else if error.cause != .saidOnce { builder.add(error, line: record.line) }
      }
    }
    if let first { throw first }
  }

  private mutating func read(
    _ record: Record, _ figure: FigureColumns, _ value: Int?, _ period: Period, _ whose: LocalOrganisations.Whose,
    _ part: BreakdownItem?, _ side: LocalPairs.Side?, _ builder: inout ContributionBuilder
  ) throws(Fault) {
    var figure = figure
    if metric.unit == .pounds { figure.unit = try MoneyUnit.unit(layout, header, value) ?? .pounds }
    let organisation: Int? = if case .organisation(let number) = whose { number } else { nil }
    let key = builder.key(metric.id, organisation ?? 0, period, part)
    if let side {
      let amount = try figure.amount(record, of: metric)
      pairs.note(amount, side, key, isTotal: organisation == nil, line: record.line)
      return
    }
    // Nobody can be asked to fill a cell in a file that a system exports, so an empty cell means that no return was
    // made.
    let measurement = figure.isBlank(record) ? .notReturned : try figure.measurement(record, of: metric)
    if organisation == nil {
      totals.state(measurement, key, isEngland: false, line: record.line)
      return
    }
    try add(measurement, key, line: record.line, &builder)
  }

  private mutating func add(
    _ measurement: Measurement, _ key: FigureAccumulator.Key, line: Int, _ builder: inout ContributionBuilder
  ) throws(Fault) {
    fractions.note(measurement, metric, line: line)
    builder.noteHalves(measurement, metric.id, metric.traits.halves, line: line)
    if !layout.sumsRows, let first = builder.figure(key) {
      if first.measurement == measurement { throw Fault(.repeats(line: first.rows.line)) }
      throw Fault(
        .secondFigure(
          line: first.rows.line, FigureColumns.text(measurement), FigureColumns.text(first.measurement)))
    }
    if !builder.add(measurement, to: key, line: line) { throw Fault(.noSum(metric.id.text)) }
    parts.note(key, line: line)
  }

  /// Adds what is known only at the end of the file.
  mutating func finish(into builder: inout ContributionBuilder) {
    var areBreaches = false
    if case .rows(_, _, _, areBreaches: true) = layout.figure { areBreaches = true }
    for pair in pairs.finish(areBreaches: areBreaches, of: metric, into: &builder) {
      if pair.isTotal {
        totals.state(pair.measurement, pair.key, isEngland: false, line: pair.line)
      } else {
        do throws(Fault) {
          try add(pair.measurement, pair.key, line: pair.line, &builder)
        } catch { builder.add(error, line: pair.line) }
      }
    }
    if !hasRows, !layout.rows.isEmpty {
      builder.problems.add(.noSuchRows(layout.name, layout.rows.rowsText), .warning, line: header.line)
    }
    if case .counts(let numerator, let denominator) = layout.figure, metric.unit == .percent,
      metric.direction == .higher, ColumnName(numerator).contains("breach"),
      let place = header.column(ColumnName(numerator))
    {
      builder.problems.add(
        .breachesAsNumerator(whole: denominator), .warning, line: header.line, field: place, title: header.title(place))
    }
    periods.finish(into: &builder, metric.id)
    totals.finish(into: &builder)
    fractions.finish(into: &builder)
    parts.finish(into: &builder)
  }

  /// Whether a row of totals covers all the periods of its file.
  private func isWithoutPeriod(_ record: Record) -> Bool {
    if case .column(let column) = columns.periods { record.isBlank(column) } else { false }
  }

  private func readPart(_ record: Record) throws(Fault) -> BreakdownItem? {
    guard let breakdown, let item = columns.item else { return nil }
    let text = record.text(item)
    guard !text.isEmpty else { throw Fault(.noItem(breakdown.name), item) }
    // The row of the whole among those of its parts.
    if TotalName.isTotal(record, item) { return nil }
    do throws(ExtractProblem) {
      return BreakdownItem(breakdown.name, try breakdown.item(named: text))
    } catch {
      throw Fault(error, item)
    }
  }
}

extension LocalLayout.Rows {
  /// `Measure = "Attendances"`, as messages quote it.
  var rowsText: String {
    sorted { $0.key < $1.key }.map { "\($0.key) = " + $0.value.map { "\"\($0)\"" }.joined(separator: " or ") }
      .joined(separator: ", ")
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
