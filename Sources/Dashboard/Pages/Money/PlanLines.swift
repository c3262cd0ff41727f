import Metrics
import Screen

/// The lines of a plan in a panel, below their year and scenario, scrolled to the one under the cursor.
struct PlanLines {
  let state: State
  let lines: [PlanLine]
  let isFocused: Bool

  /// A line of the panel: a heading, or part of a plan line's words, which are never cut off; the amount is beside the
  /// last part.
  private enum Row {
    case heading(String)
    case line(Int, words: String, isFirst: Bool, isLast: Bool)
  }

  /// The lines in order, with a heading before each that has another year or scenario than the one before it.
  private func rows(wide: Int) -> [Row] {
    lines.indices.flatMap { place -> [Row] in
      let line = lines[place]
      let isSame = place > 0 && lines[place - 1].year == line.year && lines[place - 1].scenario == line.scenario
      let owner = line.organisation == state.scope ? "" : state.board.organisation(line.organisation).shortName + " "
      let words = wrapped(owner + line.line, to: wide - 4 - line.amount.millions.count - 1)
      return (isSame ? [] : [.heading("\(line.year.text.dropFirst(2)) \(line.scenario)")])
        + words.indices.map {
          .line(place, words: words[$0], isFirst: $0 == 0, isLast: $0 == words.count - 1)
        }
    }
  }

  func draw(on frame: inout Frame, in region: Region) {
    guard region.rows > 0 else { return }
    frame.write(StyledText("The plan, £m", .heading), in: region)
    let list = region.inset(top: 1)
    let rows = rows(wide: region.columns)
    var selected: Int?
    let row = isFocused ? state.selectedRow(among: lines.indices.map { .line($0) }) : nil
    if case .line(let line)? = row {
      selected = rows.lastIndex { if case .line(line, _, _, _) = $0 { true } else { false } }
    }
    let offset = Table.offset(scroll: 0, selection: selected, count: rows.count, height: list.rows)
    for (line, shown) in rows.dropFirst(offset).prefix(list.rows).enumerated() {
      switch shown {
      case .heading(let words): frame.write(StyledText(words, .faint), in: list.inset(left: 2), line: line)
      case .line(let place, let words, let isFirst, let isLast):
        let isSelected = row == .line(place)
        draw(
          words, isLast ? lines[place].amount : nil, isFirst: isFirst, on: &frame, in: list.line(line),
          isSelected: isSelected)
      }
    }
    if let selected, !list.isEmpty {
      frame.cursor = Position(row: list.row + selected - offset, column: list.column)
    }
    Scrollbar(total: rows.count, visible: offset..<min(rows.count, offset + list.rows)).draw(
      on: &frame, in: Region(row: list.row, column: region.right + 1, columns: 1, rows: list.rows), isFocused: isFocused
    )
  }

  private func draw(
    _ words: String, _ money: Money?, isFirst: Bool, on frame: inout Frame, in line: Region, isSelected: Bool
  ) {
    let amount = money?.millions ?? ""
    let column = frame.write(
      isSelected && isFirst ? "▸   " : "    ", row: line.row, column: line.column,
      role: isSelected ? .selectionMark : .text, selected: isSelected)
    let end = frame.write(
      words, row: line.row, column: column, role: isSelected ? .strong : .text,
      width: max(0, line.right - column - amount.count), selected: isSelected)
    frame.write(
      amount, row: line.row, column: end, role: money.map { $0.pounds < 0 } == true ? .targetMissed : .text,
      selected: isSelected)
  }
}
