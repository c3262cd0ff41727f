import Metrics

// sitrep's own layout for financial positions. One row: one organisation, one month.
//
//   organisation,period,unit,basis,control total,plan to date,actual to date,forecast outturn,stf plan,stf actual
//   RXQ,2018-03,£m,including STF,6.5,6.5,(2.9),(2.9),,

extension Layout {
  /// sitrep's own layout for financial positions.
  static let financePosition = Layout(
    name: "finance position",
    requirements: [
      Requirement("organisation"), Requirement("period"), Requirement("control total"), Requirement("actual to date"),
      Requirement("forecast outturn"),
    ],
    reader: { header, _ in FinancePositions(header) })
}

/// Reads finance position rows.
struct FinancePositions: RowReader {
  private let header: Header
  private let own: OwnColumns
  private let money: MoneyColumns
  private let basis: Int?
  private let amounts: [Int?]
  private var seen = DuplicateRows()

  let title = "finance position"

  init(_ header: Header) {
    self.header = header
    own = OwnColumns(header)
    money = MoneyColumns(header)
    basis = header.column("basis")
    amounts = [
      header.column("control total"), header.column("plan to date"), header.column("actual to date"),
      header.column("forecast outturn", "forecast"), header.column("stf plan", "psf plan"),
      header.column("stf actual", "psf actual"),
    ]
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let month = try own.month(record)
    let unit = try money.unit(record)
    let basis = try basis(record)
    var values: [Money?] = []
    for column in amounts { values.append(try money.amount(record, column, unit)) }
    let organisation = try own.organisation(record, &builder)
    let code = builder.code(organisation)
    let fields = [header.column("organisation") ?? 0] + (self.basis.map { [$0] } ?? [])
    try seen.note(
      record.key(fields, .month(month)), values.map { $0.map { .known(Count($0.pounds)) } ?? .missing },
      columns: amounts.map { $0 ?? 0 }, line: record.line, header: header, isMoney: true)
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
    guard let basis else { return .unstated }
    switch record.text(basis).lowercased() {
    case "": return .unstated
    case "including stf", "including psf": return .includingSTF
    case "excluding stf", "excluding psf": return .excludingSTF
    default: throw Fault(.unknownWord(record.text(basis), expected: "including STF or excluding STF"), basis)
    }
  }
}
