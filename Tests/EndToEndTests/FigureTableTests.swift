import Foundation
import Testing

/// `sitrep print --format csv`: the table of the JSON's figures, safe in a spreadsheet.
@Suite struct FigureTableTests {
  @Test func `has the members of the JSON's figures as columns, and a row for each of them`() throws {
    let csv = try Program.run(["print", "demo", "--format", "csv"])
    let json = try Program.run(["print", "demo", "--format", "json"])
    #expect(csv.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let figures = try #require(object?["figures"] as? [[String: Any]])
    let lines = csv.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == figures.count + 1)
    let header = try #require(lines.first).split(separator: ",").map(String.init)
    let inner = ["source_file", "source_line", "source_rows"]
    let coverage = ["coverage_returned", "coverage_expected", "coverage_days_in", "coverage_days_expected"]
    let range = ["projection_to", "projection_low", "projection_high", "projection_coverage"]
    #expect(
      Set(header)
        == Set(figures[0].keys).subtracting(["source", "projection", "coverage"]).union(inner).union(range).union(
          coverage))
    let cells = lines.dropFirst().flatMap { $0.split(separator: ",") }
    #expect(!cells.contains { ["null", "nan", "-nan", "inf"].contains($0.lowercased()) })
  }

  @Test func `a text that looks like a formula gets an apostrophe, a negative number does not`() throws {
    let folder = TemporaryFolder()
    folder.write(
      """
      metric,organisation,organisation_name,role,period,value
      ae.handovers,RZ1,=1+1,provider,2018-02,3
      """, to: "a.csv")
    folder.write("[[metric]]\nid = \"ae.handovers\"\nunit = \"patients\"\n", to: "system.toml")
    folder.write(
      "organisation,month,unit,control_total,plan_to_date,actual_to_date,forecast\nRZ1,2018-02,£m,1,1,(2.5),(3.0)\n",
      to: "money.csv")
    let csv = try Program.run(["print", folder.path, "--format", "csv"]).output
    #expect(!csv.split(separator: "\n").contains { $0.split(separator: ",").contains { $0.hasPrefix("=") } })
    #expect(!csv.contains("'-"))
  }
}
