import Metrics
import Testing

struct ChartedSeriesTests {
  private func board(
    _ metric: MetricID, from first: String, _ values: [Int?], charts: [ChartSetting] = [], targets: [Target] = []
  ) -> Board {
    let figures = values.enumerated().compactMap { number, value in
      value.map {
        Given.figure(
          metric, "RD8", Period.month(Given.month(first).advanced(by: number)).text,
          metric == .delayedDays ? .count(Count($0)) : Given.share($0, 100))
      }
    }
    return Board(Given.system([Given.provider("RD8")], targets: targets, charts: charts), [Given.file(figures)])
  }

  private func charted(_ board: Board, _ metric: MetricID, upTo: String? = nil) -> ChartedSeries {
    board.charted(Series.Key(metric, "RD8"), upTo: upTo.map(Given.period), grain: .month)
  }

  @Test func `delayed days are charted as beds, and so is their target`() {
    let target = Target(.delayedDays, kind: .local, value: Decimal(620), source: "plan")
    let charted = charted(board(.delayedDays, from: "2018-01", [310, 280], targets: [target]), .delayedDays)
    #expect(charted.unit == "beds")
    #expect(charted.slots.map(\.value) == [10, 10])
    #expect(charted.slots.map(\.target) == [20, 620.0 / 28])
  }

  @Test func `a gap stays a gap`() {
    let charted = charted(board(.fourHour, from: "2018-01", [90, nil, 92]), .fourHour)
    #expect(charted.slots.map(\.value) == [90, nil, 92])
    #expect(charted.slots.map(\.period.text) == ["2018-01", "2018-02", "2018-03"])
    #expect(charted.chart?.points.count == 3)
  }

  @Test func `no chart crosses a change of definition`() {
    let days = board(.delayedDays, from: "2017-01", [1, 2, 3, 4, 5])
    #expect(charted(days, .delayedDays).slots.first?.period == Given.period("2017-04"))
    #expect(charted(days, .delayedDays).remark == "begins with the counting of beds in April 2017")
    #expect(charted(days, .delayedDays, upTo: "2017-03").slots.map(\.period.text) == ["2017-01", "2017-02", "2017-03"])
    #expect(charted(days, .delayedDays, upTo: "2017-03").remark.isEmpty)
    let cancer = board(.cancer62Day, from: "2023-08", [80, 81, 82, 83])
    #expect(charted(cancer, .cancer62Day).slots.first?.period == Given.period("2023-10"))
  }

  @Test(arguments: [
    ("2017-03", "rebased Mar 2017: new service"),
    ("2017-03-15", "rebased Apr 2017 (moved from 15 Mar 2017): new service"), ("2015-04", ""),
    ("2019-01", "no rebase: Jan 2019 has no figure yet"),
  ])
  func `a rebase date that is none in the data moves to the next, and says so`(rebase: String, remark: String) {
    let setting = ChartSetting(
      metric: .fourHour, organisation: "RD8", rebase: [Given.period(rebase)], reason: "new service")
    let charted = charted(
      board(.fourHour, from: "2017-01", Array(repeating: 90, count: 6), charts: [setting]), .fourHour)
    #expect(charted.remark == remark)
    #expect(charted.chart?.groups.count == (remark.hasPrefix("rebased") ? 2 : 1))
  }

  @Test func `an organisation's own setting beats everyone's, in whichever order they stand`() {
    let everyone = ChartSetting(metric: .fourHour, rebase: [Given.period("2017-02")])
    let own = ChartSetting(metric: .fourHour, organisation: "RD8", rebase: [Given.period("2017-04")])
    for charts in [[everyone, own], [own, everyone]] {
      #expect(
        charted(board(.fourHour, from: "2017-01", Array(repeating: 90, count: 6), charts: charts), .fourHour).remark
          == "rebased Apr 2017")
    }
  }

  @Test func `a baseline of fewer than twelve becomes twelve, and says so`() {
    let setting = ChartSetting(metric: .fourHour, baseline: 6)
    let charted = charted(
      board(.fourHour, from: "2017-01", Array(repeating: 90, count: 20), charts: [setting]), .fourHour)
    #expect(charted.chart?.options.baseline == 12)
    #expect(charted.remark == "baseline of 12, the shortest there is, not 6")
  }

  @Test func `a date a thousand years off crowds out nothing of today`() {
    let figures = ["1017-01", "2018-01", "2018-02"].map { Given.figure(.fourHour, "RD8", $0, Given.share(9, 10)) }
    let charted = charted(Board(Given.system([Given.provider("RD8")]), [Given.file(figures)]), .fourHour)
    #expect(charted.slots.last?.period == Given.period("2018-02"))
    #expect(charted.slots.count == 2000)
  }

  @Test func `undated figures are never charted`() {
    let board = Board(
      Given.system([Given.provider("RD8")]), [Given.file([Given.figure(.fourHour, "RD8", "", Given.rate("91.2"))])])
    #expect(board.charted(Series.Key(.fourHour, "RD8"), upTo: nil, grain: .undated).slots.isEmpty)
  }

  @Test func `money is charted by what each month added`() {
    let months = [("2017-04", "1.0"), ("2017-05", "1.5"), ("2017-07", "3.0"), ("2017-08", "2.5"), ("2018-04", "0.4")]
    let positions = months.map {
      FinancePosition(
        organisation: "RD8", month: Given.month($0.0), planToDate: Given.millions("2.0"),
        actualToDate: Given.millions($0.1), forecast: Given.millions("9.9"),
        rows: RowSpan(line: 2))
    }
    let board = Board(
      Given.system([Given.provider("RD8")]), [Given.file("money.csv", finance: FinanceRecords(positions: positions))])
    let charted = board.charted(Series.Key(.controlTotal, "RD8"), upTo: nil, grain: .month)
    #expect(charted.unit == "£m in the month")
    #expect(charted.slots.prefix(6).map(\.value) == [1.0, 0.5, nil, nil, -0.5, nil])
    #expect(charted.slots.prefix(2).map(\.target) == [2.0, 0.0])
    #expect(charted.slots.last?.value == 0.4)
  }

  @Test func `a month in which an organisation joins the sum adds no step of its own`() {
    func position(_ code: OrganisationCode, _ month: String) -> FinancePosition {
      FinancePosition(
        organisation: code, month: Given.month(month), actualToDate: Given.millions("5.0"), rows: RowSpan(line: 2))
    }
    let finance = FinanceRecords(positions: [
      position("RA", "2017-05"), position("RA", "2017-06"), position("RB", "2017-06"),
    ])
    let board = Board(
      Given.system([Given.provider("RA"), Given.provider("RB")]), [Given.file("money.csv", finance: finance)])
    #expect(board.charted(Series.Key(.controlTotal, "SYS"), upTo: nil, grain: .month).slots.map(\.value) == [nil, nil])
  }

  @Test func `pounds and days of a system's own metrics keep their own unit`() {
    let metrics = [
      Metric("local.cost", title: "Cost", unit: .pounds, direction: .lower, rollUp: .flow),
      Metric("local.days", title: "Days", unit: .days, direction: .lower, rollUp: .flow),
    ]
    let figures = [
      Given.figure("local.cost", "RD8", "2018-02", .money(Money(pounds: 300_000))),
      Given.figure("local.days", "RD8", "2018-02", .count(Count(28))),
    ]
    let board = Board(Given.system([Given.provider("RD8")], metrics: metrics), [Given.file(figures)])
    #expect(charted(board, "local.cost").unit == "£m")
    #expect(charted(board, "local.cost").slots.map(\.value) == [0.3])
    #expect(charted(board, "local.days").unit == "days")
    #expect(charted(board, "local.days").slots.map(\.value) == [28])
  }
}
