import Foundation
import Testing

/// `sitrep spc`, held against the reference.
@Suite struct ControlChartCommandTests {
  private static let reference = "\(Program.project)/Fixtures/spc"

  @Test
  func `the charts of the reference's series come out as the reference has them, every column`() throws {
    let outcome = try Program.run(["spc", "\(Self.reference)/input.csv"])
    #expect(outcome.status == 0)
    #expect(
      outcome.error.contains("the rebase date 2017-04-02 of \"F06_rebase_date_absent\" matches no date in its rows"))
    let expected = try String(contentsOfFile: "\(Self.reference)/expected.csv", encoding: .utf8)
    // The reference stops at I07 and has no rows of it; §5 of the rules says what a port does.
    let lines = outcome.output.split(separator: "\n")
    let stopped = lines.filter { $0.hasPrefix("I07_missing_error,") }
    #expect(lines.filter { !$0.hasPrefix("I07_missing_error,") } == expected.split(separator: "\n"))
    #expect(stopped.count == 20 && stopped.allSatisfy { $0.contains(",Common Cause,false,common_cause,") })
  }

  @Test func `a file that is wrong ends with 1 and says where`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("date,value\n2018-01-01,n\n", to: "a.csv")
    let outcome = try Program.run(["spc", path])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("\(path):2:2: error: \"value\" is \"n\"; expected a number"))
  }

  @Test func `a chart is drawn as text on request, its rules named`() throws {
    let folder = TemporaryFolder()
    let rows = (1...12).map { "2017-\($0 < 10 ? "0" : "")\($0)-01,\($0 % 2)" } + ["2018-01-01,9"]
    let path = folder.write("date,value\n" + rows.joined(separator: "\n") + "\n", to: "a.csv")
    let outcome = try Program.run(["spc", path, "--format", "text"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("13 points"))
    #expect(outcome.output.contains("improving: high, above the upper limit"))
    #expect(outcome.output.contains("A outside the limits"))
  }

  @Test func `in a terminal the chart is drawn, and in a pipe the table is written`() throws {
    let folder = TemporaryFolder()
    let rows = (1...12).map { "2017-\($0 < 10 ? "0" : "")\($0)-01,\($0 % 2)" } + ["2018-01-01,9"]
    let path = folder.write("date,value\n" + rows.joined(separator: "\n") + "\n", to: "a.csv")
    let terminal = try TmuxTerminal(columns: 240)
    try terminal.type("clear; \(Program.path) spc \(path); echo ended $?")
    try terminal.waits(for: "ended 0")
    let drawn = try terminal.screen
    #expect(drawn.contains("improving: high, above the upper limit") && drawn.contains("A outside the limits"))
    #expect(drawn.contains("upper") && drawn.contains("mean") && !drawn.contains("series_id"))
    try terminal.type("clear; \(Program.path) spc \(path) | tail -1; echo ended $?")
    try terminal.waits(for: "2018-01-01,9.0,0,")
    #expect(try terminal.screen.contains("Above UCL,true,special_cause_improvement"))
  }
}
