import Metrics

extension Testshire {
  /// A&E by department, cancer by site and delays by reason, of every provider that has them.
  static var activity: Contribution {
    var observations: [Observation] = []
    for (number, month) in months.enumerated() {
      for (organisation, code) in acute.enumerated() {
        let rows = RowSpan(line: 2 + number * 4 + organisation)
        observations += attendances(code, organisation, number, .month(month), rows)
        // In May 2016 Royal Marsh made no cancer return.
        if code == "RT3", month == self.month(2016, 5) { continue }
        observations += cancer(code, organisation, number, .month(month), rows)
      }
      for (organisation, code) in (acute + ["RT4"]).enumerated() {
        observations += delays(
          code, organisation, number, .month(month), RowSpan(line: 300 + number * 4 + organisation))
      }
    }
    observations += days
    return Contribution(
      file: SourceFile(name: "activity.csv"), layout: "performance", rowsRead: observations.count,
      observations: Observations(observations))
  }

  private static func share(_ within: Int, _ of: Int) -> Measurement { .share(within: Count(within), of: Count(of)) }

  private static func attendances(
    _ code: OrganisationCode, _ organisation: Int, _ number: Int, _ period: Period, _ rows: RowSpan
  ) -> [Observation] {
    let all = 9000 + organisation * 1100 + wave(number, organisation) * 20
    let breaches = all * (50 + number * (3 - organisation) + wave(number, organisation)) / 1000
    let minor = all / 5
    func part(_ item: String) -> BreakdownItem { BreakdownItem("department", item) }
    return [
      Observation(.fourHour, of: code, in: period, share(all - breaches, all), rows: rows),
      Observation(
        .fourHour, of: code, in: period, part: part("1"), share(all - minor - breaches, all - minor), rows: rows),
      Observation(.fourHour, of: code, in: period, part: part("other"), share(minor, minor), rows: rows),
      Observation(.attendances, of: code, in: period, .count(Count(all)), rows: rows),
    ]
  }

  private static func cancer(
    _ code: OrganisationCode, _ organisation: Int, _ number: Int, _ period: Period, _ rows: RowSpan
  ) -> [Observation] {
    let treated = 80 + wave(number, organisation + 3)
    let within = treated * (84 + wave(number, organisation) / 2 + organisation) / 100
    let lung = BreakdownItem("cancer-type", "Lung")
    return [
      Observation(
        .cancer62Day, of: code, in: period, .share(within: Count(halves: within * 2 + 1), of: Count(treated)),
        rows: rows),
      Observation(
        .cancer62Day, of: code, in: period, part: lung, share(14 - organisation, 22 + organisation), rows: rows),
    ]
  }

  private static func delays(
    _ code: OrganisationCode, _ organisation: Int, _ number: Int, _ period: Period, _ rows: RowSpan
  ) -> [Observation] {
    let days = 300 + organisation * 60 + number * (6 - organisation) + wave(number, organisation) * 3
    let home = days * 2 / 5
    func part(_ item: String) -> BreakdownItem { BreakdownItem("reason", item) }
    return [
      Observation(.delayedDays, of: code, in: period, .count(Count(days)), rows: rows),
      Observation(
        .delayedDays, of: code, in: period, part: part("E_CARE_PACKAGE_IN_HOME"), .count(Count(home)), rows: rows),
      Observation(
        .delayedDays, of: code, in: period, part: part("DII_NURSING_HOME"), .count(Count(days - home)), rows: rows),
    ]
  }

  /// Daily returns of A&E for the month that is not over yet.
  private static var days: [Observation] {
    let first = month(2016, 9).firstDay
    return (0..<75).flatMap { day in
      acute.enumerated().map { organisation, code in
        let all = 300 + organisation * 30 + wave(day, organisation)
        return Observation(
          .fourHour, of: code, in: .day(first.advanced(by: day)),
          share(all * 9 / 10 + wave(day, organisation) / 2, all),
          rows: RowSpan(line: 1000 + day * 3 + organisation))
      }
    }
  }
}
