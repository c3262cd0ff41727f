import Testing

@testable import Metrics

/// Nothing is summed or compared across a month from which on a metric measures something else.
@Suite struct DefinitionChangeTests {
  private static let cancer = SmallBoard.board(
    (0..<24).map { step in
      let month = Month(year: 2023, month: 1)!.advanced(by: step)
      return Observation(
        .cancer62Day, of: "RZ1", in: .month(month), Given.share(month < Month(year: 2023, month: 10)! ? 60 : 80, 100),
        rows: RowSpan(line: 2))
    })
  private let key = Series.Key(MetricID.cancer62Day, "RZ1")

  @Test(arguments: [
    ("2023-09", "2023-04", 6, 60), ("2023-10", "2023-10", 1, 80), ("2024-03", "2023-10", 6, 80),
    ("2024-05", "2024-04", 2, 80),
  ])
  func `since April begins with the definition in force`(month: String, since: String, months: Int, percent: Int) throws
  {
    let toDate = try #require(Self.cancer.toDate(key, in: Given.period(month)))
    #expect(toDate.since == Given.month(since))
    #expect(toDate.months == months && toDate.present == months)
    #expect(toDate.measurement.value == Ratio(percent))
  }

  @Test(arguments: [("2024-01", false), ("2024-09", false), ("2024-10", true), ("2024-12", true)])
  func `a year ago is said only where it measured the same`(month: String, isThere: Bool) {
    #expect((Self.cancer.yearBefore(key, Given.period(month)) != nil) == isThere)
  }

  @Test(arguments: [("2023-09", true), ("2023-10", false), ("2023-11", true)])
  func `the month before is held against a month only where it measured the same`(month: String, isThere: Bool) {
    #expect((Self.cancer.periodBefore(key, Given.period(month)) != nil) == isThere)
  }

  @Test func `delays change with April 2017, and four-hour waits never do`() throws {
    let metric = try #require(MetricCatalogue.builtIn[.delayedDays])
    #expect(!metric.isComparable(Given.month("2017-03"), with: Given.month("2017-04")))
    #expect(metric.isComparable(Given.month("2017-04"), with: Given.month("2020-02")))
    #expect(
      MetricCatalogue.builtIn[.fourHour]?.isComparable(Given.month("2010-03"), with: Given.month("2026-04")) == true)
  }
}
