import Metrics
import Screen
import Testing

@testable import Dashboard

/// A history of ten years of days: what is worked out for a picture, and for a key, is what is shown of it.
@Suite struct LongHistoryTests {
  private static let key = Series.Key(.fourHour, "RT1")
  private static let last = Day("2016-10-31")!
  private static let board = Board(Testshire.system, [daily])
  /// The same with published months of it, and of another trust.
  private static let mixed = Board(Testshire.system, [daily, Testshire.waiting, monthly])
  private static let monthly = Contribution(
    file: SourceFile(name: "monthly.csv"), layout: "figures",
    observations: Observations(
      ["RT1", "RT2"].flatMap { code in
        (1...40).map { back in
          Observation(
            .fourHour, of: OrganisationCode(code), in: .month(last.month.advanced(by: -back)),
            .share(within: Count(9000 + back), of: Count(10_000)), rows: RowSpan(line: back + 1))
        }
      }))
  private static let daily: Contribution = {
    // Every thirtieth day was not returned.
    let days = (0..<3650).reversed().filter { $0 % 30 != 7 }
    let figures = days.map { back in
      Observation(
        .fourHour, of: "RT1", in: .day(last.advanced(by: -back)),
        .share(within: Count(300 + back * 7 % 40), of: Count(360)), rows: RowSpan(line: 3652 - back))
    }
    return Contribution(
      file: SourceFile(name: "daily.csv"), layout: "figures", observations: Observations(figures))
  }()

  private func state() -> State {
    State(
      board: Self.board, now: Moment(day: Self.last.advanced(by: 1), second: 9 * 3600),
      size: Size(columns: 120, rows: 40), viewSettings: ViewSettings(grain: .day))
  }

  @Test(arguments: [nil, "2016-10-31", "2016-10-24", "2012-02-29", "2007-01-03", "1999-01-01", "2030-01-01"])
  func `a chart up to any day is the chart of everything up to it`(last: String?) {
    let last = last.flatMap { Period($0) }
    let series: [(String, Period.Grain)] = [
      ("RT1", .day), ("QT1", .day), ("RT1", .month), ("QT1", .month), ("RT2", .month),
    ]
    for board in [Self.board, Self.mixed] {
      for (code, grain) in series {
        let key = Series.Key(.fourHour, OrganisationCode(code))
        let last = last.map { grain == .month ? .month($0.lastDay!.month) : $0 }
        let charted = board.charted(key, upTo: last, grain: grain)
        #expect(charted == board.chartHistory(key, grain: grain).charted(upTo: last))
        #expect(charted.slots.count <= 2000)
        let all = board.figures(key, grain: grain)
        #expect(all.map(\.period) == board.series(key, grain: grain).points.map(\.period))
        #expect(board.figures(key, grain: grain, latest: 30) == Array(all.suffix(30)))
      }
    }
  }

  @Test func `the latest period is found whatever stands beside it`() {
    for board in [Self.board, Self.mixed] {
      for code in ["RT1", "RT2", "QT1"] {
        for grain in [Period.Grain.day, .month, .quarter] {
          let points = ([code] + (code == "QT1" ? ["RT1", "RT2"] : [])).flatMap {
            board.series(Series.Key(.fourHour, OrganisationCode($0)), grain: grain).points
          }
          let limit = Period.month(Self.last.month.advanced(by: -1))
          let known = points.filter { $0.measurement.isKnown && $0.period <= limit }.map(\.period).max()
          #expect(board.latestPeriod(.fourHour, of: OrganisationCode(code), grain: grain, notAfter: limit) == known)
        }
      }
    }
  }

  @Test func `of the figures only those are worked out that the table has`() {
    let all = Self.board.figures(Self.key, grain: .day)
    #expect(all.count == 3528)
    #expect(Self.board.figures(Self.key, grain: .day, latest: 400) == Array(all.suffix(400)))
    let digest = DetailDigest(state().context, .fourHour, "RT1", nil)
    let slots = all.slots(upTo: all.last?.period, count: 400)
    #expect(digest.periods.map(\.period) == slots.reversed().map(\.period) && digest.periods.count == 400)
    #expect(digest.periods.map(\.figure) == slots.reversed().map(\.figure))
    #expect(digest.periods.count { $0.figure == nil } == 14)
  }

  @Test func `outside a page of its own a chart is made of six weeks of days alone`() {
    let charted = Self.board.charted(Self.key, upTo: nil, grain: .day)
    #expect(charted.slots.count == 2000)
    for chart in [ChartPicture(charted, direction: .higher).small, ChartPicture(charted, direction: .higher).wall] {
      #expect(chart.points.map(\.value) == charted.slots.suffix(42).map(\.value))
      #expect(chart.lines.allSatisfy { $0.values.count == 42 })
    }
    let large = ChartPicture(charted, direction: .higher).large
    let wall = ChartPicture(charted, direction: .higher).wall
    #expect(large.points.count == 2000)
    #expect(wall.points == Array(large.points.suffix(42)))
    #expect(wall.periodLabels == Array(large.periodLabels.suffix(42)))
    #expect(wall.lines.map(\.values) == large.lines.map { Array($0.values.suffix(42)) })
  }

  @Test func `a board with its history is shown as it was prepared, and nothing is worked out again`() {
    var state = state()
    var remembered = Self.board
    remembered.history = BoardHistory()
    let prepared = PreparedBoard(remembered, for: state)
    // What alerts are about is the months, and somebody looks at the days.
    #expect(prepared.home?.viewSettings.grain != .day && prepared.home != nil)
    #expect(reduce(&state, .showPrepared(prepared)) == [])
    #expect(state.digest.edition == prepared.digest.edition)
    _ = reduce(&state, .tick(state.now.advanced(bySeconds: 1), passed: 1))
    #expect(state.digest.edition == prepared.digest.edition)
  }
}
