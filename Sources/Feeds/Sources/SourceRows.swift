import Extracts
import Glibc
import Metrics
import Warehouse

/// The rows behind a figure, from the database, by the query that a source has for them.
extension FeedSource {
  /// Queries them; `nil` where the source has no query for rows, or where the figure has no dates.
  func rows(
    _ organisation: OrganisationCode, _ period: Period, beat: () -> Void
  ) -> (columns: [String], rows: [[String]], remark: String)? {
    guard let query = source.rows, let first = period.firstDay, let last = period.lastDay else { return nil }
    do throws(FetchFailure) {
      try ResultCache.prepare(cache)
      let output = "\(cache)/rows-\(getpid())-\(source.cacheName).csv"
      defer { unlink(output) }
      let request = FetchRequest(
        connection: source.connection, query: query,
        values: [.text(organisation.text), .init(first), .init(last.advanced(by: 1))],
        rowLimit: WarehouseSource.shownRows, takesFirstRows: true, output: output)
      switch FetchProcess(helper, request).run(beat: beat) {
      case .failed(let failure): throw failure
      case .unchanged: throw .unintelligible
      case .fetched(let table):
        let rows = try FeedSource.records(output)
        let isCut = table.rows == WarehouseSource.shownRows
        return (
          table.columns.map(\.name), rows,
          isCut
            ? "the first \(Ratio(table.rows).text(places: 0)) rows" : rows.isEmpty ? "the query returned no rows" : ""
        )
      }
    } catch {
      return ([], [], "the rows cannot be fetched: \(error.message)")
    }
  }

  /// The rows of a CSV, without its header.
  private static func records(_ path: String) throws(FetchFailure) -> [[String]] {
    do throws(SystemFailure) {
      return Array(CSVRows.read(try ByteStream.contents(path, limit: 256 << 20)).dropFirst())
    } catch {
      throw .notWritten(error.words)
    }
  }
}

extension FetchRequest.Value {
  fileprivate init(_ day: Day) {
    let (year, month, number) = day.civil
    self = .day(year: Int(year), month: Int(month), day: Int(number))
  }
}
