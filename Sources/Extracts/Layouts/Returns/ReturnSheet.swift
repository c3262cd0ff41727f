import Metrics

/// How one sheet of today's returns differs from another.
struct ReturnForm: Sendable {
  /// Where the period of a column is stated.
  enum When: Sendable {
    /// The month that follows these words above the header.
    case month(after: [String])
    /// The quarter that follows `Period:` above the header.
    case quarter
    /// The day above the column, or above a column to its left.
    case days
  }

  /// The layout with its version, in messages.
  let title: String
  let when: When
  /// What a column counts, by its name and by the name of its group, which is above it or above a column to its left.
  let measure: @Sendable (_ name: ColumnName, _ group: ColumnName) -> ReturnCell?
  /// Whether the rows of England and of systems are figures; they are not where a sheet may cover only some trusts.
  var isOfAllTrusts = true
  /// Whether England's row is the sum of the trusts' rows.
  var addsUp = false
  /// Whether a trust has a row for each system that it works in, and these are added up.
  var hasRowsForSystems = false
}

/// Reads a published sheet of returns: a row for each organisation, a column for each measure and, in some sheets, each
/// day.
struct ReturnSheet: RowReader {
  fileprivate struct Column {
    let place: Int
    let cell: ReturnCell
    let period: Period
  }

  private static let codes: [ColumnName] = [
    "Org Code", "Provider Code", "Trust Code", "Organisation Code", "ICB Code", "Code",
  ]
  private static let names: [ColumnName] = [
    "Org Name", "Provider Name", "Trust Name", "Organisation Name", "ICB Name", "Name",
  ]

  private let form: ReturnForm
  private let header: Header
  private let columns: [Column]
  private var code: Int
  private var name: Int
  private var totals: ColumnTotals
  private var periodProblem: ExtractProblem?
  private var seen = DuplicateRows()

  var title: String { form.title }
  /// Headings and notes between the tables of a sheet are short rows.
  var fewestFields: Int? { 0 }

  init(_ header: Header, _ form: ReturnForm) {
    self.form = form
    self.header = header
    let times = ReturnTimes(header, form.when)
    let groups = header.groups
    columns = header.names.indices.compactMap { place in
      guard let cell = form.measure(header.names[place], groups[place]), let period = times.periods[place] else {
        return nil
      }
      return Column(place: place, cell: cell, period: period)
    }
    periodProblem = times.problem
    let first = columns.first?.place ?? 0
    code = ReturnSheet.place(of: ReturnSheet.codes, header, before: first, by: 2)
    name = ReturnSheet.place(of: ReturnSheet.names, header, before: first, by: 1)
    totals = ColumnTotals(columns: columns.map(\.place))
  }

  /// The place of a column of names; where the heading does not name it, a number of places before the first measure.
  private static func place(of names: [ColumnName], _ header: Header, before first: Int, by distance: Int) -> Int {
    if let place = header.column(names) { return place }
    return max(0, first - distance)
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    if let cause = periodProblem {
      builder.problems.add(cause, .warning, line: header.line, title: "Period:")
      periodProblem = nil
    }
    if findsHeading(record) { return }
    var amounts: [Amount] = []
    for column in columns {
      // A number that cannot be read belongs to one measure, on one of perhaps thirty-one days; the others are read.
      do throws(Fault) { amounts.append(try record.amount(column)) } catch {
        builder.add(error, line: record.line)
        amounts.append(.missing)
      }
    }
    let isEmpty = amounts.allSatisfy { $0 == .missing }
    if record.isBlank(code) || record.isBlank(name), isEmpty { return }
    let kind = ReturnOrganisation(code: record.text(code), name: record.text(name))
    if kind == .england { totals.state(amounts, line: record.line) }
    if kind != .provider, !form.isOfAllTrusts { return }
    if kind == .provider || kind == .system, !form.hasRowsForSystems {
      try seen.note(
        record.key([code], columns.first?.period ?? .undated), amounts, columns: columns.map(\.place),
        line: record.line, header: header)
    }
    guard let organisation = try builder.organisation(kind, record, code, name: name) else { return }
    if kind == .provider { totals.add(amounts) }
    add(amounts, of: organisation, record, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    if form.addsUp { totals.finish(into: &builder, header: header, parts: "the trusts") }
  }

  /// Adds what a row states, by period.
  private func add(
    _ amounts: [Amount], of organisation: Int, _ record: Record, _ builder: inout ContributionBuilder
  ) {
    var start = 0
    while start < columns.count {
      let period = columns[start].period
      let end = columns[start...].firstIndex { $0.period != period } ?? columns.count
      var cells = ReturnCells()
      for place in start..<end { cells.add(amounts[place], columns[place].cell) }
      builder.add(cells, organisation, period, line: record.line)
      ReturnChecks.check(cells, period, line: record.line, column: columns[start].place, header, &builder)
      start = end
    }
  }

  /// Whether a row is the heading of another table of the sheet, which may have its code before or after its name.
  private mutating func findsHeading(_ record: Record) -> Bool {
    let first = columns.first?.place ?? 0
    let texts = (0..<min(first, record.count)).map { ColumnName(record.text($0)) }
    guard let code = texts.firstIndex(where: { ReturnSheet.codes.contains($0) }) else { return false }
    self.code = code
    if let name = texts.firstIndex(where: { ReturnSheet.names.contains($0) }) { self.name = name }
    return true
  }
}

extension Record {
  /// The amount of a column of a return: a number of patients, or hours as seconds.
  fileprivate func amount(_ column: ReturnSheet.Column) throws(Fault) -> Amount {
    guard column.cell.measure == .handoverSeconds else { return try returned(column.place, column.cell.measure) }
    guard case .number(let hours) = cell(column.place) else { return try returned(column.place, .handoverSeconds) }
    let seconds = (hours.ratio * Ratio(3600)).rounded(places: 0)
    guard seconds >= 0 else { throw Fault(.negative(text(column.place)), column.place) }
    return .known(Count(seconds))
  }
}
