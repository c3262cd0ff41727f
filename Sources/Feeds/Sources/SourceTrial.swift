import CLinux
import Extracts
import Glibc
import Metrics
import Warehouse

/// A source that was tried by hand: its report, its first rows, and what a board would make of them.
public struct SourceTrial: Sendable {
  /// The report of the fetch.
  public let report: FetchReport
  /// The first rows as the CSV has them, after the names of the columns.
  public let rows: [[String]]
  /// The layout that claims them; empty where none does.
  public let layout: String
  /// How many figures the rows have.
  public let figures: Int
  /// The problems with them.
  public let problems: [Problem]
}

extension FeedSource {
  /// Connects, runs the query whatever is stored, and examines its first rows; the board's own result is not changed.
  public func trial(of system: HealthSystem, rows: Int = 5) -> SourceTrial {
    let output = "\(cache)/try-\(getpid())-\(source.cacheName).csv"
    defer { unlink(output) }
    let request = FetchRequest(
      connection: source.connection, query: source.query, watermark: source.watermark, rowLimit: source.rowLimit,
      output: output)
    do throws(FetchFailure) {
      try ResultCache.prepare(cache)
      let report = FetchProcess(helper, request).run()
      guard case .fetched = report else { return SourceTrial(report) }
      return try look(at: output, report, of: system, rows: rows)
    } catch {
      return SourceTrial(.failed(error))
    }
  }

  private func look(
    at path: String, _ report: FetchReport, of system: HealthSystem, rows: Int
  ) throws(FetchFailure) -> SourceTrial {
    do {
      let file = FoundFile(path: path, name: title, identity: try FileIdentity(path: path), source: self)
      let reading = try file.read(ReadingContext(of: system))
      let stream = try ByteStream(path: path)
      // The block belongs to the stream.
      let first = try withExtendedLifetime(stream) { try stream.nextPlain().map { Array($0) } ?? [] }
      let contribution = reading.contribution
      return SourceTrial(
        report: report, rows: Array(CSVRows.read(first).prefix(rows + 1)), layout: contribution.layout,
        figures: contribution.observations.count, problems: contribution.problems.map { $0.ofTable(reading.columns) })
    } catch {
      throw .notWritten("the result is gone")
    }
  }
}

extension SourceTrial {
  /// A trial that fetched nothing.
  fileprivate init(_ report: FetchReport) {
    self.init(report: report, rows: [], layout: "", figures: 0, problems: [])
  }
}

/// The state of a source, without a query of its database.
public struct SourceStatus: Sendable {
  /// The source.
  public let source: WarehouseSource
  /// The record of its last result; `nil` where it has none.
  public let record: FetchRecord?
  /// Why it has not been fetched since, and when that was found, in seconds since 1970.
  public let failure: (reason: FetchFailure, second: Int)?
}

extension FeedSource {
  /// Its state.
  public var status: SourceStatus {
    SourceStatus(source: source, record: ResultCache.record(of: self), failure: ResultCache.failure(of: self))
  }
}
