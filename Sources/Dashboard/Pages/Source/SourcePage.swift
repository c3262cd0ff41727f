import Metrics
import Screen

/// The rows of the file that a figure was read from, as the file has them.
struct SourcePage: PageContent {
  let state: State
  let key: Series.Key
  let period: Period

  init(_ state: State, _ key: Series.Key, _ period: Period) {
    self.state = state
    self.key = key
    self.period = period
  }

  /// Its rows; `nil` while they are being read.
  var listing: SourceListing? { state.sourceRows.flatMap { $0.key == key && $0.period == period ? $0 : nil } }

  /// What stands in the place of the rows while they are being read, and where there are none to read.
  var waiting: String {
    guard board.filedReturns(behind: key, in: period).isEmpty else { return "reading the file again…" }
    return board.figure(key, in: period)?.withoutRows ?? "no return"
  }

  private var board: Board { state.board }

  func draw(on frame: inout Frame, in region: Region) {
    let listing = listing
    // The rows get what they need, and the fields of the selected row the rest.
    let list = max(5, min((listing?.rows.count ?? 1) + 3, region.rows / 2))
    let record = region.rows >= 12 && listing?.rows.isEmpty == false ? region.rows - list : 0
    let parts = region.splitRows([.weight(1), .fixed(record)])
    let count = listing.map { $0.rows.count == 1 ? "1 row" : "\($0.rows.count) rows" } ?? ""
    let footer = [listing.map { $0.written.isEmpty ? "" : "file written \($0.written)" } ?? "", listing?.remark ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let inner = Box(title: listing?.file ?? "Source", note: count, footer: footer, isFocused: true)
      .draw(on: &frame, in: parts[0])
    guard let listing else {
      frame.write(StyledText(waiting, .faint), in: inner, line: 0)
      return
    }
    guard !listing.rows.isEmpty else {
      frame.write(StyledText(listing.remark.isEmpty ? "no rows" : listing.remark, .problemWarning), in: inner, line: 0)
      return
    }
    let selected = selectedLine ?? 0
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

  /// Draws the selected row with a line for each field; empty fields come last.
  private func drawRecord(_ listing: SourceListing, selected: Int, on frame: inout Frame, in region: Region) {
    guard listing.rows.indices.contains(selected) else { return }
    let row = listing.rows[selected]
    let inner = Box(title: "Line \(row.line)", note: "← → columns").draw(on: &frame, in: region).inset(
      rows: 0, columns: 1)
    let columns = max(1, inner.columns / 52)
    let fields = Array(zip(listing.header, row.fields).dropFirst(state.visit.skippedColumns))
    let places = inner.splitColumns(Array(repeating: .weight(1), count: columns), gap: 2)
    let wide = places.map(\.columns).min() ?? 0
    // A long text continues on the lines below, where there is room for all fields.
    let whole = fields.flatMap { name, value in Self.lines(name, value, wide: wide) }
    let lines = whole.count <= columns * inner.rows ? whole : fields.map { ($0, $1) }
    for (position, field) in lines.prefix(columns * inner.rows).enumerated() {
      draw(field, on: &frame, in: places[position / inner.rows].line(position % inner.rows))
    }
  }

  /// A field of a record: its name, which is empty on the lines where its value continues.
  private typealias Field = (name: String, value: String)

  private static func valueWidth(_ name: String, _ value: String, wide: Int) -> Int {
    min(max(8, value.count), max(wide / 2, wide - name.count - 1))
  }

  private static func lines(_ name: String, _ value: String, wide: Int) -> [Field] {
    let width = valueWidth(name, value, wide: wide)
    guard value.count > width else { return [(name, value)] }
    return wrapped(value, to: width).enumerated().map { ($0 == 0 ? name : "", $1) }
  }

  private func draw(_ field: Field, on frame: inout Frame, in line: Region) {
    let width = Self.valueWidth(field.name, field.value, wide: line.columns)
    frame.write(field.name, row: line.row, column: line.column, role: .faint, width: line.columns - width - 1)
    frame.write(
      field.value.isEmpty ? "(blank)" : field.value, row: line.row, column: line.right - width,
      role: field.value.isEmpty ? .missing : .text, width: width, alignment: .trailing)
  }
}
