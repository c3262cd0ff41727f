import Metrics

// sitrep's own layout for bridges from one amount to another. One row: one step. Favourable is positive.
//
//   organisation,period,unit,order,kind,step,amount
//   RXQ,2018-03,£m,1,opening,Control total,6.5
//   RXQ,2018-03,£m,2,step,STF not earned,(5.9)

extension Layout {
  /// sitrep's own layout for bridges.
  static let financeBridge = Layout(
    name: "finance bridge",
    requirements: [
      Requirement("organisation"), Requirement("period"), Requirement("order"), Requirement("kind"),
      Requirement("step"), Requirement("amount"),
    ],
    reader: { header, _ in FinanceBridge(header) })
}

/// Reads bridge rows.
struct FinanceBridge: RowReader {
  private let own: OwnColumns
  private let money: MoneyColumns
  private let order: Int
  private let kind: Int
  private let step: Int
  private let amount: Int
  private var bridges: [Bridge] = []
  private var places: [BridgeKey: Int] = [:]

  private struct BridgeKey: Hashable {
    let organisation: Int
    let period: Period
  }

  /// What has come of one organisation's bridge of one period.
  private struct Bridge {
    let organisation: Int
    let period: Period
    let line: Int
    var hasOpening = false
    /// The line of each number since the last opening.
    var orders: [Int: Int] = [:]
  }

  let title = "finance bridge"

  init(_ header: Header) {
    own = OwnColumns(header)
    money = MoneyColumns(header)
    order = header.column("order") ?? 0
    kind = header.column("kind") ?? 0
    step = header.column("step") ?? 0
    amount = header.column("amount") ?? 0
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let period = try own.period(record)
    let unit = try money.unit(record)
    guard case .number(let decimal) = record.cell(order), let order = decimal.whole else {
      throw Fault(.notWhole(record.text(order)), order)
    }
    guard let kind = BridgeStep.Kind(rawValue: record.text(kind).lowercased()) else {
      let known = ExtractProblem.alternatives(BridgeStep.Kind.allCases.map(\.rawValue))
      throw Fault(.unknownWord(record.text(self.kind), expected: known), self.kind)
    }
    guard let money = try money.amount(record, amount, unit) else { throw Fault(.notAmount(""), amount) }
    let organisation = try own.organisation(record, &builder)
    let code = builder.code(organisation)
    let title = record.text(step)
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

  /// Notes a step's number, and says where a bridge has it twice; a second bridge counts from its own opening.
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
      builder.add(Fault(.orderTwice(order, line: line), self.order), .warning, line: record.line)
    } else {
      bridges[place].orders[order] = record.line
    }
  }
}
