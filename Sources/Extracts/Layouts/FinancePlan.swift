import Metrics

// sitrep's own layout for plans. One row: one line of one scenario of one year. A cost is negative.
//
//   organisation,year,unit,scenario,line,amount
//   QSL,2020/21,£000,do nothing,Commissioner surplus/(deficit),"(80,658)"

extension Layout {
  /// sitrep's own layout for plans.
  static let financePlan = Layout(
    name: "finance plan", columns: FinancePlan.Columns.init,
    reader: { header, columns, _ in FinancePlan(header, columns) })
}

/// Reads plan rows.
struct FinancePlan: RowReader {
  /// The places of its columns.
  struct Columns {
    let own: OwnColumns
    let money: MoneyColumns
    let scenario, line, amount: Int

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      own = try OwnColumns(&columns, time: "year")
      money = MoneyColumns(columns)
      scenario = try columns.required("scenario")
      line = try columns.required("line")
      amount = try columns.required("amount")
    }
  }

  private let header: Header
  private let columns: Columns
  private var own: OwnColumns { columns.own }
  private var seen = DuplicateRows()

  let title = "finance plan"

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    self.columns = columns
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    guard let year = NHSYear(record.text(own.time)) ?? NHSYear(published: record.text(own.time)) else {
      throw Fault(.badPeriod(record.text(own.time), example: "2018/19"), own.time)
    }
    let unit = try columns.money.unit(record)
    guard let money = try columns.money.amount(record, columns.amount, unit) else {
      throw Fault(.notAmount(""), columns.amount)
    }
    let organisation = try own.organisation(record, &builder)
    let code = builder.code(organisation)
    let fields = [own.organisationColumn, columns.scenario, columns.line]
    try seen.note(
      record.key(fields, .year(year)), [.known(Count(money.pounds))], columns: [columns.amount], line: record.line,
      header: header, isMoney: true)
    let title = record.text(columns.line)
    builder.finance.planLines.append(
      PlanLine(
        organisation: code, year: year, scenario: record.text(columns.scenario), line: title, amount: money,
        rows: RowSpan(line: record.line), document: own.document(record)))
    builder.markRecord(.plan, code, .year(year), title)
    own.keepDocument(record, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {}
}
