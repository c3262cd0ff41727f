import Metrics
import Screen

/// The lines of a plan in a panel: year, scenario, line and amount, scrolled to the one the cursor stands on.
struct PlanLines {
  let state: State
  let lines: [PlanLine]
  let isFocused: Bool

  func draw(on frame: inout Frame, in region: Region) {
    guard region.rows > 0 else { return }
    frame.write(StyledText("The plan, £m", .heading), in: region)
    let list = region.inset(top: 1)
    var selected: Int?
    if isFocused, case .line(let line)? = state.selectedRow { selected = line }
    let offset = Table.offset(scroll: 0, selection: selected, count: lines.count, height: list.rows)
    let amounts = lines.map(\.amount.millions.count).max() ?? 0
    for (line, row) in lines.dropFirst(offset).prefix(list.rows).enumerated() {
      draw(row, amountWidth: amounts, on: &frame, in: list.line(line), isSelected: offset + line == selected)
    }
    if let selected, !list.isEmpty {
      frame.cursor = Position(row: list.row + selected - offset, column: list.column)
    }
    Scrollbar(total: lines.count, visible: offset..<min(lines.count, offset + list.rows)).draw(
      on: &frame, in: Region(row: list.row, column: region.right + 1, columns: 1, rows: list.rows), isFocused: isFocused
    )
  }

  private func draw(_ row: PlanLine, amountWidth: Int, on frame: inout Frame, in line: Region, isSelected: Bool) {
    let owner = row.organisation == state.scope ? "" : state.board.organisation(row.organisation).shortName + " "
    var column = frame.write(
      isSelected ? "▸ " : "  ", row: line.row, column: line.column, role: isSelected ? .selectionMark : .text,
      selected: isSelected)
    column = frame.write(
      row.year.text.dropFirst(2) + " ", row: line.row, column: column, role: .faint, selected: isSelected)
    column = frame.write(
      "\(owner)\(row.line), \(row.scenario)", row: line.row, column: column, role: isSelected ? .strong : .text,
      width: max(0, line.right - column - amountWidth - 1), selected: isSelected)
    frame.write(
      " " + row.amount.millions, row: line.row, column: column, role: row.amount.pounds < 0 ? .targetMissed : .text,
      width: max(0, line.right - column), alignment: .trailing, selected: isSelected)
  }
}
