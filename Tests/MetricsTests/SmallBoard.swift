@testable import Metrics

/// A board of a few figures, made in a line or two.
enum SmallBoard {
  static func board(
    _ observations: [Observation], system: HealthSystem? = nil, organisations: [Organisation] = [],
    finance: FinanceRecords = FinanceRecords(), charts: [ChartSetting] = []
  ) -> Board {
    var codes: [OrganisationCode] = []
    for observation in observations where !codes.contains(observation.organisation) {
      codes.append(observation.organisation)
    }
    let seen = codes.map { Organisation(code: $0, role: .provider) }
    var system =
      system ?? HealthSystem(code: "QZ9", name: "Test", organisations: organisations.isEmpty ? seen : organisations)
    system.charts = charts
    return Board(
      system,
      [
        Contribution(
          file: SourceFile(name: "a.csv"), layout: "test", observations: Observations(observations),
          organisations: seen,
          finance: finance)
      ])
  }

  static func share(
    _ metric: MetricID, _ code: OrganisationCode, _ year: Int, _ month: Int, _ within: Int, _ of: Int,
    part: BreakdownItem? = nil
  ) -> Observation {
    Observation(
      metric, of: code, in: period(year, month), part: part, .share(within: Count(within), of: Count(of)),
      rows: RowSpan(line: 2))
  }

  static func count(
    _ metric: MetricID, _ code: OrganisationCode, _ year: Int, _ month: Int, _ count: Int
  ) -> Observation {
    Observation(metric, of: code, in: period(year, month), .count(Count(count)), rows: RowSpan(line: 2))
  }

  static func period(_ year: Int, _ month: Int) -> Period { .month(Month(year: year, month: month) ?? Month(index: 0)) }

  /// Consecutive months of shares, from a first one.
  static func months(
    _ values: [Int], from year: Int = 2015, _ month: Int = 4, metric: MetricID = .fourHour,
    code: OrganisationCode = "RZ1", of: Int = 1000
  ) -> [Observation] {
    values.enumerated().map { offset, value in
      let at = (Month(year: year, month: month) ?? Month(index: 0)).advanced(by: offset)
      return share(metric, code, at.year, at.number, value, of)
    }
  }
}
