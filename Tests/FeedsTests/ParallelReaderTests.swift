import Extracts
import Foundation
import Metrics
import Testing

@testable import Feeds

/// One file read by two threads.
@Suite struct ParallelReaderTests {
  let folder = TemporaryFolder()

  /// An RTT extract of so many providers, each with a commissioner of its own and every function.
  private func extract(providers: Int, quoted: Bool = false) -> String {
    let bands = (0..<52).map { "Gt \($0 < 10 ? "0" : "")\($0) To \($0 < 9 ? "0" : "")\($0 + 1) Weeks SUM 1" }
    let head = [
      "Period", "Provider Org Code", "Provider Org Name", "Commissioner Org Code", "Commissioner Org Name",
      "RTT Part Type", "RTT Part Description", "Treatment Function Code", "Treatment Function Name",
    ]
    let columns = head + bands + ["Gt 52 Weeks SUM 1", "Total", "Patients with unknown clock start date", "Total All"]
    var text = columns.joined(separator: ",") + "\r\n"
    for provider in 0..<providers {
      let name = quoted ? "\"TRUST\n\(provider)\"" : "TRUST \(provider)"
      for function in ["C_100", "C_110", "C_999"] {
        let sum = function == "C_999" ? 2 : 1
        let counts = (0..<53).map { $0 == provider % 53 ? "\(sum)" : "" }.joined(separator: ",")
        text +=
          "RTT-November-2024,R\(provider),\(name),C\(provider),,Part_2,Incomplete Pathways,\(function),S,\(counts),,,\(sum)\r\n"
      }
    }
    return text
  }

  private func read(_ path: String, least: Int) throws -> ExtractResult {
    var reader = ExtractReader(file: SourceFile(name: "a.csv"))
    try ParallelReader.read(path, with: &reader, least: least)
    return reader.finish()
  }

  @Test(arguments: [false, true])
  func `two threads find what one finds, in the same order`(quoted: Bool) throws {
    let path = folder.write(extract(providers: 4000, quoted: quoted), to: "a.csv")
    let (two, one) = (try read(path, least: 0), try read(path, least: .max))
    #expect(two.contribution.observations == one.contribution.observations)
    #expect(two.contribution.organisations == one.contribution.organisations)
    #expect(two.contribution.waitingLists == one.contribution.waitingLists)
    #expect(two.contribution.statedTotals == one.contribution.statedTotals)
    // A line end in a name is warned of, with the line it stands on.
    #expect(two.contribution.problems == one.contribution.problems)
    #expect(one.contribution.problems.isEmpty != quoted)
    #expect(two.contribution.rowsRead == 12_000 && two.isComplete)
    #expect(two.contribution.observations.last?.rows.line == one.contribution.observations.last?.rows.line)
  }

  @Test func `a row of the second half that repeats one of the first is said with both lines`() throws {
    let text = extract(providers: 4000)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    let path = folder.write(text + lines[1] + "\r\n", to: "a.csv")
    let problems = try read(path, least: 0).contribution.problems
    #expect(problems.map(\.place) == ["a.csv:12002"])
    #expect(problems.first?.message == "the row repeats line 2; it is counted once")
  }

  @Test(arguments: [2, 11_990])
  func `a last row without a line end is held against the rows of both halves`(repeated: Int) throws {
    let text = extract(providers: 4000)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    let path = folder.write(text + lines[repeated - 1], to: "a.csv")
    let problems = try read(path, least: 0).contribution.problems
    #expect(problems.map(\.place) == ["a.csv:12002"])
    #expect(problems.first?.message == "the row repeats line \(repeated); it is counted once")
  }
}
