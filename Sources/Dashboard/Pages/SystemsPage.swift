import Metrics
import Screen

/// The systems whose organisations are built in: a national file can be read for any of them.
struct SystemsPage {
  let state: State

  init(_ state: State) { self.state = state }

  /// The systems that fit the filter, and every organisation in the extracts as the first.
  var systems: [(code: OrganisationCode, name: String, since: String)] {
    let every: [(code: OrganisationCode, name: String, since: String)] = [
      (.all, "Every organisation in the extracts", "")
    ]
    return every
      + Footprints.systems.map { ($0.code, $0.name, $0.from.map { "from \(Period.month($0).title)" } ?? "") }
      .fitting(state.visit.filter) { ([$0.0.text], [$0.1]) }
  }

  func draw(on frame: inout Frame, in body: Region) {
    let rows = systems
    let inner = Box(title: "Systems", note: "Enter opens · / find", isFocused: true).draw(on: &frame, in: body)
    let row = state.selectedRow
    let selected = rows.firstIndex { .organisation($0.code) == row }
    let table = Table(
      columns: [
        TableColumn("system", minimum: 20, ideal: 70), TableColumn("code", minimum: 6, ideal: 12),
        TableColumn("", minimum: 8, ideal: 20, priority: 1),
      ],
      rowCount: rows.count, selection: selected, pane: 0)
    table.draw(on: &frame, in: inner) { row in
      [StyledText(rows[row].name), StyledText(rows[row].code.text, .faint), StyledText(rows[row].since, .faint)]
    }
  }
}
