import CLinux
import Warehouse

/// The result of fetching a source, where it was due.
enum FetchOutcome: Hashable, Sendable {
  /// A table was fetched.
  case fetched(FetchRecord)
  /// The watermark shows that nothing has changed.
  case unchanged(FetchRecord, milliseconds: Int)
  /// Another board fetched it a moment ago, or this one did before it was restarted.
  case recent(FetchRecord)
  case failed(FetchFailure)

  /// The record of the current result.
  var record: FetchRecord? {
    switch self {
    case .fetched(let record), .unchanged(let record, _), .recent(let record): record
    case .failed: nil
    }
  }
}

extension FeedSource {
  /// Fetches the source, unless that was done within its refresh time.
  func fetch() -> FetchOutcome {
    do throws(FetchFailure) {
      try ResultCache.prepare(cache)
      return try ResultCache.alone(with: self) { () throws(FetchFailure) in try fetchAlone() }
    } catch {
      return .failed(error)
    }
  }

  private func fetchAlone() throws(FetchFailure) -> FetchOutcome {
    let record = ResultCache.record(of: self)
    let now = Int(clinux_wall_seconds())
    if let record, (0..<source.refresh).contains(now - record.checked) { return .recent(record) }
    let request = FetchRequest(
      connection: source.connection, query: source.query, watermark: source.watermark,
      knownWatermark: record?.table.watermark, columns: record?.table.columns ?? [], rowLimit: source.rowLimit,
      output: file)
    switch FetchProcess(helper, request).run() {
    case .fetched(let table):
      try ResultCache.note(table, checked: now, of: self)
      guard let record = ResultCache.record(of: self) else { throw .notWritten("the result is gone") }
      return .fetched(record)
    case .unchanged(let milliseconds):
      guard var record else { throw .unintelligible }
      try ResultCache.note(record.table, checked: now, of: self)
      record.checked = now
      return .unchanged(record, milliseconds: milliseconds)
    case .failed(let failure):
      ResultCache.note(failure, of: self)
      throw failure
    }
  }
}
