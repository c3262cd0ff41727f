import Metrics
import Screen

/// The systems whose organisations are built in: a national file can be read for any of them.
struct SystemsPage: PageContent {
  let state: State

  init(_ state: State) { self.state = state }

  /// One line of the list.
  typealias Row = (code: OrganisationCode, name: String, since: String)

  /// Every organisation in the extracts, then the systems; with a filter, those that fit it, the best first.
  var systems: [Row] {
    let all: [Row] =
      [(.all, "Every organisation in the extracts", "")]
      + state.board.systemsToChoose.map { ($0.code, $0.name, Self.dates($0)) }
    return all.fitting(state.visit.filter) { ([$0.name, $0.code.text], []) }
  }

  /// `from Jul 2022`, `to Mar 2026`; empty where neither is known.
  private static func dates(_ system: Footprints.Footprint) -> String {
    if let last = system.to { return "to \(Period.month(last).title)" }
    return system.from.map { "from \(Period.month($0).title)" } ?? ""
  }

  func draw(on frame: inout Frame, in region: Region) {
    let rows = systems
    let find = state.visit.filter.isEmpty ? "/ find" : "/\(state.visit.filter)"
    let inner = Box(title: "Systems", note: "Enter opens · \(find)", isFocused: true).draw(on: &frame, in: region)
    guard !rows.isEmpty else {
      frame.write(StyledText("no system matches; Esc clears the filter", .faint), in: inner.inset(left: 2), line: 0)
      return
    }
    let row = selectedRow(among: rows.map { .organisation($0.code) })
    let selected = rows.firstIndex { .organisation($0.code) == row }
    // Codes and dates are shown completely or not at all; a name that is too long is cut between words.
    func column(_ title: String, priority: Int, _ text: (Row) -> String) -> TableColumn {
      TableColumn(title, minimum: max(title.count, rows.map { text($0).count }.max() ?? 0), priority: priority)
    }
    var table = Table(
      columns: [
        TableColumn("system", minimum: 20, ideal: max(20, rows.map(\.name.count).max() ?? 0)),
        column("code", priority: 1) { $0.code.text }, column("", priority: 2) { $0.since },
      ],
      rowCount: rows.count, selection: selected, pane: 0)
    table.gap = inner.columns < 80 ? 1 : 2
    table.draw(on: &frame, in: inner) { row in
      [StyledText(rows[row].name), StyledText(rows[row].code.text, .faint), StyledText(rows[row].since, .faint)]
    }
  }
}
