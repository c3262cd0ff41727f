import Metrics
import Screen

/// The rows of the file a figure was read from, as they stand in it.
struct SourcePage {
  let state: State
  let key: Series.Key
  let period: Period

  init(_ state: State, _ key: Series.Key, _ period: Period) {
    self.state = state
    self.key = key
    self.period = period
  }

  func draw(on frame: inout Frame, in body: Region) {
    let listing = state.sourceRows.flatMap { $0.key == key && $0.period == period ? $0 : nil }
    // The rows have what they need, the fields of the selected one the rest.
    let list = max(5, min((listing?.rows.count ?? 1) + 3, body.rows / 2))
    let record = body.rows >= 12 && listing?.rows.isEmpty == false ? body.rows - list : 0
    let parts = body.splitRows([.weight(1), .fixed(record)])
    let count = listing.map { $0.rows.count == 1 ? "1 row" : "\($0.rows.count) rows" } ?? ""
    let footer = [listing.map { $0.written.isEmpty ? "" : "file written \($0.written)" } ?? "", listing?.remark ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let inner = Box(title: listing?.file ?? "Source", note: count, footer: footer, isFocused: true)
      .draw(on: &frame, in: parts[0])
    guard let listing else {
      frame.write(StyledText("reading the file again…", .faint), in: inner, line: 0)
      return
    }
    guard !listing.rows.isEmpty else {
      frame.write(StyledText(listing.remark.isEmpty ? "no rows" : listing.remark, .problemWarning), in: inner, line: 0)
      return
    }
    let selected = state.selectedRow.flatMap { row -> Int? in if case .line(let line) = row { line } else { nil } } ?? 0
    drawRows(listing, selected: selected, on: &frame, in: inner)
    if record > 0 { drawRecord(listing, selected: selected, on: &frame, in: parts[1]) }
  }

  private func drawRows(_ listing: SourceListing, selected: Int, on frame: inout Frame, in inner: Region) {
    let columns =
      [TableColumn("line", minimum: 6, ideal: 7, alignment: .trailing)]
      + listing.header.enumerated().map { position, name in
        let widest =
          listing.rows.prefix(50).map { $0.fields.indices.contains(position) ? $0.fields[position].count : 0 }.max()
          ?? 0
        let width = min(24, max(4, max(name.count, widest)))
        return TableColumn(name, minimum: width, ideal: width, priority: position)
      }
    var table = Table(columns: columns, rowCount: listing.rows.count, selection: selected, pane: 0)
    table.skippedColumns = min(state.visit.skippedColumns, max(0, listing.header.count - 1))
    table.draw(on: &frame, in: inner) { row in
      [StyledText("\(listing.rows[row].line)", .faint)]
        + listing.header.indices.map { position in
          let fields = listing.rows[row].fields
          return StyledText(fields.indices.contains(position) ? fields[position] : "")
        }
    }
  }

  /// The selected row with a line for each of its fields, those that are empty left out last.
  private func drawRecord(_ listing: SourceListing, selected: Int, on frame: inout Frame, in region: Region) {
    guard listing.rows.indices.contains(selected) else { return }
    let row = listing.rows[selected]
    let inner = Box(title: "Line \(row.line)", note: "← → columns").draw(on: &frame, in: region).inset(
      rows: 0, columns: 1)
    let columns = max(1, inner.columns / 52)
    let fields = Array(zip(listing.header, row.fields).dropFirst(state.visit.skippedColumns))
    let places = inner.splitColumns(Array(repeating: .weight(1), count: columns), gap: 2)
    for (position, field) in fields.prefix(columns * inner.rows).enumerated() {
      let place = places[position / inner.rows]
      let line = place.line(position % inner.rows)
      let valueWidth = min(max(8, field.1.count), max(line.columns / 2, line.columns - field.0.count - 1))
      frame.write(field.0, row: line.row, column: line.column, role: .faint, width: line.columns - valueWidth - 1)
      frame.write(
        field.1.isEmpty ? "(blank)" : field.1, row: line.row, column: line.right - valueWidth,
        role: field.1.isEmpty ? .missing : .text, width: valueWidth, alignment: .trailing)
    }
  }
}
