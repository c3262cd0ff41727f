import Metrics
import Screen

/// The content of the source page.
extension SourcePage {
  static let word = "source"

  var title: String { "rows" }
  func viewLine(_ outlook: [String]) -> [String] {
    [Self.word, key.organisation.text, key.metric.text] + (key.part.map { [$0.item] } ?? []) + [period.text]
  }

  func rows(of pane: Int) -> [RowID] { (listing?.rows ?? []).indices.map { .line($0) } }
  var sideways: Sideways { .columns(listing?.header.count ?? 0) }
  func open(_ row: RowID?) -> RowDestination { .nowhere("nothing further down; Esc goes back") }

  var shownSeries: Set<Series.Key> { [key] }
  var isSeenWhole: Bool { true }
  var rowsWanted: (Series.Key, Period)? { (key, period) }

  var compactNames: [String] {
    names(of: key.organisation).flatMap { who in
      names(of: key.metric).map { "\(who) \($0) \(period.columnTitle) rows" }
    }
  }
  var nothing: String { noFit ?? (listing == nil ? waiting : "no rows") }

  /// The fields of a row of a file, from the column that the user has scrolled to.
  func compact(_ row: RowID) -> CompactRow {
    guard case .line(let line) = row, let listing, let row = listing.rows[safe: line] else {
      return CompactRow(StyledText("no rows", .missing))
    }
    let fields = zip(listing.header, row.fields).dropFirst(state.visit.skippedColumns)
      .map { "\($0): \($1.isEmpty ? "(blank)" : $1)" }
    let number = state.visit.skippedColumns == 0 ? "line \(row.line) " : ""
    return CompactRow(StyledText(number + fields.joined(separator: "; ")))
  }

  var spoken: [String] {
    guard let listing else { return ["\(waiting.prefix(1).uppercased())\(waiting.dropFirst())."] }
    let rows = listing.rows.map { row in
      let fields = zip(listing.header, row.fields).map { "\($0): \($1.isEmpty ? "blank" : $1)" }
      return "Line \(row.line). " + fields.joined(separator: "; ") + "."
    }
    return ["The rows in \(listing.file): \(listing.rows.count).", listing.remark] + rows
  }
}
