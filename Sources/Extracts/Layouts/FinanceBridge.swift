import Metrics

// sitrep's own layout for bridges from one amount to another. One row: one step. A favourable amount is positive.
//
//   organisation,period,unit,order,kind,step,amount
//   RXQ,2018-03,£m,1,opening,Control total,6.5
//   RXQ,2018-03,£m,2,step,STF not earned,(5.9)

extension Layout {
  /// sitrep's own layout for bridges.
  static let financeBridge = Layout(
    name: "finance bridge", columns: FinanceBridge.Columns.init, reader: { _, columns, _ in FinanceBridge(columns) })
}

/// Reads bridge rows.
struct FinanceBridge: RowReader {
  /// The places of its columns.
  struct Columns {
    let own: OwnColumns
    let money: MoneyColumns
    let order, kind, step, amount: Int

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      own = try OwnColumns(&columns)
      money = MoneyColumns(columns)
      order = try columns.required("order")
      kind = try columns.required("kind")
      step = try columns.required("step")
      amount = try columns.required("amount")
    }
  }

  private let columns: Columns
  private var own: OwnColumns { columns.own }
  private var bridges: [Bridge] = []
  private var places: [BridgeKey: Int] = [:]

  private struct BridgeKey: Hashable {
    let organisation: Int
    let period: Period
  }

  /// One organisation's bridge for one period, as far as it has been read.
  private struct Bridge {
    let organisation: Int
    let period: Period
    let line: Int
    var hasOpening = false
    /// The line of each number since the last opening.
    var orders: [Int: Int] = [:]
  }

  let title = "finance bridge"

  init(_ columns: Columns) { self.columns = columns }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let period = try own.period(record)
    let unit = try columns.money.unit(record)
    guard case .number(let decimal) = record.cell(columns.order), let order = decimal.whole else {
      throw Fault(.notWhole(record.text(columns.order)), columns.order)
    }
    guard let kind = BridgeStep.Kind(rawValue: record.text(columns.kind).lowercased()) else {
      let known = ExtractProblem.alternatives(BridgeStep.Kind.allCases.map(\.rawValue))
      throw Fault(.unknownWord(record.text(columns.kind), expected: known), columns.kind)
    }
    guard let money = try columns.money.amount(record, columns.amount, unit) else {
      throw Fault(.notAmount(""), columns.amount)
    }
    let organisation = try own.organisation(record, &builder)
    let code = builder.code(organisation)
    let title = record.text(columns.step)
    note(order, kind, organisation, period, record, &builder)
    builder.finance.bridgeSteps.append(
      BridgeStep(
        organisation: code, period: period, order: order, kind: kind, title: title, amount: money,
        rows: RowSpan(line: record.line), document: own.document(record)))
    builder.markRecord(.bridge, code, period, title)
    own.keepDocument(record, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    for bridge in bridges where !bridge.hasOpening {
      let organisation = builder.code(bridge.organisation).text
      builder.problems.add(
        .noOpening(organisation: organisation, period: bridge.period.title), .warning, line: bridge.line)
    }
  }

  /// Records the number of a step, and reports a number that a bridge has twice; a second bridge counts from its own
  /// opening.
  private mutating func note(
    _ order: Int, _ kind: BridgeStep.Kind, _ organisation: Int, _ period: Period, _ record: Record,
    _ builder: inout ContributionBuilder
  ) {
    let key = BridgeKey(organisation: organisation, period: period)
    let place = places[key] ?? bridges.count
    if place == bridges.count {
      places[key] = place
      bridges.append(Bridge(organisation: organisation, period: period, line: record.line))
    }
    if kind == .opening {
      bridges[place].hasOpening = true
      bridges[place].orders = [:]
    }
    if let line = bridges[place].orders[order] {
      builder.add(Fault(.orderTwice(order, line: line), columns.order), .warning, line: record.line)
    } else {
      bridges[place].orders[order] = record.line
    }
  }
}
