import Metrics

// sitrep's own layout for financial positions. One row: one organisation, one month.
//
//   organisation,period,unit,basis,control total,plan to date,actual to date,forecast outturn,stf plan,stf actual
//   RXQ,2018-03,£m,including STF,6.5,6.5,(2.9),(2.9),,

extension Layout {
  /// sitrep's own layout for financial positions.
  static let financePosition = Layout(
    name: "finance position", columns: FinancePositions.Columns.init,
    reader: { header, columns, _ in FinancePositions(header, columns) })
}

/// Reads finance position rows.
struct FinancePositions: RowReader {
  /// The places of its columns.
  struct Columns {
    let own: OwnColumns
    let money: MoneyColumns
    let basis: Int?
    /// Control total, plan and actual to date, forecast, sustainability funding planned and received.
    let amounts: [Int?]

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      own = try OwnColumns(&columns)
      money = MoneyColumns(columns)
      basis = columns.optional("basis")
      amounts = [
        try columns.required("control total"), columns.optional("plan to date"), try columns.required("actual to date"),
        try columns.required("forecast outturn"), columns.optional("stf plan", "psf plan"),
        columns.optional("stf actual", "psf actual"),
      ]
    }
  }

  private let header: Header
  private let columns: Columns
  private var own: OwnColumns { columns.own }
  private var seen = DuplicateRows()

  let title = "finance position"

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    self.columns = columns
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let month = try own.month(record)
    let unit = try columns.money.unit(record)
    let basis = try basis(record)
    var values: [Money?] = []
    for column in columns.amounts { values.append(try columns.money.amount(record, column, unit)) }
    let organisation = try own.organisation(record, &builder)
    let code = builder.code(organisation)
    let fields = [own.organisationColumn] + (columns.basis.map { [$0] } ?? [])
    let stated = zip(columns.amounts, values).compactMap { column, value -> (column: Int, amount: Amount)? in
      column.map { ($0, value.map { .known(Count($0.pounds)) } ?? .missing) }
    }
    try seen.note(
      record.key(fields, .month(month)), stated.map(\.amount), columns: stated.map(\.column), line: record.line,
      header: header, isMoney: true)
    builder.finance.positions.append(
      FinancePosition(
        organisation: code, month: month, basis: basis, controlTotal: values[0], planToDate: values[1],
        actualToDate: values[2], forecast: values[3], stfPlan: values[4], stfActual: values[5],
        rows: RowSpan(line: record.line), document: own.document(record)))
    builder.mark(.controlTotal, code, .month(month))
    builder.mark(.yearToDate, code, .month(month))
    builder.mark(.yearToDate, code, .yearToDate(month))
    own.keepDocument(record, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {}

  private func basis(_ record: Record) throws(Fault) -> FinancePosition.Basis {
    guard let basis = columns.basis else { return .unstated }
    return try FinancePositions.basis(record, basis)
  }

  /// The basis that a column states.
  static func basis(_ record: Record, _ basis: Int) throws(Fault) -> FinancePosition.Basis {
    switch record.text(basis).lowercased() {
    case "": return .unstated
    case "including stf", "including psf": return .includingSTF
    case "excluding stf", "excluding psf": return .excludingSTF
    default: throw Fault(.unknownWord(record.text(basis), expected: "including STF or excluding STF"), basis)
    }
  }
}
