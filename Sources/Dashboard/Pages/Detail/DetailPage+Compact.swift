import Metrics
import Screen

/// The detail page where no box fits.
extension DetailPage {
  var compactNames: [String] {
    let piece = part.map { state.board.itemName($0, of: id) }
    let suffix = state.visit.pane == 1 && piece == nil ? " parts" : ""
    return names(of: code).flatMap { who in
      names(of: id).map { what in
        [who, piece.map { "\(stem(of: id)) \($0)" } ?? what].joined(separator: " ") + suffix
      }
    }
  }

  var nothing: String { noFit ?? (state.visit.pane == 1 ? "no breakdown here" : "nothing returned") }

  func compact(_ row: RowID) -> CompactRow {
    switch row {
    case .period(let period):
      let figure = state.board.figure(key, in: period, choice: state.viewSettings.choice)
      return CompactRow(period.columnTitle, figure: figure, unit: unit)
    case .part(let part):
      let figure = parts.first { $0.key.part == part }
      return CompactRow(state.board.itemName(part, of: id), figure: figure, unit: unit)
    case .line(let line): return money(line) ?? .nothing
    default: return .nothing
    }
  }

  /// A line of the bridge, schemes or plan shown.
  private func money(_ line: Int) -> CompactRow? {
    switch section {
    case .bridge(let bridge):
      BridgeLines.rows(bridge)[safe: line].map {
        CompactRow(name: $0.label.plain, beside: $0.amountText.plain, .strong)
      }
    case .savings(let schemes):
      SchemeTable(schemes).rows[safe: line].map {
        CompactRow(name: $0.name, beside: ($0.forecast ?? $0.delivered ?? $0.plan)?.millions ?? "–", .strong)
      }
    case .plan(let lines): plan(lines, line)
    case nil: nil
    }
  }

  private func plan(_ lines: [PlanLine], _ line: Int) -> CompactRow {
    let row = PlanTable(lines, state.board).words(line, skipping: state.visit.skippedColumns)
    return CompactRow(name: row.name, beside: row.amount, .strong)
  }
}
