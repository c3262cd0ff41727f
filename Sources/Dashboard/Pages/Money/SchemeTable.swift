import Metrics
import Screen

/// Savings schemes of the latest period: the saving planned, delivered and forecast, and whether it recurs every year;
/// then the sums of recurrent schemes, of non-recurrent ones, and of all.
struct SchemeTable {
  /// One line of it.
  struct Row: Equatable {
    let name: String
    let plan: Money?, delivered: Money?, forecast: Money?
    /// Whether it is recurrent; `nil` where the file does not say, and for a sum.
    let isRecurrent: Bool?
    let isSum: Bool
  }

  let rows: [Row]

  init(_ schemes: [SavingsScheme]) {
    let latest = schemes.map(\.period).max()
    let shown = schemes.filter { $0.period == latest }
    let kinds = [("Recurrent", true), ("Once", false)].filter { _, kind in shown.contains { $0.isRecurrent == kind } }
    // The sum of some schemes matters only beside other schemes.
    let sums = kinds.count < 2 && shown.allSatisfy { $0.isRecurrent == shown.first?.isRecurrent } ? [] : kinds
    rows =
      shown.map {
        Row(
          name: $0.title, plan: $0.plan, delivered: $0.delivered, forecast: $0.forecast, isRecurrent: $0.isRecurrent,
          isSum: false)
      } + sums.map { name, kind in Self.sum(name, shown.filter { $0.isRecurrent == kind }) }
      + [Self.sum("All schemes", shown)]
  }

  var rowCount: Int { rows.count }

  /// A sum is known where all its parts are: a scheme that has not stated its delivery has not delivered zero.
  private static func sum(_ name: String, _ schemes: [SavingsScheme]) -> Row {
    func total(_ amount: (SavingsScheme) -> Money?) -> Money? { Money.total(schemes.map(amount)) }
    return Row(
      name: name, plan: total(\.plan), delivered: total(\.delivered), forecast: total(\.forecast), isRecurrent: nil,
      isSum: true)
  }

  /// Whether a column has contents.
  private func has(_ amount: (Row) -> Money?) -> Bool { rows.contains { amount($0) != nil } }

  func draw(on frame: inout Frame, in region: Region, selection: Int?, isFocused: Bool) {
    let names = rows.map(\.name.count).max() ?? 0
    let widest = rows.flatMap { [$0.plan, $0.delivered, $0.forecast] }.compactMap { $0?.millions.count }.max() ?? 0
    func amount(_ title: String, priority: Int) -> TableColumn {
      TableColumn(title, minimum: max(title.count, widest), alignment: .trailing, priority: priority)
    }
    var columns = [TableColumn("£m", minimum: min(names, 9), ideal: names), amount("plan", priority: 0)]
    if has(\.delivered) { columns.append(amount("to date", priority: 1)) }
    if has(\.forecast) { columns.append(amount("forecast", priority: 2)) }
    if rows.contains(where: { $0.isRecurrent != nil }) {
      columns.append(TableColumn("recurs", minimum: 6, priority: 3))
    }
    var table = Table(columns: columns, rowCount: rows.count, selection: selection, isFocused: isFocused)
    table.gap = 1
    table.draw(on: &frame, in: region) { cells(rows[$0]) }
  }

  private func cells(_ row: Row) -> [StyledText] {
    var cells = [
      StyledText(row.name, row.isSum ? .strong : .text),
      StyledText(row.plan?.millions ?? "–", row.isSum ? .strong : .text),
    ]
    if has(\.delivered) { cells.append(against(row.delivered, has(\.forecast) ? nil : row.plan)) }
    if has(\.forecast) { cells.append(against(row.forecast, row.plan)) }
    if rows.contains(where: { $0.isRecurrent != nil }) {
      cells.append(StyledText(row.isRecurrent.map { $0 ? "yes" : "once" } ?? (row.isSum ? "" : "–"), .faint))
    }
    return cells
  }

  /// An amount, coloured by its comparison with a plan. Where there is a forecast, that is compared with the plan,
  /// because the delivery to date is not that of the year.
  private func against(_ amount: Money?, _ plan: Money?) -> StyledText {
    guard let amount else { return StyledText("–", .missing) }
    return StyledText(amount.millions, plan.map { amount.pounds < $0.pounds ? .targetMissed : .targetMet } ?? .text)
  }
}
