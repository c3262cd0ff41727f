import Metrics

/// The unit of amounts in a file that a system has made for itself.
enum MoneyUnit {
  /// The unit stated by the layout, otherwise by the title of a column; `nil` where neither states one.
  static func unit(_ layout: LocalLayout, _ header: Header, _ column: Int?) throws(Fault) -> Money.Unit? {
    let titled = column.flatMap { unit(in: header.title($0)) }
    guard let stated = layout.moneyUnit else { return titled }
    if let titled, titled != stated { throw Fault(.otherUnit(stated.text, titled.text), column) }
    return stated
  }

  /// `Actual YTD (£000)`, `Income £m`.
  static func unit(in title: String) -> Money.Unit? {
    let text = title.lowercased().filter { !"'\u{2019}, ".contains($0) }
    if text.contains("£000") || text.contains("£k") || text.contains("(000s)") { return .thousands }
    if text.contains("£m") { return .millions }
    return text.contains("£") ? .pounds : nil
  }
}

extension Money.Unit {
  /// The unit as files write it.
  var text: String {
    switch self {
    case .pounds: "£"
    case .thousands: "£000"
    case .millions: "£m"
    }
  }
}

/// Reads the amounts of money in each row.
struct LocalAmounts {
  private let layout: LocalLayout
  private let money: LocalMoney
  private let columns: LocalColumns
  private let header: Header
  private let reader: MoneyColumns
  private var organisations: LocalOrganisations
  private var periods: LocalPeriodReader
  private var seen: [[String]: Int] = [:]
  private var orders = 0
  /// The columns whose unit cannot be known, which is said once and not for every row.
  private var unitless: Set<Int> = []

  /// `nil` for a layout whose figures are not records of money.
  init?(_ layout: LocalLayout, _ columns: LocalColumns, _ header: Header, _ context: ReadingContext) {
    switch layout.figure {
    case .money(let money): self.money = money
    case .value where layout.metric == .controlTotal: money = LocalMoney(.position, columns: [.forecast: ""])
    case .value where layout.metric == .yearToDate: money = LocalMoney(.position, columns: [.actual: ""])
    default: return nil
    }
    self.layout = layout
    self.columns = columns
    self.header = header
    reader = MoneyColumns(unit: columns.money[.unit])
    organisations = LocalOrganisations(layout, column: columns.organisation, name: columns.name, header, context)
    periods = LocalPeriodReader(layout, columns, header, context.file)
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    guard record.line <= columns.lastLine, columns.rows.allSatisfy({ $0.isMet(by: record) }) else { return }
    let whose = try organisations.organisation(record, &builder)
    guard case .organisation(let number) = whose else {
      if whose == .all {
        throw Fault(.totalLeftOut(columns.organisation.map { record.text($0) } ?? ""), columns.organisation)
      }
      return
    }
    let code = builder.code(number)
    let period = try periods.period(record)
    switch money.kind {
    case .position: try readPosition(record, code, period, &builder)
    case .bridge: try readStep(record, code, period, &builder)
    case .savings: try readScheme(record, code, period, &builder)
    case .plan: try readLine(record, code, period, &builder)
    }
  }

  private mutating func readPosition(
    _ record: Record, _ code: OrganisationCode, _ period: Period, _ builder: inout ContributionBuilder
  ) throws(Fault) {
    let month = try month(period, record)
    let basis = try basis(record)
    let control = try amount(.controlTotal, record)
    let (plan, actual) = (try amount(.plan, record), try amount(.actual, record))
    let (forecast, supportPlan) = (try amount(.forecast, record), try amount(.supportPlan, record))
    let supportActual = try amount(.supportActual, record)
    try once([code.text, Period.month(month).text, basis.rawValue], record)
    builder.finance.positions.append(
      FinancePosition(
        organisation: code, month: month, basis: basis, controlTotal: control, planToDate: plan, actualToDate: actual,
        forecast: forecast, stfPlan: supportPlan, stfActual: supportActual, rows: RowSpan(line: record.line),
        document: ""))
    builder.mark(.controlTotal, code, .month(month))
    builder.mark(.yearToDate, code, .month(month))
    builder.mark(.yearToDate, code, .yearToDate(month))
  }

  private mutating func readStep(
    _ record: Record, _ code: OrganisationCode, _ period: Period, _ builder: inout ContributionBuilder
  ) throws(Fault) {
    let kindText = text(.kind, record)
    guard let kind = BridgeStep.Kind(rawValue: kindText.lowercased()) else {
      let known = ExtractProblem.alternatives(BridgeStep.Kind.allCases.map(\.rawValue))
      throw Fault(.unknownWord(kindText, expected: known), columns.money[.kind])
    }
    guard let amount = try amount(.amount, record) else { throw Fault(.notAmount(""), columns.money[.amount]) }
    // Steps without a number are kept in the order of the file.
    orders += 1
    var order = orders
    if let column = columns.money[.order] {
      guard case .number(let decimal) = record.cell(column), let whole = decimal.whole else {
        throw Fault(.notWhole(record.text(column)), column)
      }
      order = whole
    }
    let title = text(.step, record)
    builder.finance.bridgeSteps.append(
      BridgeStep(
        organisation: code, period: period, order: order, kind: kind, title: title, amount: amount,
        rows: RowSpan(line: record.line), document: ""))
    builder.markRecord(.bridge, code, period, title)
  }

  private mutating func readScheme(
    _ record: Record, _ code: OrganisationCode, _ period: Period, _ builder: inout ContributionBuilder
  ) throws(Fault) {
    let title = text(.scheme, record)
    let (plan, delivered, forecast) = (
      try amount(.plan, record), try amount(.delivered, record), try amount(.forecast, record)
    )
    var isRecurrent: Bool?
    if let column = columns.money[.recurrent] { isRecurrent = try Savings.isRecurrent(record, column) }
    try once([code.text, period.text, title], record)
    builder.finance.schemes.append(
      SavingsScheme(
        organisation: code, period: period, title: title, isRecurrent: isRecurrent, plan: plan,
        delivered: delivered, forecast: forecast, rows: RowSpan(line: record.line), document: ""))
    builder.markRecord(.savings, code, period, title)
  }

  private mutating func readLine(
    _ record: Record, _ code: OrganisationCode, _ period: Period, _ builder: inout ContributionBuilder
  ) throws(Fault) {
    guard case .year(let year) = period else {
      throw Fault(.badPeriod(period.text, example: "2018/19"), periodColumn)
    }
    guard let amount = try amount(.amount, record) else { throw Fault(.notAmount(""), columns.money[.amount]) }
    let title = text(.line, record)
    let scenario = money.scenario ?? text(.scenario, record)
    try once([code.text, year.text, scenario, title], record)
    builder.finance.planLines.append(
      PlanLine(
        organisation: code, year: year, scenario: scenario, line: title, amount: amount,
        rows: RowSpan(line: record.line), document: ""))
    builder.markRecord(.plan, code, .year(year), title)
  }

  private var periodColumn: Int? { if case .column(let column) = columns.periods { column } else { nil } }

  /// The month of a period: the March of a year, the last month of a quarter.
  private func month(_ period: Period, _ record: Record) throws(Fault) -> Month {
    guard let month = period.month, period.grain >= .month else {
      throw Fault(.badPeriod(periodColumn.map { record.text($0) } ?? period.text, example: "2018-02"), periodColumn)
    }
    return month
  }

  private func basis(_ record: Record) throws(Fault) -> FinancePosition.Basis {
    if let basis = money.basis { return basis }
    guard let column = columns.money[.basis] else { return .unstated }
    return try FinancePositions.basis(record, column)
  }

  private func text(_ column: LocalMoney.Column, _ record: Record) -> String {
    columns.money[column].map { record.text($0) } ?? ""
  }

  private mutating func amount(_ column: LocalMoney.Column, _ record: Record) throws(Fault) -> Money? {
    // A figure in a single column is found in the way that every figure is.
    let place = money.columns[column] == "" ? columns.value : columns.money[column]
    guard let place else { return nil }
    return try reader.amount(record, place, unit(of: place, record))
  }

  private mutating func unit(of place: Int, _ record: Record) throws(Fault) -> Money.Unit {
    if columns.money[.unit] != nil { return try reader.unit(record) }
    do throws(Fault) {
      if let stated = try MoneyUnit.unit(layout, header, place) { return stated }
    } catch {
      throw unitless.insert(place).inserted ? error : Fault(.saidOnce, place)
    }
    if LocalAmounts.saysUnit(record.text(place)) { return .pounds }
    throw Fault(unitless.insert(place).inserted ? .noUnit : .saidOnce, place)
  }

  /// Whether an amount states its own unit, as `£13.4m` and `300k` do, or is not an amount.
  private static func saysUnit(_ text: String) -> Bool {
    let amount = text.last == ")" ? text.dropLast() : text[...]
    return text.isEmpty || text.contains("£") || amount.last.map { "mMkK".contains($0) } ?? false
  }

  private mutating func once(_ key: [String], _ record: Record) throws(Fault) {
    if let line = seen[key] { throw Fault(.repeats(line: line)) }
    seen[key] = record.line
  }
}
