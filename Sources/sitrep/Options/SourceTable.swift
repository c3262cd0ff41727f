import Dashboard
import Feeds
import Metrics
import Screen
import Warehouse

/// What `sitrep sources` prints.
enum SourceTable {
  /// Each source with its state.
  static func text(of sources: [SourceStatus]) -> String {
    let rows = sources.map { status in
      [
        status.source.name, status.source.connection.name, interval(status.source.refresh),
        status.record.map { grouped($0.table.rows) } ?? "-", state(of: status),
      ]
    }
    // A database may return anything as a name.
    let table = lines([["Source", "Connection", "Every", "Rows", "State"]] + rows)
    return table.map(Glyph.sanitised).joined(separator: "\n")
  }

  private static func state(of status: SourceStatus) -> String {
    let fetched = status.record.map { "fetched \(title($0.checked))" } ?? "never fetched"
    guard let failure = status.failure else { return fetched }
    return "\(fetched); failed \(title(failure.second)): \(failure.reason.message)"
  }

  private static func title(_ second: Int) -> String { Moment(wallSecond: Int64(second)).title }

  /// The result of trying a source.
  static func text(of trial: SourceTrial, _ source: WarehouseSource) -> String {
    switch trial.report {
    case .failed(let failure): return failure.problemText(of: source.title)
    case .unchanged: return ""
    case .fetched(let table):
      let columns = table.columns.map { "\($0.name) (\($0.type.words))" }.joined(separator: ", ")
      let layout =
        trial.layout.isEmpty
        ? "none: no layout has these columns" : "\(trial.layout), \(grouped(trial.figures)) figures"
      let facts = [
        ["Database", table.engine], ["Driver", table.driver], ["Connected in", "\(table.connecting) ms"],
        ["Fetched in", "\(table.asking) ms"],
        ["Rows", "\(grouped(table.rows)), \(grouped((table.bytes + 1023) / 1024)) KB as CSV"], ["Columns", columns],
        ["Layout", layout],
      ]
      let first = trial.rows.count > 1 ? ["", "First rows:"] + lines(trial.rows) : []
      let problems = trial.problems.isEmpty ? [] : [""] + trial.problems.prefix(20).map(\.shownText)
      return (lines(facts) + first + problems).map(Glyph.sanitised).joined(separator: "\n")
    }
  }

  /// Rows as columns, with two spaces between them.
  private static func lines(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in min(40, rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0) }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: max(0, widths[column] - cell.count))
      }
      return cells.joined(separator: "  ")
    }
  }

  private static func grouped(_ number: Int) -> String { Ratio(number).text(places: 0) }

  private static func interval(_ seconds: Int) -> String {
    seconds % 3600 == 0 ? "\(seconds / 3600)h" : seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
  }
}

extension FetchFailure {
  /// The failure as a problem of a source.
  fileprivate func problemText(of title: String) -> String {
    Problem(.error, file: title, message, fix: fix).shownText
  }
}
