import Metrics
import Screen

/// What stands above a table: the control chart of the row the cursor is on, or where there is none its money.
struct TopPanel {
  let state: State
  let row: SeriesDigest?

  private var isCharted: Bool { row.map { $0.charted.slots.count { $0.value != nil } >= 2 } ?? false }

  /// The records of the body itself, then those of the others in the scope.
  private var sections: [MoneyDigest.Section] {
    guard let row, row.metric?.unit == .pounds else { return [] }
    let own = MoneyDigest(state.board, of: row.key.organisation, state.outlook).sections
    guard case .metric = state.page, let scope = state.digest[row.key.metric]?.money else { return own }
    // The plan of the scope holds that of each body in it.
    return own.filter { !$0.isPlan || !scope.sections.contains(where: \.isPlan) }
      + scope.sections.filter { !own.contains($0) }
  }

  /// The plan among what is drawn.
  var plan: [PlanLine] {
    guard !isCharted else { return [] }
    return sections.lazy.compactMap { if case .plan(let lines) = $0 { lines } else { nil } }.first ?? []
  }

  /// Whether there is anything to draw.
  var hasContent: Bool { isCharted || !sections.isEmpty }

  func draw(on frame: inout Frame, in region: Region) {
    guard let row else { return }
    if isCharted {
      ChartBox(row.charted, key: row.key, title: row.organisation.shortName, state).draw(on: &frame, in: region)
    } else {
      MoneyGrid(state: state, sections: sections).draw(on: &frame, in: region)
    }
  }
}
