import Metrics

// sitrep's own layout for savings schemes. One row: one scheme.
//
//   organisation,period,unit,scheme,recurrent,plan,delivered,forecast

extension Layout {
  /// sitrep's own layout for savings schemes.
  static let savings = Layout(
    name: "savings", columns: Savings.Columns.init, reader: { _, columns, _ in Savings(columns) })
}

/// Reads savings rows.
struct Savings: RowReader {
  /// The places of its columns.
  struct Columns {
    let own: OwnColumns
    let money: MoneyColumns
    let scheme: Int
    let recurrent: Int?
    /// Plan, delivered, forecast.
    let amounts: [Int?]

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      own = try OwnColumns(&columns)
      money = MoneyColumns(columns)
      scheme = try columns.required("scheme")
      recurrent = columns.optional("recurrent")
      amounts = [try columns.required("plan"), try columns.required("delivered"), columns.optional("forecast")]
    }
  }

  private let columns: Columns
  private var own: OwnColumns { columns.own }

  let title = "savings"

  init(_ columns: Columns) { self.columns = columns }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let period = try own.period(record)
    let unit = try columns.money.unit(record)
    let isRecurrent = try isRecurrent(record)
    var values: [Money?] = []
    for column in columns.amounts { values.append(try columns.money.amount(record, column, unit)) }
    let organisation = try own.organisation(record, &builder)
    let code = builder.code(organisation)
    let title = record.text(columns.scheme)
    builder.finance.schemes.append(
      SavingsScheme(
        organisation: code, period: period, title: title, isRecurrent: isRecurrent, plan: values[0],
        delivered: values[1], forecast: values[2], rows: RowSpan(line: record.line), document: own.document(record)))
    builder.markRecord(.savings, code, period, title)
    own.keepDocument(record, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {}

  private func isRecurrent(_ record: Record) throws(Fault) -> Bool? {
    guard let recurrent = columns.recurrent else { return nil }
    return try Savings.isRecurrent(record, recurrent)
  }

  /// Whether a scheme recurs, as a column states.
  static func isRecurrent(_ record: Record, _ recurrent: Int) throws(Fault) -> Bool? {
    switch record.text(recurrent).lowercased() {
    case "": return nil
    case "yes", "y", "true", "recurrent", "1": return true
    case "no", "n", "false", "non-recurrent", "0": return false
    default: throw Fault(.unknownWord(record.text(recurrent), expected: "yes or no"), recurrent)
    }
  }
}
