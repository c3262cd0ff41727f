import Foundation
import Testing

/// The demonstration tells its story: the facts that its README promises, as `print` and the pages have them.
@Suite struct DemonstrationStoryTests {
  private static let json = (try? Program.run(["print", "demo", "--format", "json"]).output) ?? ""

  private func figure(_ metric: String, _ code: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(Self.json.utf8)) as? [String: Any]
    let figures = try #require(object?["figures"] as? [[String: Any]])
    return try #require(figures.first { $0["metric"] as? String == metric && $0["organisation"] as? String == code })
  }

  private func page(_ words: String..., keys: String = "") throws -> String {
    // Its story is told in months; the board opens on the latest day.
    try Program.run(["demo"] + words + ["--period", "month", "--frame", "--size", "120x40", "--keys", keys]).output
  }

  @Test func `Fellgate's A&E is a special cause of concern and cannot meet its target`() throws {
    let figure = try figure("ae.four-hour", "RZ1")
    #expect(figure["variation"] as? String == "special_cause_concern")
    #expect(figure["variation_rule"] as? String == "Below LCL")
    #expect(figure["assurance"] as? String == "consistent_fail")
    let projection = try #require(figure["projection"] as? [String: Any])
    #expect(projection["to"] as? String == "2018-03")
    #expect(try #require(projection["high"] as? Double) < 95)
    let detail = try page("detail", "RZ1", "four-hour")
    #expect(detail.contains("concerning: low, below the lower limit     will miss target: limits do not reach it"))
    #expect(detail.contains("out of reach by"))
    #expect(detail.contains("95.0% is outside the range"))
  }

  @Test func `Keldholme meets 95% by luck`() throws {
    let figure = try figure("ae.four-hour", "RZ2")
    #expect(figure["favourable"] as? Bool == true)
    #expect(figure["variation"] as? String == "common_cause")
    #expect(figure["assurance"] as? String == "inconsistent")
    let line = try page("summary", "RZ2").split(separator: "\n").first { $0.contains("A&E four-hour") }
    #expect(line?.contains("common cause") == true && line?.contains("hit or miss") == true)
  }

  @Test func `Fellgate's bridge leaves £1.7m not reconciled`() throws {
    #expect(try page("detail", "RZ1", "control-total").contains("not reconciled"))
    let check = try Program.run(["check", "demo"]).output
    #expect(check.contains("finance-bridge.csv") && check.contains("1.7"))
  }

  @Test func `delays come down, and that is no chance`() throws {
    #expect(try figure("dtoc.bed-days", "QZ9")["variation"] as? String == "special_cause_improvement")
  }

  @Test func `what needs attention stands in the same order on the panel, behind e, and in print`() throws {
    let lines = try Program.run(["print", "demo"]).output.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "needs attention, worst first"))
    // What has just begun to fail or become a special cause stands on top of its rank, the lasting below it by their gaps.
    #expect(lines[start + 2].contains("Fellgate") && lines[start + 2].hasSuffix("concerning, will miss target  new"))
    #expect(lines[start + 3].contains("Salter Bay") && lines[start + 3].hasSuffix("concerning, will miss target  new"))
    #expect(lines[start + 6].contains("Fellgate") && lines[start + 6].contains("A&E 12-hour waits"))
    #expect(try page("overview", keys: "e").contains("Fellgate · RTT 18 weeks"))
    #expect(try page("overview", keys: "e e").contains("Salter Bay · type 1, major"))
    #expect(try page("overview", keys: "e e e").contains("Trauma & orthopaedics"))
    #expect(try page("overview", keys: "e e e e e").contains("12-hour"))
  }
}
