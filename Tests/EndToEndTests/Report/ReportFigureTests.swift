import Foundation
import Testing

/// The figures of a report are those of `print`, to the last digit and in the same order.
@Suite struct ReportFigureTests {
  /// A figure as both of them give it.
  private struct Shown: Equatable, CustomStringConvertible {
    let metric: String, organisation: String, period: String, part: String
    let value: Double?, target: Double?, variance: Double?, gap: Double?
    var description: String {
      "\(metric) \(organisation) \(period) \(part): \(value as Any) \(target as Any) \(variance as Any) \(gap as Any)"
    }
  }

  /// A figure of the JSON; its numbers as they are written, which another reader would round.
  private struct Printed: Decodable {
    struct Source: Decodable { let file: String }
    struct Coverage: Decodable { let returned: Int, expected: Int }
    let metric: String, organisation: String, period: String?, breakdown: String?, item: String?
    let value: Double?, target: Double?, variance: Double?, gap: Double?, favourable: Bool?
    let caveat: String?, freshness: String?, source: Source?, coverage: Coverage?

    var shown: Shown {
      Shown(
        metric: metric, organisation: organisation, period: period ?? "",
        part: [breakdown, item].compactMap { $0 }.joined(separator: "/"), value: value, target: target,
        // A gap that is none is not shown.
        variance: variance, gap: gap == 0 ? nil : gap)
    }
  }

  private func printed(_ arguments: [String]) throws -> [Printed] {
    struct Board: Decodable { let figures: [Printed] }
    let output = try Program.run(["print"] + arguments + ["--format", "json"]).output
    return try JSONDecoder().decode(Board.self, from: Data(output.utf8)).figures
  }

  /// The rows of the tables of metrics.
  private func rows(_ report: ReadReport) -> [(table: ReadReport.Table, row: [ReadReport.Cell])] {
    report.tables.filter { $0.metric != nil && $0.metric != "overview" }.flatMap { table in
      table.rows.map { (table, $0) }
    }
  }

  private func shown(_ table: ReadReport.Table, _ row: [ReadReport.Cell]) throws -> Shown {
    let place = try #require(table.head.firstIndex { $0.text == "period" })
    func number(_ heading: String) -> Double? { ReadReport.cell(row, table, heading)?.value.flatMap(Double.init) }
    let gaps = ["breaches over", "to treat", "short of target", "over target"]
    return Shown(
      metric: table.metric ?? "", organisation: row[0].value ?? "", period: row[place].value ?? "",
      part: ReadReport.cell(row, table, "part")?.value ?? "", value: row[place + 1].value.flatMap(Double.init),
      target: number("target"), variance: number("variance"),
      gap: gaps.lazy.compactMap(number).first.flatMap { $0 == 0 ? nil : $0 })
  }

  @Test(arguments: [
    ["demo"], ["demo", "--against", "trajectory"], ["demo", "--period", "day"], ["published/somerset-2016"],
    ["wrong/two-files-disagree"], ["layouts/rtt-2016.csv"],
  ]) func `every figure of print is in the tables, and no other`(arguments: [String]) throws {
    let report = try ReadReport.of(arguments)
    let figures = try printed(arguments)
    #expect(!figures.isEmpty)
    let (left, right) = (try rows(report).map { try shown($0.table, $0.row) }, figures.map(\.shown))
    #expect(left.count == right.count)
    for (mine, theirs) in zip(left, right) { #expect(mine == theirs) }
  }

  @Test func `the digits that are read are the number behind them, rounded`() throws {
    var seen = 0
    for (table, row) in rows(try ReadReport.of(["demo"])) {
      for cell in row where cell.text.allSatisfy({ $0.isNumber || ".,▲▼ ".contains($0) }) {
        let digits = cell.text.filter { $0.isNumber || $0 == "." }
        guard let value = cell.value.flatMap(Double.init), let read = Double(digits) else { continue }
        let places = digits.split(separator: ".").dropFirst().first?.count ?? 0
        // Amounts of money are read in millions.
        let scale = table.head.contains { $0.text == "£m" } ? 1e6 : 1
        #expect(abs(read - abs(value) / scale) <= 0.5 * pow(10, -Double(places)) + 1e-9, "\(cell.text) is \(value)")
        seen += 1
      }
    }
    #expect(seen > 200)
  }

  @Test func `what must be said beside a figure is said in its row`() throws {
    for arguments in [["demo"], ["published/somerset-2016"]] {
      let shown = rows(try ReadReport.of(arguments))
      let figures = try printed(arguments)
      for (row, figure) in zip(shown, figures) {
        let words = row.row.map(\.text).joined(separator: " | ")
        for caveat in (figure.caveat ?? "").split(separator: "; ") { #expect(words.contains(caveat)) }
        if let coverage = figure.coverage, coverage.returned < coverage.expected {
          #expect(words.contains("partial: \(coverage.returned) of \(coverage.expected) returned"))
        }
        if let source = figure.source { #expect(words.contains(source.file)) }
        if figure.freshness == "late" { #expect(words.contains("late") || words.contains("since")) }
        if figure.favourable == true { #expect(words.contains("| met |")) }
        if figure.favourable == false { #expect(words.contains("| missed |")) }
      }
    }
  }

  @Test func `a view restricts what is in it`() throws {
    let metric = try ReadReport.of(["demo", "metric", "rtt"])
    let names = Set(metric.tables.compactMap(\.metric))
    #expect(names == ["overview", "rtt.incomplete"])
    #expect(metric.drawings.count > 3)
    let provider = rows(try ReadReport.of(["demo", "provider", "RZ1"]))
    #expect(Set(provider.map { $0.row[0].value }) == ["RZ1"] && Set(provider.map(\.table.metric)).count > 5)
    let detail = rows(try ReadReport.of(["demo", "detail", "RZ1", "rtt"]))
    let printed = try printed(["demo", "--all-periods", "--breakdowns"])
      .filter { $0.organisation == "RZ1" && $0.metric == "rtt.incomplete" }.map(\.shown)
    #expect(try detail.map { try shown($0.table, $0.row) } == printed && printed.count > 100)
    let attention = try ReadReport.of(["demo", "attention"])
    #expect(attention.drawings.isEmpty && attention.headings.contains { $0.text == "What needs attention" })
    let earlier = rows(try ReadReport.of(["demo", "metric", "four-hour", "2017-12"]))
    #expect(Set(earlier.compactMap { ReadReport.cell($0.row, $0.table, "period")?.value }) == ["2017-12"])
    let refused = try Program.run(["report", "demo", "help", "--out", "-"])
    #expect(refused.status == 64 && refused.error.contains("nothing to report"))
    let unknown = try Program.run(["report", "demo", "metric", "nonsense", "--out", "-"])
    #expect(unknown.status == 64 && unknown.output == "")
  }

  @Test func `what needs attention is the list of print, in its order`() throws {
    let table = try #require(try ReadReport.of(["demo"]).tables.first { $0.caption.hasPrefix("Needs attention") })
    let text = try Program.run(["print", "demo"]).output
    let lines = text.split(separator: "\n").drop { $0 != "needs attention, worst first" }.dropFirst(2)
      .prefix { $0.hasPrefix("  ") }
    #expect(table.rows.count == lines.count && lines.count > 10)
    for (row, line) in zip(table.rows, lines) {
      for word in row[0].text.split(separator: " ") + row[1].text.split(separator: " ") { #expect(line.contains(word)) }
      let variance = ReadReport.cell(row, table, "variance")?.text ?? ""
      #expect(variance.isEmpty || line.contains(variance))
    }
  }
}
