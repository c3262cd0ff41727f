import Metrics
import Testing

struct RankedFigureTests {
  private let organisations = ["RA", "RB", "RC", "RD"].map { Given.provider(OrganisationCode($0)) }

  private func codes(_ system: HealthSystem, _ metric: MetricID, _ figures: [Observation]) -> [String] {
    Board(system, [Given.file(figures)]).rankedFigures(metric, below: "SYS", ViewSettings()).map(
      \.organisation.code.text)
  }

  @Test func `the worst stand first, those without a return last`() {
    let figures = [
      Given.figure(.fourHour, "RA", "2018-01", Given.share(1, 10)),
      Given.figure(.fourHour, "RA", "2018-02", .notReturned),
      Given.figure(.fourHour, "RB", "2018-02", Given.share(96, 100)),
      Given.figure(.fourHour, "RC", "2018-02", Given.rate("74.2")),
      Given.figure(.fourHour, "RD", "2018-02", Given.share(80, 100)),
    ]
    #expect(codes(Given.system(organisations), .fourHour, figures) == ["RC", "RD", "RB", "RA"])
  }

  @Test func `where lower is better the highest stand first, equals by code`() {
    let figures = [("RA", 5), ("RB", 9), ("RC", 9), ("RD", 0)].map {
      Given.figure(.delayedDays, OrganisationCode($0.0), "2018-02", .count(Count($0.1)))
    }
    #expect(codes(Given.system(organisations), .delayedDays, figures) == ["RB", "RC", "RA", "RD"])
  }

  @Test func `a variance is not compared with a figure`() {
    let target = Target(.delayedDays, scope: .organisation("RA"), kind: .local, value: Decimal(800), source: "plan")
    let figures = [("RA", 900), ("RB", 200), ("RC", 1000)].map {
      Given.figure(.delayedDays, OrganisationCode($0.0), "2018-02", .count(Count($0.1)))
    }
    #expect(codes(Given.system(organisations, targets: [target]), .delayedDays, figures) == ["RC", "RA", "RB"])
  }

  @Test func `each has its own target, and is ranked by how far it is off`() {
    let targets = [("RA", 800), ("RB", 100)].map {
      Target(
        .delayedDays, scope: .organisation(OrganisationCode($0.0)), kind: .local, value: Decimal($0.1), source: "plan")
    }
    let figures = [("RA", 850), ("RB", 200)].map {
      Given.figure(.delayedDays, OrganisationCode($0.0), "2018-02", .count(Count($0.1)))
    }
    #expect(codes(Given.system(organisations, targets: targets), .delayedDays, figures) == ["RB", "RA"])
  }

  @Test func `an organisation that has ended stands in its last months and not after`() {
    let organisations = [Given.provider("RC1", to: "2020-03", successor: "RC9"), Given.provider("RC9")]
    func figures(_ month: String) -> [Observation] {
      [
        Given.figure(.fourHour, "RC1", "2020-03", Given.share(1, 2)),
        Given.figure(.fourHour, "RC9", month, Given.share(1, 2)),
      ]
    }
    #expect(codes(Given.system(organisations), .fourHour, figures("2020-03")) == ["RC1", "RC9"])
    #expect(codes(Given.system(organisations), .fourHour, figures("2020-04")) == ["RC9"])
  }

  @Test func `the latest complete month is shown, not the one in progress`() {
    let days = (0..<14).map {
      Given.figure(.fourHour, "RA", Given.day("2018-03-01").advanced(by: $0).text, Given.share(9, 10))
    }
    let board = Board(
      Given.system(organisations), [Given.file(days + [Given.figure(.fourHour, "RA", "2018-02", Given.share(9, 10))])])
    #expect(board.shownPeriod(.fourHour, of: "SYS", ViewSettings()) == Given.period("2018-02"))
    #expect(board.shownPeriod(.fourHour, of: "SYS", ViewSettings(grain: .day)) == Given.period("2018-03-14"))
    #expect(board.shownPeriod(.fourHour, of: "SYS", ViewSettings(grain: .week)) == Given.period("2018-W10"))
    #expect(board.shownPeriod(.cancer62Day, of: "SYS", ViewSettings()) == nil)
  }
}
