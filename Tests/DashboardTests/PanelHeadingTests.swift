import Metrics
import Screen
import Testing

@testable import Dashboard

/// A figure of another period than the header's says which, however little room there is.
struct PanelHeadingTests {
  private func metric(_ title: String) -> Metric {
    Metric("flow.nctr", title: title, unit: .patients, direction: .lower, rollUp: .snapshot, cadence: .weekly)
  }

  @Test(arguments: [
    (60, "No criteria to reside", "week 48 2026"), (40, "No criteria to reside", "wk 48"),
    (32, "No criteria to…", "wk 48"), (24, "No criteri…", "wk 48"),
  ])
  func `a long name gives way to its period`(columns: Int, title: String, period: String) throws {
    let week = try #require(Period("2026-W48"))
    let heading = PanelHeading(metric("No criteria to reside"), week.title, week, columns: columns)
    #expect(heading.period == period)
    #expect(heading.title == title)
  }

  @Test(arguments: [("2016-08", "Jun", "Cost of delays…"), ("2015-08", "Jun 16", "Cost of…")])
  func `a subject is cut after a word, and the year of the page is dropped first`(
    page: String, period: String, title: String
  ) throws {
    let month = try #require(Period("2016-06"))
    let heading = PanelHeading(
      metric("Cost of delays in acute hospitals"), month.title, month, columns: 26, beside: Period(page))
    #expect(heading.period == period && heading.title == title)
  }

  @Test(arguments: [("2026-11-26", "26 Nov"), ("2026-W48", "wk 48"), ("2018-02", "Feb 18")])
  func `a period is said in a few cells`(text: String, words: String) throws {
    #expect(try #require(Period(text)).briefTitle == words)
  }

  @Test func `every panel and every tile of a wall says its period, at every size`() throws {
    let day = try #require(Day("2026-11-27"))
    let figures = (0..<20).flatMap { back in
      [
        Observation(.fourHour, of: "RX0", in: .day(day.advanced(by: -back)), share, rows: RowSpan(line: 2)),
        Observation(
          .incomplete, of: "RX0", in: .day(day.advanced(by: -1 - back)), share, rows: RowSpan(line: 2)),
      ]
    }
    let system = HealthSystem(
      code: "NGATE", name: "Northgate Royal Infirmary NHS Trust", asAt: Moment("2026-11-28T09:00"),
      organisations: [Organisation(code: "RX0", name: "Northgate", role: .provider)])
    let board = Board(
      system, [Contribution(file: SourceFile(name: "p.csv"), layout: "own", observations: Observations(figures))])
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60)] {
      var session = Session(board, size: size)
      try session.play("p")
      #expect(session.text.contains("26 Nov"), "\(size)")
      session.obey(.beginKiosk(nil, every: 30))
      #expect(session.text.contains("26 Nov"), "wall \(size)")
      session.obey(.resize(Size(columns: size.columns, rows: 4)))
      #expect(session.text.contains("26 Nov"), "low wall \(size)")
    }
  }

  private var share: Metrics.Measurement { .share(within: Count(90), of: Count(100)) }
}
