import Foundation
import Testing

/// The example of `docs/own-files.md`, as it stands there, through the whole program.
@Suite struct OwnLayoutTests {
  let folder = TemporaryFolder()

  /// The first block of a language after a heading of the document.
  private static func example(_ language: String, after heading: String) throws -> String {
    let path = Program.project + "/docs/own-files.md"
    let document = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    let section = try #require(document.range(of: heading)).upperBound
    let start = try #require(document[section...].range(of: "```\(language)\n")).upperBound
    let end = try #require(document[start...].range(of: "```\n")).lowerBound
    return String(document[start..<end])
  }

  init() throws {
    let heading = "## Files with column names of their own"
    folder.write(try Self.example("toml", after: heading), to: "system.toml")
    folder.write(try Self.example("csv", after: heading), to: "return.csv")
  }

  @Test func `a file with column names of its own is checked and printed like any other`() throws {
    let check = try Program.run(["check", folder.path])
    #expect(check.status == 0)
    #expect(
      check.output == """
        return.csv
          layout         handover return
          encoding       UTF-8
          rows           3 read, 0 skipped
          periods        week 7 2018 to week 8 2018, 2 periods
          organisations  1
          totals         none stated

        1 file, no problems

        """)
    let json = try Program.run(["print", folder.path, "--format", "json"])
    #expect(json.output.contains("\"metric\": \"ae.handovers-30\", \"organisation\": \"RZ1\""))
    #expect(json.output.contains("\"source\": {\"file\": \"return.csv\", \"line\": 3, \"rows\": 1}"))
  }

  @Test func `a metric of its own has its panel, its page and its rows`() throws {
    let overview = try Program.run([folder.path, "--frame", "--size", "120x40", "--now", "2018-03-01T09:00"])
    #expect(overview.output.contains("Handovers over 30 min"))
    #expect(overview.output.contains("17") && overview.output.contains("local target 20"))
    let rows = try Program.run([
      folder.path, "provider", "RZ1", "ae.handovers-30", "--frame", "--size", "120x40", "--now", "2018-03-01T09:00",
      "--keys", "i",
    ])
    #expect(rows.output.contains("Fellgate ED") && rows.output.contains("25/02/2018"))
  }
}

/// Containers, through the whole program.
@Suite struct ContainerRowsTests {
  @Test func `the rows of a figure are shown with the zip's name and the member's`() throws {
    let rows = try Program.run([
      "containers/ae-2020.zip", "provider", "RZ1", "ae.four-hour", "--frame", "--size", "120x40", "--now",
      "2020-07-01T09:00", "--keys", "i",
    ])
    #expect(rows.status == 0)
    #expect(rows.output.contains("ae-2020.zip/more/May-2020.csv"))
    #expect(rows.output.contains("MSitAE-MAY-2020"))
    let json = try Program.run(["print", "containers/ae-2020.zip", "--format", "json"])
    #expect(json.output.contains("\"source\": {\"file\": \"ae-2020.zip/more/May-2020.csv\", \"line\": 2, \"rows\": 1}"))
  }
}
