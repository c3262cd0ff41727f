import Foundation
import Testing

/// The five published systems: what does not add up in their documents is found by the checks, each with its size, and nothing
/// else is.
@Suite struct PublishedSystemsTests {
  private func problems(_ name: String) throws -> [[String: Any]] {
    let outcome = try Program.run(["check", "published/\(name)", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(object?["problems"] as? [[String: Any]])
  }

  @Test(
    arguments: [
      ("buckinghamshire-2016", []), ("herefordshire-worcestershire-2016", []),
      ("blmk-2016", [14_198, 14_264, 14_501]),
      ("buckinghamshire-2018", [1, 13_000, 28_400, 200_000, 1_200_000, 10_000_000, 13_600_000, 16_400_000]),
      ("somerset-2016", [0.6, 52_500, 100_000, 8_500_000, 9_500_000]),
    ] as [(String, [Double])])
  func `exactly what a document leaves over is a problem`(name: String, sizes: [Double]) throws {
    let found = try problems(name)
    #expect(found.compactMap { $0["amount"] as? Double }.sorted() == sizes)
    #expect(found.allSatisfy { $0["severity"] as? String == "warning" })
  }

  @Test(arguments: [
    ("buckinghamshire-2018", "disagree on Income of BHT, 2018/19 plan"),
    ("buckinghamshire-2018", "actual to date of BHT, Mar 2018 is stated as (2.9m) both including and excluding STF"),
    ("buckinghamshire-2018", "its 5 parts by risk tier add up to 500,000, 28,400 fewer"),
    ("somerset-2016", "disagree on Position of CCG, 2016/17 forecast: 6.5m and (3.0m), a difference of £9.5m"),
    ("somerset-2016", "activity Emergency admissions, 2015/16: 7.4% and 8%, a difference of 0.6 points"),
    ("blmk-2016", "as 2,349 over 411 GPs, 965,439 patients in all"),
    ("blmk-2016", "come to 2,314 over 411 GPs, 950,938 patients in all; 14,501 not reconciled"),
  ])
  func `each is said in words`(name: String, words: String) throws {
    #expect(try problems(name).contains { ($0["message"] as? String)?.contains(words) == true })
  }

  @Test func `a percentage of no known standard is held against none, and one with a target of its own against that`()
    throws
  {
    let cancer = try Program.run(["print", "published/buckinghamshire-2018"]).output
    let line = cancer.split(separator: "\n").first { $0.contains("Feb 2018  80.0") }.map(String.init) ?? ""
    #expect(!line.isEmpty && !line.contains("85.0") && !line.contains("▼"))
    let budgets = try Program.run(["print", "published/somerset-2016"]).output
    #expect(budgets.contains("9.25   23.00   ▼ 13.75"))
  }

  @Test func `a bridge with subtotals reconciles`() throws {
    let steps = try Program.run(["print", "published/buckinghamshire-2018", "--format", "csv"]).output
    for amount in ["-21900000", "-37500000", "-19200000"] { #expect(steps.contains(amount)) }
  }
}
