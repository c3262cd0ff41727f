import Foundation
import Testing

/// Every figure `print` gives of the demonstration, worked out again from its files by a Python script of another hand.
@Suite struct RecomputedFiguresTests {
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no python3"),
    arguments: ["--all-periods", "--breakdowns"])
  func `the figures, their gaps, charts and projections are what the files come to`(option: String) throws {
    let scratch = TemporaryFolder()
    let status = try Spawned.run(
      "sh",
      [
        "-c", "\"$0\" print Fixtures/demo --format json \"$1\" | python3 Fixtures/recompute-demo", Program.path, option,
      ], in: Program.project, environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"],
      output: "\(scratch.path)/output", error: "\(scratch.path)/error")
    #expect(status == 0, "\(scratch.read("output"))\(scratch.read("error"))")
    #expect(scratch.read("output").contains("figures worked out again, 0 differences"))
  }
}
