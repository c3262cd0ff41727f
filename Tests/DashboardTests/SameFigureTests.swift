import Metrics
import Reports
import Screen
import Testing

@testable import Dashboard

/// The same figure for the same thing, with the same caveat, wherever it is shown.
struct SameFigureTests {
  /// Of two trusts only the better one returned the latest month.
  private static func board(_ metric: MetricID, _ measurement: Metrics.Measurement) -> Board {
    let march = Month(year: 2018, month: 3)!
    let figures = (0..<24).flatMap { back -> [Observation] in
      ["RZ1", "RZ2"].compactMap { code in
        back == 0 && code == "RZ2"
          ? nil
          : Observation(
            metric, of: OrganisationCode(code), in: .month(march.advanced(by: -back)), measurement,
            rows: RowSpan(line: 2 + back))
      }
    }
    let system = HealthSystem(
      code: "QZ9", name: "Northmere", asAt: Moment("2018-04-20T09:00"),
      organisations: [
        Organisation(code: "RZ1", name: "Fellgate", role: .provider),
        Organisation(code: "RZ2", name: "Keldholme", role: .provider),
      ])
    return Board(
      system,
      [Contribution(file: SourceFile(name: "p.csv"), layout: "own", observations: Observations(figures))])
  }

  @Test(arguments: [
    (MetricID.fourHour, Metrics.Measurement.share(within: Count(970), of: Count(1000)), "97.0", "\"value\": 97,"),
    (.incomplete, .share(within: Count(930), of: Count(1000)), "93.0", "\"value\": 93,"),
    (.over52Weeks, .count(Count(44)), "44", "\"value\": 44,"),
  ])
  func `print, frame, wall and plain show one figure, and that one of two returned`(
    metric: MetricID, measurement: Metrics.Measurement, digits: String, json: String
  ) throws {
    let board = Self.board(metric, measurement)
    let day = Day("2018-04-20")!
    let listing = FigureListing(board)
    let line = try #require(
      listing.json(asAt: day).split(separator: "\n").first { $0.contains("\"organisation\": \"QZ9\"") })
    #expect(line.contains(json))
    #expect(line.contains("\"favourable\": null, \"gap\": null"))
    #expect(line.contains("\"variation\": null") && line.contains("\"assurance\": null"))
    #expect(
      line.contains("\"coverage\": {\"returned\": 1, \"expected\": 2, \"days_in\": null, \"days_expected\": null}"))
    #expect(line.contains("\"caveat\": \"1 of 2 returned\""))
    #expect(line.contains("\"freshness\": "))
    let row = try #require(listing.csv(asAt: day).split(separator: "\n").first { $0.contains(",QZ9,") })
    #expect(row.contains(",1,2,,,1 of 2 returned,"))
    let text = listing.text(asAt: day)
    #expect(text.contains(digits) && text.contains("1 of 2 returned"))
    #expect(text.contains("no return for March 2018: usually"))
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60)] {
      var session = Session(board, size: size)
      // A narrow panel goes on in the next line.
      #expect(session.text.contains("1 of 2") && session.text.contains("returned"), "\(size)")
      #expect(!session.text.contains("improving") && !session.text.contains("on target"))
      let spoken = SpokenText(session.state).lines.joined(separator: "\n")
      #expect(spoken.contains(digits) && spoken.contains("1 of 2 returned"))
      #expect(spoken.contains("Keldholme, ") && spoken.contains("no return for March 2018"))
      session.obey(.beginKiosk(nil, every: 30))
      #expect(session.text.contains("1 of 2 returned"), "wall \(size)")
      if size.columns < 100 { #expect(session.text.contains(digits)) }
    }
  }
}
