import Metrics

// sitrep's own layout for plans. One row: one line of one scenario of one year. A cost is negative.
//
//   organisation,year,unit,scenario,line,amount
//   QSL,2020/21,£000,do nothing,Commissioner surplus/(deficit),"(80,658)"

extension Layout {
  /// sitrep's own layout for plans.
  static let financePlan = Layout(
    name: "finance plan",
    requirements: [
      Requirement("organisation"), Requirement("year"), Requirement("scenario"), Requirement("line"),
      Requirement("amount"),
    ],
    reader: { header, _ in FinancePlan(header) })
}

/// Reads plan rows.
struct FinancePlan: RowReader {
  private let header: Header
  private let own: OwnColumns
  private let money: MoneyColumns
  private let scenario: Int
  private let line: Int
  private let amount: Int
  private var seen = DuplicateRows()

  let title = "finance plan"

  init(_ header: Header) {
    self.header = header
    own = OwnColumns(header)
    money = MoneyColumns(header)
    scenario = header.column("scenario") ?? 0
    line = header.column("line") ?? 0
    amount = header.column("amount") ?? 0
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    guard let year = NHSYear(record.text(own.time)) ?? NHSYear(published: record.text(own.time)) else {
      throw Fault(.badPeriod(record.text(own.time), example: "2018/19"), own.time)
    }
    let unit = try money.unit(record)
    guard let money = try money.amount(record, amount, unit) else { throw Fault(.notAmount(""), amount) }
    let organisation = try own.organisation(record, &builder)
    let code = builder.code(organisation)
    let fields = [header.column("organisation") ?? 0, scenario, line]
    try seen.note(
      record.key(fields, .year(year)), [.known(Count(money.pounds))], columns: [amount], line: record.line,
      header: header, isMoney: true)
    let title = record.text(line)
    builder.finance.planLines.append(
      PlanLine(
        organisation: code, year: year, scenario: record.text(scenario), line: title, amount: money,
        rows: RowSpan(line: record.line), document: own.document(record)))
    builder.markRecord(.plan, code, .year(year), title)
    own.keepDocument(record, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {}
}
