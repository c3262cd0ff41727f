import Metrics
import Screen

/// A bridge, the savings schemes or the plan of an organisation, in a box.
struct MoneyBox {
  let state: State
  let section: MoneyDigest.Section
  /// A note such as `b next, 1 of 3`.
  var note = ""
  var isFocused = false

  /// The number of rows, for the cursor.
  private static func rowCount(_ section: MoneyDigest.Section, _ board: Board) -> Int {
    switch section {
    case .bridge(let bridge): BridgeLines.rows(bridge).count
    case .savings(let schemes): SchemeTable(schemes).rowCount
    case .plan(let lines): PlanTable(lines, board).rowCount
    }
  }

  /// Its rows.
  static func rows(_ section: MoneyDigest.Section, _ board: Board) -> [RowID] {
    (0..<rowCount(section, board)).map { .line($0) }
  }

  func draw(on frame: inout Frame, in region: Region) {
    let box = Box(title: title, note: note, footer: footer, isFocused: isFocused)
    let inner = box.draw(on: &frame, in: region)
    guard !inner.isEmpty else { return }
    var selected: Int?
    if isFocused, case .line(let line)? = state.selectedRow(among: Self.rows(section, state.board)) { selected = line }
    switch section {
    case .bridge(let bridge): drawBridge(bridge, selected, on: &frame, in: inner.inset(left: 1, right: 1))
    case .savings(let schemes):
      SchemeTable(schemes).draw(on: &frame, in: inner, selection: selected, isFocused: isFocused)
    case .plan(let lines):
      PlanTable(lines, state.board).draw(
        on: &frame, in: inner, selection: selected, isFocused: isFocused, skippedColumns: state.visit.skippedColumns)
    }
  }

  private var title: String {
    switch section {
    case .bridge(let bridge): "\(state.board.organisation(bridge.organisation).shortName) bridge, £m"
    case .savings: "Savings schemes, £m"
    case .plan: "Plan, £m"
    }
  }

  private var footer: String {
    switch section {
    case .bridge(let bridge): bridge.period.title
    case .savings(let schemes): schemes.map(\.period).max()?.title ?? ""
    case .plan(let lines): lines.first.map { "from \($0.year.text)" } ?? ""
    }
  }

  /// Draws the whole bridge where it fits, otherwise the steps around the cursor while the keyboard is in it, otherwise
  /// with the smallest steps summed.
  private func drawBridge(_ bridge: Bridge, _ selected: Int?, on frame: inout Frame, in inner: Region) {
    let rows = BridgeLines.rows(bridge)
    if rows.count <= inner.rows || selected == nil {
      let waterfall = Waterfall(BridgeLines.condensed(rows, to: inner.rows))
      waterfall.draw(on: &frame, in: inner, selected: selected)
      if let selected {
        let above = waterfall.heights(in: inner).prefix(selected).reduce(0, +)
        frame.cursor = Position(row: inner.row + above, column: inner.column)
      }
      return
    }
    var canvas = Frame(size: Size(columns: inner.columns, rows: rows.count))
    Waterfall(rows).draw(on: &canvas, in: canvas.region, selected: selected)
    let offset = Table.offset(scroll: 0, selection: selected, count: rows.count, height: inner.rows)
    for line in 0..<min(inner.rows, rows.count - offset) {
      for column in 0..<inner.columns {
        frame[inner.row + line, inner.column + column] = canvas[offset + line, column]
      }
    }
    if let selected { frame.cursor = Position(row: inner.row + selected - offset, column: inner.column) }
  }
}
