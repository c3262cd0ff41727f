/// The standards and ambitions that national guidance set, each with the months it binds and the document behind it.
///
/// "By March" binds that March only. What could not be confirmed carries its mark.
public enum StandardTargets {
  /// Every built-in target.
  public static let all: [Target] = standards + interims

  private static let standards: [Target] = [
    standard(.fourHour, 95, from: month(2010, 6), "NHS Constitution: 95% within four hours"),
    Target(
      .fourHour, kind: .standard, value: Decimal(98), to: month(2010, 5), source: "operational standard before 2010",
      isUnconfirmed: true),
    standard(.incomplete, 92, "NHS Constitution: 92% within 18 weeks"),
    standard(.cancer62Day, 85, "NHS Constitution: 85% within 62 days"),
    standard(.cancerTwoWeekWait, 93, to: month(2023, 9), "NHS Constitution: 93% within two weeks, to September 2023"),
    standard(.cancer31Day, 96, "NHS Constitution: 96% within 31 days"),
    standard(.cancer28Day, 75, from: month(2021, 4), "28-day faster diagnosis standard"),
    standard(.diagnostics, 99, "NHS Constitution: 99% within six weeks"),
    standard(.categoryA, 75, to: month(2017, 11), "75% of Category A calls within 8 minutes, to 2017"),
    standard(.category1, 420, from: month(2017, 8), "Ambulance Response Programme: category 1 mean of 7 minutes"),
    standard(.category2, 1080, from: month(2017, 8), "Ambulance Response Programme: category 2 mean of 18 minutes"),
    standard(.twelveHour, 0, "no 12-hour waits from decision to admit"),
  ]

  private static let interims: [Target] = [
    interim(.fourHour, 76, by: month(2024, 3), announced: month(2022, 12), "2023/24 planning guidance, 23 Dec 2022"),
    interim(
      .fourHour, 78, by: month(2025, 3), announced: month(2024, 3), "2024/25 planning guidance, 27 Mar 2024",
      isUnconfirmed: true),
    interim(.fourHour, 78, by: month(2026, 3), announced: month(2025, 1), "2025/26 planning guidance, 30 Jan 2025"),
    interim(
      .fourHour, 82, by: month(2027, 3), announced: month(2025, 10), "Medium Term Planning Framework, 24 Oct 2025",
      isUnconfirmed: true),
    interim(.incomplete, 65, by: month(2026, 3), announced: month(2025, 1), "2025/26 planning guidance, 30 Jan 2025"),
    Target(
      .incomplete, scope: .england, kind: .interim, value: Decimal(70), from: month(2026, 4), to: month(2027, 3),
      announced: month(2025, 10), source: "Medium Term Planning Framework, 24 Oct 2025: England 70% in 2026/27"),
    interim(
      .cancer62Day, 70, by: month(2025, 3), announced: month(2024, 3), "2024/25 planning guidance, 27 Mar 2024",
      isUnconfirmed: true),
    interim(.cancer62Day, 75, by: month(2026, 3), announced: month(2025, 1), "2025/26 planning guidance, 30 Jan 2025"),
    interim(.cancer28Day, 77, by: month(2025, 3), announced: month(2024, 3), "2024/25 planning guidance, 27 Mar 2024"),
    interim(.cancer28Day, 80, by: month(2026, 3), announced: month(2025, 1), "2025/26 planning guidance, 30 Jan 2025"),
    interim(.diagnostics, 95, by: month(2025, 3), announced: month(2022, 12), "2023/24 planning guidance, 23 Dec 2022"),
    Target(
      .category2, kind: .interim, value: Decimal(1800), from: month(2023, 4),
      source: "2023/24 planning guidance: 30 min"
    ),
  ]

  private static func month(_ year: Int, _ number: Int) -> Month? { Month(year: year, month: number) }

  private static func standard(
    _ metric: MetricID, _ value: Int, from: Month? = nil, to: Month? = nil, _ source: String
  ) -> Target {
    Target(metric, kind: .standard, value: Decimal(value), from: from, to: to, source: source)
  }

  private static func interim(
    _ metric: MetricID, _ value: Int, by month: Month?, announced: Month?, _ source: String, isUnconfirmed: Bool = false
  ) -> Target {
    Target(
      metric, kind: .interim, value: Decimal(value), from: month, to: month, announced: announced, source: source,
      isUnconfirmed: isUnconfirmed)
  }
}
