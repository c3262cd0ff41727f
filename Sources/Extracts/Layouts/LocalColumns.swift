import Metrics

/// The places of the columns that a layout names; it claims a header that has all of them.
struct LocalColumns: Sendable {
  /// Where a row states its period.
  enum Periods: Sendable {
    case column(Int)
    case yearAndMonth(year: Int, month: Int)
    case across([(column: Int, period: Period)])
    /// Not in the row.
    case elsewhere
  }

  /// The rows that have one of these texts in a column.
  struct Condition: Sendable {
    let column: Int
    /// The texts, in lower case.
    let texts: Set<String>

    /// Whether a row is one of them.
    func isMet(by record: Record) -> Bool { texts.contains(record.text(column).lowercased()) }
  }

  /// The column of the organisation; `nil` where every row is about one organisation.
  let organisation: Int?
  /// The column of the name; `nil` where the file has no names beside its codes.
  let name: Int?
  let periods: Periods
  let figure: FigureColumns
  /// The column whose title may state the unit of its amounts; `nil` where there is none.
  let value: Int?
  /// The column of the part; `nil` where every row is about the whole.
  let item: Int?
  /// The rows it reads.
  let rows: [Condition]
  /// For a share in two rows, the rows of its numerator and of its denominator.
  let numerator, denominator: [Condition]
  let money: [LocalMoney.Column: Int]
  /// The last row it reads.
  let lastLine: Int

  init(_ layout: LocalLayout, _ columns: inout ColumnBinder) throws(MissingColumn) {
    let area = layout.area
    if let line = area.headerLine { _ = try columns.required("row \(line)", at: columns.header.line == line ? 0 : nil) }
    lastLine = area.lastLine ?? Int.max
    func find(_ name: String, _ columns: inout ColumnBinder) throws(MissingColumn) -> Int {
      guard let range = area.columns else { return try columns.required(name) }
      return try columns.required(name, at: columns.header.columns(ColumnName(name)).first { range.contains($0) })
    }
    func find(_ rows: LocalLayout.Rows, _ columns: inout ColumnBinder) throws(MissingColumn) -> [Condition] {
      var conditions: [Condition] = []
      for (name, texts) in rows.sorted(by: { $0.key < $1.key }) {
        conditions.append(Condition(column: try find(name, &columns), texts: Set(texts.map { $0.lowercased() })))
      }
      return conditions
    }
    if case .column(let name) = layout.organisations {
      organisation = try find(name, &columns)
    } else {
      organisation = nil
    }
    if let column = layout.nameColumn { name = try find(column, &columns) } else { name = nil }
    switch layout.period {
    case .column(let name): periods = .column(try find(name, &columns))
    case .yearAndMonth(let year, let month):
      periods = .yearAndMonth(year: try find(year, &columns), month: try find(month, &columns))
    case .pattern, .always: periods = .elsewhere
    case .across:
      let all = LocalColumns.periods(in: columns.header, area.columns)
      _ = try columns.required("a month, such as Apr-24", at: all.first?.column)
      periods = .across(all)
    }
    if let part = layout.part { item = try find(part.column, &columns) } else { item = nil }
    rows = try find(layout.rows, &columns)
    var (value, numerator, denominator): (Int?, Int?, Int?)
    var places: [LocalMoney.Column: Int] = [:]
    var (top, bottom): ([Condition], [Condition]) = ([], [])
    switch layout.figure {
    case .value(let name): value = name.isEmpty ? nil : try find(name, &columns)
    case .counts(let part, let whole), .breaches(let part, let whole):
      (numerator, denominator) = (try find(part, &columns), try find(whole, &columns))
    case .rows(let name, let part, let whole, _):
      value = name.isEmpty ? nil : try find(name, &columns)
      (top, bottom) = (try find(part, &columns), try find(whole, &columns))
    case .money(let money):
      for (column, name) in money.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        places[column] = try find(name, &columns)
      }
      value = places[.actual] ?? places[.forecast] ?? places[.amount] ?? places[.plan] ?? places[.delivered]
    }
    money = places
    self.value = value
    self.numerator = top
    self.denominator = bottom
    var figure = FigureColumns(numerator: numerator, denominator: denominator, value: value)
    figure.scale = layout.scale
    if case .breaches = layout.figure { figure.areBreaches = true }
    self.figure = figure
  }

  /// The columns whose names are periods.
  private static func periods(in header: Header, _ range: ClosedRange<Int>?) -> [(column: Int, period: Period)] {
    header.titles.enumerated().compactMap { place, title in
      guard range?.contains(place) ?? true, !title.isEmpty, let period = Period(written: title), period != .undated,
        period.isOfOurTime
      else { return nil }
      // In a sheet, a column of months is headed by dates, the first of each month.
      if case .day(let day) = period, day.month.firstDay == day { return (place, .month(day.month)) }
      return (place, period)
    }
  }

  /// The last column that a row must have, to state its organisation and period.
  var needed: Int {
    let period =
      switch periods {
      case .column(let column): column
      case .yearAndMonth(let year, let month): max(year, month)
      case .across, .elsewhere: 0
      }
    return max(period, organisation ?? 0)
  }
}
