import Foundation
import Testing

/// What is printed, in its several forms.
@Suite struct OutputTests {
  private func object(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try Program.run(arguments)
    return try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func figure(_ metric: String, _ organisation: String, in object: [String: Any]) throws -> [String: Any] {
    let figures = try #require(object["figures"] as? [[String: Any]])
    return try #require(
      figures.first { $0["metric"] as? String == metric && $0["organisation"] as? String == organisation })
  }

  @Test func `output that is no terminal gets the overview at 80x24 without an escape`() throws {
    let piped = try Program.run(["demo"], environment: ["TERM": "xterm-256color"])
    #expect(piped.status == 0)
    #expect(!piped.output.utf8.contains(0x1B))
    #expect(piped.output == (try Program.run(["demo", "--frame=text", "--size", "80x24"])).output)
    #expect(piped.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
  }

  @Test func `the same keys give the same picture`() throws {
    let arguments = ["demo", "--frame", "--keys", "down enter down", "--now", "2018-03-20T09:00"]
    #expect(try Program.run(arguments).output == Program.run(arguments).output)
  }

  @Test func `keys that lead away and back give the first picture, its status line aside`() throws {
    func picture(_ keys: String) throws -> [Substring] {
      try Program.run(["demo", "--frame", "--size", "120x40", "--keys", keys]).output.split(separator: "\n").dropLast(2)
    }
    #expect(try picture("enter enter escape escape") == picture(""))
  }

  @Test func `ASCII is all that is drawn where it is asked for`() throws {
    #expect(try Program.run(["demo", "--frame", "--ascii"]).output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `the picture, the table and the object show the same figure`() throws {
    let four = try figure("ae.four-hour", "RZ1", in: object(["print", "demo", "--format", "json"]))
    let value = try #require(four["value"] as? Double)
    let digits = String(format: "%.1f", value)
    let source = try #require(four["source"] as? [String: Any])
    let place = "\(source["file"] ?? ""):\(source["line"] ?? "")"
    let table = try Program.run(["print", "demo"]).output
    let row = try #require(table.split(separator: "\n").first { $0.hasSuffix(place) })
    #expect(row.contains(" \(digits) "))
    #expect(try Program.run(["demo", "provider", "RZ1", "months", "--frame"]).output.contains(" \(digits) "))
  }

  @Test func `every figure has every member, and numbers are numbers`() throws {
    let object = try object(["print", "demo", "--format", "json", "--all-periods", "--breakdowns"])
    let members: Set = [
      "metric", "organisation", "organisation_name", "role", "period", "breakdown", "item", "numerator", "denominator",
      "value", "unit", "target", "target_kind", "variance", "favourable", "gap", "source",
    ]
    let figures = try #require(object["figures"] as? [[String: Any]])
    #expect(figures.count > 1000)
    #expect(figures.allSatisfy { Set($0.keys).isSuperset(of: members) })
    #expect(object["schema"] as? Int == 1 && object["as_at"] as? String == "2018-03-20")
  }

  @Test func `check names each file with its layout, and the same problems as print`() throws {
    let check = try object(["check", "demo", "--format", "json"])
    let files = try #require(check["files"] as? [[String: Any]])
    #expect(files.count == 118)
    #expect(files.allSatisfy { $0["layout"] is String })
    let problems = try #require(check["problems"] as? [NSDictionary])
    #expect(problems == (try object(["print", "demo", "--format", "json"]))["problems"] as? [NSDictionary])
  }

  @Test func `a national file can be read for one system`() throws {
    let object = try object(["print", "demo", "--system", "QU9-BUCKS", "--format", "json"])
    #expect((object["system"] as? [String: Any])?["code"] as? String == "QU9-BUCKS")
  }

  @Test(arguments: ["buckinghamshire-2016", "herefordshire-worcestershire-2016"])
  func `a system whose organisations have returned nothing is shown all the same`(name: String) throws {
    let outcome = try Program.run(["print", "published/\(name)"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("nothing has been returned"))
  }
}
