import CLinux
import Metrics
import Warehouse

extension FetchFailure {
  /// The failure of a source that has no earlier result to show.
  func problem(of title: String) -> Problem { Problem(.error, file: title, message, fix: fix) }
}

extension FetchOutcome {
  /// The line of a log: the source, counts and times, never a figure.
  func logLine(of title: String) -> String {
    switch self {
    case .fetched(let record):
      "fetched \"\(title)\" rows=\(record.table.rows) bytes=\(record.table.bytes) connect=\(record.table.connecting)ms "
        + "query=\(record.table.asking)ms"
    case .unchanged(let record, let milliseconds):
      "unchanged \"\(title)\" rows=\(record.table.rows) asked=\(milliseconds)ms"
    case .recent(let record): "recent \"\(title)\" rows=\(record.table.rows)"
    case .failed(let failure): "not fetched \"\(title)\" (\(failure.message))"
    }
  }
}

extension Problem {
  /// The problem of a file as one of a table: a row instead of a line, and the column by name.
  func ofTable(_ columns: [String]) -> Problem {
    var problem = self
    problem.tableColumn = column.flatMap { columns.indices.contains($0 - 1) ? columns[$0 - 1] : nil } ?? ""
    // The first line has the names of the columns.
    problem.line = line.flatMap { $0 > 1 ? $0 - 1 : nil }
    return problem
  }
}

extension FileIdentity {
  /// When the file was last written, in the local time zone.
  var moment: Moment { Moment(wallSecond: Int64(modified)) }
}

extension Moment {
  /// A moment given in seconds since 1970, in the local time zone.
  public init(wallSecond seconds: Int64) {
    let local = seconds + clinux_utc_offset(seconds)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    self.init(day: Day(number: Int32(clamping: day)), second: Int(local - day * 86_400))
  }
}
