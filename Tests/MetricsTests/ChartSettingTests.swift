import Statistics
import Testing

@testable import Metrics

/// What `[[chart]]` of a `system.toml` does to the chart of an organisation.
@Suite struct ChartSettingTests {
  private let key = Series.Key(.fourHour, "RZ1")
  /// 24 months that alternate, one of them far out.
  private static let values = (0..<24).map { $0 == 4 ? 990 : 900 + 10 * ($0 % 2) }

  private func charted(_ settings: [ChartSetting], _ values: [Int] = values) -> ChartedSeries {
    SmallBoard.board(SmallBoard.months(values), charts: settings).charted(key, upTo: nil, grain: .month)
  }

  private func setting(
    _ organisation: OrganisationCode? = "RZ1", baseline: Int? = nil, rebase: [String] = [], reason: String = "",
    screens: Bool? = nil, outside: Bool? = nil, length: PatternLength? = nil
  ) -> ChartSetting {
    ChartSetting(
      metric: .fourHour, organisation: organisation, baseline: baseline, rebase: rebase.compactMap { Period($0) },
      reason: reason, screensOutliers: screens, countsOutside: outside, patternLength: length)
  }

  @Test func `without a setting the chart is the reference's`() throws {
    let options = try #require(charted([]).chart?.options)
    #expect(options.screensOutliers && !options.countsOutsideInTwoInThree)
    #expect(options.runLength == .seven && options.trendLength == .seven && options.baseline == nil)
    #expect(charted([]).remark == "")
  }

  @Test func `screening, points outside and six points are chosen per metric and organisation`() throws {
    let options = try #require(charted([setting(screens: false, outside: true, length: .six)]).chart?.options)
    #expect(!options.screensOutliers && options.countsOutsideInTwoInThree)
    #expect(options.runLength == .six && options.trendLength == .six)
    let screened = try #require(charted([]).chart?.limits?.averageMovingRange)
    let unscreened = try #require(charted([setting(screens: false)]).chart?.limits?.averageMovingRange)
    #expect(unscreened > screened)
  }

  @Test func `an organisation's own setting beats the one for every organisation, key by key`() throws {
    let both = charted([setting(nil, baseline: 14, screens: false), setting(baseline: 12)])
    #expect(both.chart?.options.baseline == 12)
    #expect(both.chart?.options.screensOutliers == false)
  }

  @Test func `a baseline under 12 is not used, and says so`() {
    let short = charted([setting(baseline: 6)])
    #expect(short.chart?.options.baseline == 12)
    #expect(short.remark == "baseline of 12, the shortest there is, not 6")
  }

  @Test func `a rebase begins new limits and gives its reason`() {
    let rebased = charted([setting(rebase: ["2016-04"], reason: "new department")])
    #expect(rebased.chart?.groups.map(\.rows) == [0..<12, 12..<24])
    #expect(rebased.marks == [12])
    #expect(rebased.remark == "rebased Apr 2016: new department")
  }

  @Test(
    arguments: [
      ("2016-04-15", 13, "rebased May 2016 (moved from 15 Apr 2016)"),
      ("2030-01", nil, "no rebase: Jan 2030 has no figure yet"),
      ("2014-01", nil, ""),
    ] as [(String, Int?, String)])
  func `a date that is none in the data moves to the next, and says so`(date: String, index: Int?, remark: String) {
    let rebased = charted([setting(rebase: [date])])
    #expect(rebased.marks == (index.map { [$0] } ?? []))
    #expect(rebased.remark == remark)
  }

  @Test func `a month without a return is no date in the data`() {
    var months = SmallBoard.months(Self.values)
    months.remove(at: 12)
    let board = SmallBoard.board(months, charts: [setting(rebase: ["2016-04"])])
    let rebased = board.charted(key, upTo: nil, grain: .month)
    #expect(rebased.slots.count == 24 && rebased.slots[12].value == nil)
    #expect(rebased.marks == [13])
    #expect(rebased.remark == "rebased May 2016 (moved from Apr 2016)")
  }

  @Test(arguments: [(12, true), (13, false)])
  func `limits of fewer than 13 points are provisional`(count: Int, isProvisional: Bool) {
    let short = charted([], Array(Self.values.prefix(count)))
    #expect(short.chart?.isProvisional == isProvisional)
  }

  @Test func `no chart crosses a change of definition`() {
    let board = SmallBoard.board(
      SmallBoard.months(Array(repeating: 850, count: 30), from: 2022, 1, metric: .cancer62Day))
    let chart = board.charted(Series.Key(.cancer62Day, "RZ1"), upTo: nil, grain: .month)
    #expect(chart.slots.first?.period == SmallBoard.period(2023, 10))
    #expect(chart.remark == "begins with the combined standard of October 2023")
  }
}
