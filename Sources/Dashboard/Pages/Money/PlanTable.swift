import Metrics
import Screen

/// A plan laid out as its document does: a row for each line of each organisation, a column for each year and scenario; where that
/// would be too many columns, the scenario stands in the row.
struct PlanTable {
  /// A year, of one scenario unless the row names it.
  private struct Column: Hashable {
    let year: NHSYear
    let scenario: String
  }
  /// One line of one organisation, of one scenario unless the column names it.
  private struct Row: Hashable {
    let organisation: OrganisationCode
    let line: String
    let scenario: String
  }

  private let columns: [Column]
  private let rows: [Row]
  private let amounts: [Row: [Column: Money]]
  private let board: Board

  /// More scenarios and years than this make rows of the scenarios.
  private static let mostColumns = 6

  init(_ lines: [PlanLine], _ board: Board) {
    let inColumns = Set(lines.map { Column(year: $0.year, scenario: $0.scenario) }).count <= Self.mostColumns
    var columns: [Column] = []
    var rows: [Row] = []
    var amounts: [Row: [Column: Money]] = [:]
    for line in lines {
      let column = Column(year: line.year, scenario: inColumns ? line.scenario : "")
      let row = Row(organisation: line.organisation, line: line.line, scenario: inColumns ? "" : line.scenario)
      if !columns.contains(column) { columns.append(column) }
      if !rows.contains(row) { rows.append(row) }
      amounts[row, default: [:]][column] = line.amount
    }
    // Years in their order, the scenarios of a year as the document has them.
    self.columns = columns.enumerated().sorted {
      ($0.element.year.firstYear, $0.offset) < ($1.element.year.firstYear, $1.offset)
    }.map(\.element)
    self.rows = rows
    self.amounts = amounts
    self.board = board
  }

  var columnCount: Int { columns.count }
  var rowCount: Int { rows.count }

  func draw(on frame: inout Frame, in region: Region, selection: Int?, isFocused: Bool, skippedColumns: Int) {
    let names = rows.map { name($0).count }.max() ?? 0
    var table = Table(
      columns: [TableColumn("£m", minimum: min(names, max(12, region.columns / 3)), ideal: names)]
        + columns.enumerated().map { position, column in
          let widest = rows.compactMap { amounts[$0]?[column]?.millions.count }.max() ?? 0
          return TableColumn(
            title(column), minimum: max(widest, title(column).count), alignment: .trailing, priority: position)
        },
      rowCount: rows.count, selection: selection, isFocused: isFocused)
    table.skippedColumns = min(skippedColumns, max(0, columns.count - 1))
    table.gap = region.columns < 80 ? 1 : 2
    let shown = toldApart(rows.map(name), to: table.width(of: 0, in: region))
    table.draw(on: &frame, in: region) { row in
      [StyledText(shown[row])]
        + columns.map { column in
          let amount = amounts[rows[row]]?[column]
          return StyledText(amount?.millions ?? "", (amount?.pounds ?? 0) < 0 ? .targetMissed : .text)
        }
    }
  }

  /// A row in words, with the amount of the first column shown.
  func words(_ row: Int, skipping skipped: Int) -> (name: String, amount: String) {
    guard let row = rows[safe: row], let column = columns[safe: min(skipped, columns.count - 1)] else {
      return ("–", "")
    }
    return ("\(name(row)) \(title(column))", amounts[row]?[column]?.millions ?? "–")
  }

  /// Whose it is where there are several, the line, and the scenario where the line does not say it already.
  private func name(_ row: Row) -> String {
    let isAlone = rows.allSatisfy { $0.organisation == row.organisation }
    let name = isAlone ? row.line : "\(board.organisation(row.organisation).shortName) \(row.line)"
    return row.scenario.isEmpty || name.hasSuffix(row.scenario) ? name : "\(name), \(row.scenario)"
  }

  /// `16/17 plan`.
  private func title(_ column: Column) -> String {
    column.scenario.isEmpty ? column.year.text : "\(column.year.text.dropFirst(2)) \(column.scenario)"
  }
}
