/// The standards and ambitions that national guidance has set, each with the months that it applies to and the document
/// that set it.
///
/// "By March" applies to that March only; the average of a year applies to each of its months and to the year. A target
/// that could not be confirmed is marked as unconfirmed.
public enum StandardTargets {
  /// Every built-in target.
  public static let all: [Target] = standards + emergency + waitingList + cancer + diagnostic + ambulance + delays

  private static let standards: [Target] = [
    standard(.fourHour, 95, from: month(2010, 6), "NHS Constitution: 95% within four hours"),
    standard(.fourHour, 98, to: month(2010, 5), "operational standard before 2010", isUnconfirmed: true),
    // In law from April 2013 (S.I. 2012/2996); that it was the standard for the year before is not confirmed.
    standard(.incomplete, 92, from: month(2013, 4), "NHS Constitution: 92% within 18 weeks"),
    standard(
      .incomplete, 92, from: month(2012, 4), to: month(2013, 3), "Operating Framework 2012/13: 92% within 18 weeks",
      isUnconfirmed: true),
    standard(.cancer62Day, 85, "NHS Constitution: 85% within 62 days"),
    standard(.cancerTwoWeekWait, 93, to: month(2023, 9), "NHS Constitution: 93% within two weeks, to September 2023"),
    standard(.cancer31Day, 96, "NHS Constitution: 96% within 31 days"),
    // The first month of the standard is not confirmed: figures begin in April 2021, and the standard perhaps in
    // October.
    standard(
      .cancer28Day, 75, from: month(2021, 4), to: month(2021, 9), "28-day faster diagnosis standard",
      isUnconfirmed: true),
    standard(.cancer28Day, 75, from: month(2021, 10), to: month(2026, 3), "28-day faster diagnosis standard"),
    standard(
      .cancer28Day, 80, from: month(2026, 4), "\(framework): 80% is the threshold of the 28-day standard"),
    standard(.diagnostics, 99, "NHS Constitution: 99% within six weeks"),
    standard(.categoryA, 75, to: month(2017, 11), "75% of Category A calls within 8 minutes, to 2017"),
    standard(.category1, 420, from: month(2017, 8), "Ambulance Response Programme: category 1 mean of 7 minutes"),
    standard(.category2, 1080, from: month(2017, 8), "Ambulance Response Programme: category 2 mean of 18 minutes"),
    // Guidance set it for adult beds, in years that differ by document: it is drawn as the level that beds are planned
    // by.
    standard(
      .bedOccupancy, 92, from: month(2022, 4), "planning guidance: 92% of general and acute beds, the line planned by",
      isUnconfirmed: true),
    // Whether it ended in March 2022 is not confirmed, so its last year is marked as unconfirmed.
    standard(.twelveHour, 0, to: month(2021, 3), "no 12-hour waits from decision to admit"),
    standard(
      .twelveHour, 0, from: month(2021, 4), to: month(2022, 3), "no 12-hour waits from decision to admit",
      isUnconfirmed: true),
  ]

  private static let emergency: [Target] = [
    ambition(
      .fourHour, 90, by: month(2017, 9), announced: month(2017, 3), for: .england, "NHS mandate 2017/18",
      isUnconfirmed: true),
    ambition(
      .fourHour, 90, by: month(2018, 9), announced: month(2018, 2), for: .england,
      "2018/19 planning guidance, which moved September 2017 to 2018", isUnconfirmed: true),
    ambition(.fourHour, 76, by: month(2024, 3), announced: month(2022, 12), guidance(2023)),
    ambition(.fourHour, 78, by: month(2025, 3), announced: month(2024, 3), guidance(2024)),
    ambition(.fourHour, 78, by: month(2026, 3), announced: month(2025, 1), guidance(2025)),
    ambition(
      .fourHour, 82, by: month(2027, 3), announced: published, for: .everyTrust,
      "\(framework): 82% by March 2027; a trust above it is to stay there"),
    average(.fourHour, 85, 2028, announced: published, for: .england, "\(framework): the average of 2028/29"),
  ]

  private static let waitingList: [Target] = [
    ambition(.incomplete, 65, by: month(2026, 3), announced: month(2025, 1), for: .england, guidance(2025)),
    ambition(
      .incomplete, 60, by: month(2026, 3), announced: month(2025, 1), for: .everyTrust,
      rule: month(2024, 11).map { .rise(points: 5, since: $0) },
      "\(guidance(2025)), footnote 2: 5 points more than November 2024, or 60%", isUnconfirmed: true),
    ambition(.firstAppointment, 72, by: month(2026, 3), announced: month(2025, 1), for: .england, guidance(2025)),
    ambition(
      .firstAppointment, 67, by: month(2026, 3), announced: month(2025, 1), for: .everyTrust,
      rule: month(2024, 11).map { .rise(points: 5, since: $0) },
      "\(guidance(2025)), footnote 2: 5 points more than November 2024, or 67%", isUnconfirmed: true),
    average(.incomplete, 70, 2026, announced: published, for: .england, "\(framework): England 70% in 2026/27"),
    ambition(
      .incomplete, 65, by: month(2027, 3), announced: published, for: .everyTrust,
      rule: month(2026, 3).map { .rise(points: 7, since: $0) },
      "\(framework): 7 points more than March 2026, or 65%", isUnconfirmed: true),
    ambition(.incomplete, 92, by: month(2029, 3), announced: published, framework),
    ambition(
      .over52Weeks, 1, by: month(2026, 3), announced: month(2025, 1), rule: .underPercentOfList,
      "\(guidance(2025)): fewer than 1% of the list over 52 weeks"),
  ]

  private static let cancer: [Target] = [
    ambition(.cancer62Day, 70, by: month(2025, 3), announced: month(2024, 3), guidance(2024)),
    ambition(.cancer62Day, 75, by: month(2026, 3), announced: month(2025, 1), guidance(2025)),
    ambition(.cancer62Day, 80, by: month(2027, 3), announced: published, for: .everyTrust, framework),
    average(.cancer62Day, 85, 2028, announced: published, for: .everyTrust, "\(framework): 85% in 2028/29"),
    ambition(.cancer31Day, 94, by: month(2027, 3), announced: published, for: .everyTrust, framework),
    average(.cancer31Day, 96, 2028, announced: published, for: .everyTrust, "\(framework): 96% in 2028/29"),
    ambition(.cancer28Day, 77, by: month(2025, 3), announced: month(2024, 3), guidance(2024)),
    ambition(.cancer28Day, 80, by: month(2026, 3), announced: month(2025, 1), guidance(2025)),
  ]

  private static let diagnostic: [Target] = [
    ambition(.diagnostics, 95, by: month(2025, 3), announced: month(2022, 12), for: .england, guidance(2023)),
    ambition(
      .diagnostics, 86, by: month(2027, 3), announced: published, for: .england,
      "\(framework): at most 14% over six weeks"),
    ambition(
      .diagnostics, 80, by: month(2027, 3), announced: published, for: .everySystem,
      rule: month(2026, 3).map { .rise(points: 3, since: $0) },
      "\(framework): 3 points more than March 2026, or 80%", isUnconfirmed: true),
    average(
      .diagnostics, 99, 2028, announced: published, for: .england, "\(framework): 1% over six weeks in 2028/29"),
  ]

  /// A mean response time in seconds. Only ambulance services have one, so that "every trust" means every one of those.
  private static let ambulance: [Target] = [Target.Scope.england, .everyTrust].flatMap { scope in
    [
      average(
        .category2, 1800, 2023, announced: month(2022, 12), for: scope, "\(guidance(2023)): 30 min on average"),
      average(.category2, 1800, 2024, announced: month(2024, 3), for: scope, "\(guidance(2024)): 30 min on average"),
      average(.category2, 1800, 2025, announced: month(2025, 1), for: scope, "\(guidance(2025)): 30 min on average"),
      average(.category2, 1500, 2026, announced: published, for: scope, "\(framework): 25 min on average in 2026/27"),
      ambition(
        .category2, 1080, by: month(2029, 3), announced: published, for: scope,
        "\(framework): 18 min by the end of 2028/29"),
    ]
  }

  private static let delays: [Target] = [
    average(
      .delayedDays, 4000, 2019, announced: month(2019, 1), for: .england, rule: .perDay,
      "NHS Long Term Plan: on average 4,000 delayed a day at most in 2019/20"),
    Target(
      .delayedDays, kind: .interim, value: Decimal(35, places: 1), from: month(2017, 9), announced: month(2017, 3),
      rule: .percentOfBeds, source: "NHS mandate 2017/18: 3.5% of occupied beds by September 2017",
      isUnconfirmed: true),
  ]

  private static let framework = "Medium Term Planning Framework, 24 Oct 2025"
  /// The month in which the document was published.
  private static let published = month(2025, 10)

  /// The planning guidance of the NHS year that begins in this year.
  private static func guidance(_ year: Int) -> String {
    let days = [2023: "23 Dec 2022", 2024: "27 Mar 2024", 2025: "30 Jan 2025"]
    return "\(year)/\(year % 100 + 1) planning guidance" + (days[year].map { ", \($0)" } ?? "")
  }

  private static func month(_ year: Int, _ number: Int) -> Month? { Month(year: year, month: number) }

  private static func standard(
    _ metric: MetricID, _ value: Int, from: Month? = nil, to: Month? = nil, _ source: String,
    isUnconfirmed: Bool = false
  ) -> Target {
    Target(
      metric, kind: .standard, value: Decimal(value), from: from, to: to, source: source, isUnconfirmed: isUnconfirmed)
  }

  /// A value to be reached by a month, which applies to that month alone.
  private static func ambition(
    _ metric: MetricID, _ value: Int, by month: Month?, announced: Month?, for scope: Target.Scope = .everyone,
    rule: Target.Rule? = nil, _ source: String, isUnconfirmed: Bool = false
  ) -> Target {
    Target(
      metric, scope: scope, kind: .interim, value: Decimal(value), from: month, to: month, announced: announced,
      rule: rule, source: source, isUnconfirmed: isUnconfirmed)
  }

  /// The average of an NHS year, which applies to each of its months and to the year.
  private static func average(
    _ metric: MetricID, _ value: Int, _ year: Int, announced: Month?, for scope: Target.Scope,
    rule: Target.Rule? = nil, _ source: String
  ) -> Target {
    Target(
      metric, scope: scope, kind: .interim, value: Decimal(value), from: month(year, 4), to: month(year + 1, 3),
      announced: announced, rule: rule, source: source)
  }
}
