import Metrics

// sitrep's own layout for savings schemes. One row: one scheme.
//
//   organisation,period,unit,scheme,recurrent,plan,delivered,forecast

extension Layout {
  /// sitrep's own layout for savings schemes.
  static let savings = Layout(
    name: "savings",
    requirements: [
      Requirement("organisation"), Requirement("period"), Requirement("scheme"), Requirement("plan"),
      Requirement("delivered"),
    ],
    reader: { header, _ in Savings(header) })
}

/// Reads savings rows.
struct Savings: RowReader {
  private let own: OwnColumns
  private let money: MoneyColumns
  private let scheme: Int
  private let recurrent: Int?
  private let amounts: [Int?]

  let title = "savings"

  init(_ header: Header) {
    own = OwnColumns(header)
    money = MoneyColumns(header)
    scheme = header.column("scheme") ?? 0
    recurrent = header.column("recurrent")
    amounts = [header.column("plan"), header.column("delivered"), header.column("forecast")]
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let period = try own.period(record)
    let unit = try money.unit(record)
    let isRecurrent = try isRecurrent(record)
    var values: [Money?] = []
    for column in amounts { values.append(try money.amount(record, column, unit)) }
    let organisation = try own.organisation(record, &builder)
    let code = builder.code(organisation)
    let title = record.text(scheme)
    builder.finance.schemes.append(
      SavingsScheme(
        organisation: code, period: period, title: title, isRecurrent: isRecurrent, plan: values[0],
        delivered: values[1], forecast: values[2], rows: RowSpan(line: record.line), document: own.document(record)))
    builder.markRecord(.savings, code, period, title)
    own.keepDocument(record, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {}

  private func isRecurrent(_ record: Record) throws(Fault) -> Bool? {
    guard let recurrent else { return nil }
    switch record.text(recurrent).lowercased() {
    case "": return nil
    case "yes", "y", "true", "recurrent", "1": return true
    case "no", "n", "false", "non-recurrent", "0": return false
    default: throw Fault(.unknownWord(record.text(recurrent), expected: "yes or no"), recurrent)
    }
  }
}
