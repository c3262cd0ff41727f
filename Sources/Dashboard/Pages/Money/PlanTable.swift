import Metrics
import Screen

/// A plan in the layout of its document: a row for each line of each organisation, a column for each year and scenario.
/// Where there would be too many columns, the scenario is in the row.
struct PlanTable {
  /// A year of one scenario, unless the row names the scenario.
  private struct Column: Hashable {
    let year: NHSYear
    let scenario: String
  }
  /// A line of one organisation and scenario, unless the column names the scenario.
  private struct Row: Hashable {
    let organisation: OrganisationCode
    let line: String
    let scenario: String
  }

  private let columns: [Column]
  private let rows: [Row]
  private let amounts: [Row: [Column: Money]]
  private let board: Board

  /// With more scenarios and years than this, scenarios become rows.
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
    // Years in order, and the scenarios of a year as in the document.
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

  /// The organisation where there are several, the line, and the scenario where the line does not name it already.
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
