import Foundation
import Metrics
import Testing

@testable import Feeds

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

  @Test func `a contribution that does not exist has no rows to ask for`() {
    folder.write(performance("RZ1"), to: "a.csv")
    #expect(RowRequest(key, period, contribution: 7, in: load()) == nil)
  }
}
