import Metrics
import Screen
import Statistics
import Testing

@testable import Dashboard

/// `S`: the summary in the form boards use.
@Suite struct SummaryTests {
  @Test func `S opens the summary of the scope, and of the organisation looked at`() throws {
    var session = Session()
    try session.play("S")
    #expect(session.state.page == .summary("QT1"))
    try session.play("escape")
    #expect(session.state.page == .overview)
    try session.play("down enter enter S")
    #expect(session.state.page == .summary("RT2"))
    #expect(session.text.contains("St Aldhelm NHS Trust · summary"))
  }

  @Test func `each metric has its latest figure, target, variation, assurance, mean and limits`() throws {
    var session = Session(size: Size(columns: 160, rows: 50))
    try session.play("S")
    let lines = session.text.split(separator: "\n").map(String.init)
    let headings = try #require(lines.first { $0.contains("metric ") && $0.contains("latest") })
    for heading in ["figure", "target", "variation", "assurance", "mean", "lower", "upper", "points"] {
      #expect(headings.contains(heading), "\(heading)")
    }
    let panel = try #require(session.state.digest[.fourHour])
    let chart = try #require(panel.charted.chart)
    let row = try #require(lines.first { $0.contains("A&E four-hour") })
    let assurance = try #require(chart.assurance)
    #expect(row.contains(chart.variation.words) && row.contains(assurance.words))
    let limits = try #require(chart.limits)
    for number in [limits.mean, limits.lower ?? 0, limits.upper ?? 0] {
      #expect(row.contains(ChartedNumber(number, unit: .percent).text), "\(number)")
    }
  }

  @Test func `every metric with a word is in one cell of the grid`() throws {
    var session = Session(size: Size(columns: 200, rows: 60))
    try session.play("S")
    let text = session.text
    let grid = text.split(separator: "\n").map(String.init)
      .drop { !$0.contains("Variation and assurance") }.prefix { !$0.hasPrefix("╰") }
    #expect(!grid.isEmpty)
    for row in SummaryPage(session.state, "QT1").rows where !ControlWords(row.charted).isEmpty {
      #expect(grid.count { $0.contains(row.metric.title) } == 1, "\(row.metric.title)")
    }
    #expect(
      grid.contains { line in
        ["will meet target", "hit or miss", "will miss target", "no target"].allSatisfy(line.contains)
      })
  }

  @Test(arguments: [false, true])
  func `limits stand beside their mean or not at all, and a figure of another period says so at every width`(
    byDay: Bool
  ) throws {
    let settings = byDay ? ViewSettings(grain: .day) : ViewSettings()
    for columns in 80...200 {
      var session = Session(size: Size(columns: columns, rows: 24), viewSettings: settings)
      try session.play("S")
      let headings = try #require(session.text.split(separator: "\n").first { $0.contains("metric ") })
      let has = Set(headings.split { " │".contains($0) }.map(String.init))
      #expect(has.contains("lower") == has.contains("upper"), "\(columns): \(headings)")
      #expect(!has.contains("lower") || has.contains("mean"), "\(columns): \(headings)")
      if byDay { #expect(has.contains("latest"), "\(columns): \(headings)") }
    }
  }
}
