import Foundation
import Metrics
import Testing

@testable import Feeds

extension RowRequest {
  /// The rows that one file has of a period.
  init?(_ key: Series.Key, _ period: Period, contribution: Int, in loaded: Loaded) {
    self.init(key, period, [FiledReturn(contribution: contribution, periods: [period])], in: loaded)
  }
}

/// The rows behind a figure.
@Suite struct RowRequestTests {
  let folder = TemporaryFolder()
  let key = Series.Key(.fourHour, "RZ1")
  let period = Period("2018-02")!

  private func request(in loaded: Loaded) throws -> RowRequest {
    try #require(RowRequest(key, period, contribution: 0, in: loaded))
  }

  private func load() -> Loaded { Feed(paths: [folder.path]) { _ in (.everything, []) }.load() }

  @Test func `a figure's rows come back as they stand in the file`() throws {
    folder.write(performance("RZ1") + "ae.four-hour,RZ2,2018-02,,,80,100,\n", to: "a.csv")
    let reading = try request(in: load()).read()
    #expect(reading.rows.map(\.line) == [2])
    #expect(reading.rows.first?.fields.prefix(3) == ["ae.four-hour", "RZ1", "2018-02"])
    #expect(reading.columns.first == "metric")
    #expect(reading.remark == "" && reading.fileName == "a.csv")
  }

  @Test func `a file that has changed since says so, with its rows as they are now`() throws {
    folder.write(performance("RZ1"), to: "a.csv")
    let request = try request(in: load())
    folder.write(performance("RZ1", within: 91) + "\n", to: "a.csv")
    let reading = request.read()
    #expect(reading.remark == "the file has changed since the board was read; these are its rows now")
    #expect(reading.rows.first?.fields[5] == "91")
  }

  @Test func `a file that is gone says so`() throws {
    let path = folder.write(performance("RZ1"), to: "a.csv")
    let request = try request(in: load())
    try FileManager.default.removeItem(atPath: path)
    #expect(request.read().remark == "the file is gone; the figure is from when the board was read")
  }

  private struct Filed: Sendable {
    let metric: String, period: String
    /// What stands in each file, as `period value` rows.
    let files: [[String]]
    /// The rows shown: file (of several), line and period of each.
    let rows: [String]
  }

  private static let days = (1...28).map { "2018-02-\($0 < 10 ? "0" : "")\($0) 9,10," }
  private static let filed: [Filed] = [
    // A month of days in one file, beside days of other months.
    Filed(
      metric: "ae.four-hour", period: "2018-02", files: [["2018-01-31 1,2,"] + days + ["2018-03-01 1,2,"]],
      rows: (1...28).map { "\($0 + 2) 2018-02-\($0 < 10 ? "0" : "")\($0)" }),
    // A month whose days are in two files.
    Filed(
      metric: "ae.four-hour", period: "2018-02", files: [Array(days[..<20]), Array(days[20...])],
      rows: (1...28).map { "\($0 <= 20 ? "0.csv \($0 + 1)" : "1.csv \($0 - 19)") 2018-02-\($0 < 10 ? "0" : "")\($0)" }),
    // A month that is not over.
    Filed(
      metric: "dtoc.bed-days", period: "2018-02", files: [["2018-02-01 ,,5", "2018-02-02 ,,6"]],
      rows: ["2 2018-02-01", "3 2018-02-02"]),
    // A quarter of months.
    Filed(
      metric: "cancer.31-day", period: "2018/19 Q1",
      files: [["2018-04 90,100,", "2018-05 90,100,", "2018-06 90,100,", "2018-07 90,100,"]],
      rows: ["2 2018-04", "3 2018-05", "4 2018-06"]),
    // Of a quarter of a waiting list the last month is the quarter's.
    Filed(
      metric: "rtt.incomplete", period: "2018/19 Q1",
      files: [["2018-04 90,100,", "2018-05 80,100,", "2018-06 70,100,"]],
      rows: ["4 2018-06"]),
    // A published month stands beside its days.
    Filed(metric: "ae.four-hour", period: "2018-02", files: [days + ["2018-02 252,280,"]], rows: ["30 2018-02"]),
  ]

  @Test(arguments: filed.indices) func `what is summed over time shows the rows of the shorter periods`(place: Int)
    throws
  {
    let one = RowRequestTests.filed[place]
    for (number, rows) in one.files.enumerated() {
      let lines = rows.map { row in
        let parts = row.split(separator: " ", omittingEmptySubsequences: false)
        return "\(one.metric),RZ1,\(parts.dropLast().joined(separator: " ")),,,\(parts.last ?? "")\n"
      }
      folder.write(
        "metric,organisation,period,breakdown,item,numerator,denominator,value\n" + lines.joined(),
        to: "\(number).csv")
    }
    let loaded = load()
    let key = Series.Key(MetricID(one.metric), "RZ1")
    let period = try #require(Period(one.period))
    let request = try #require(
      RowRequest(key, period, loaded.board.filedReturns(behind: key, in: period), in: loaded))
    let reading = request.read()
    let isOne = one.files.count == 1
    #expect(reading.remark == "" && reading.fileName == (isOne ? "0.csv" : "2 files"))
    #expect(reading.columns.first == (isOne ? "metric" : "file"))
    let shown = reading.rows.map { row in
      (isOne ? "" : "\(row.fields[0]) ") + "\(row.line) \(row.fields[isOne ? 2 : 3])"
    }
    #expect(shown == one.rows)
  }

  @Test func `a contribution that does not exist has no rows to ask for`() {
    folder.write(performance("RZ1"), to: "a.csv")
    #expect(RowRequest(key, period, contribution: 7, in: load()) == nil)
  }
}
