import Metrics
import Testing

/// How a board opens where nobody has chosen the length of the periods: by the latest day that is in, where days say more.
@Suite struct LatestDayTests {
  private static let codes: [OrganisationCode] = ["RA", "RB", "RC"]

  /// Months to February 2018, and daily returns of some organisations for so many days up to one.
  private func board(
    daily: [OrganisationCode] = codes, upTo last: String = "2018-03-14", days: Int = 14,
    months: [String] = ["2018-01", "2018-02"],
    others: [Observation] = []
  ) -> Board {
    let monthly = Self.codes.flatMap { code in
      months.map { Given.figure(.fourHour, code, $0, Given.share(90, 100)) }
    }
    let returns = daily.flatMap { code in
      (0..<days).map {
        Given.figure(.fourHour, code, Given.day(last).advanced(by: -$0).text, Given.share(9, 10))
      }
    }
    return Board(Given.system(Self.codes.map { Given.provider($0) }), [Given.file(monthly + returns + others)])
  }

  private func grain(_ board: Board, _ settings: ViewSettings = ViewSettings(followsLatest: true)) -> Period.Grain {
    board.settled(settings).grain
  }

  @Test func `with daily returns after the latest month it opens by day, and by month without`() {
    #expect(grain(board()) == .day)
    #expect(grain(board(daily: [])) == .month)
    #expect(
      board().shownPeriod(.fourHour, of: "SYS", board().settled(ViewSettings(followsLatest: true)))
        == Given.period("2018-03-14"))
  }

  @Test func `days that the latest month has overtaken open nothing, however many there are`() {
    #expect(grain(board(upTo: "2018-02-28", days: 40)) == .month)
    #expect(grain(board(upTo: "2018-01-20", days: 14)) == .month)
    // Another metric's ended days would put an older figure in place of its month.
    let ended = [
      Given.figure(.cancer62Day, "RA", "2018-01-10", Given.share(9, 10)),
      Given.figure(.cancer62Day, "RA", "2018-02", Given.share(90, 100)),
    ]
    #expect(grain(board(others: ended)) == .month)
  }

  @Test func `daily returns of one trust among three are not the system's, and one late for a day or two still is`() {
    #expect(grain(board(daily: ["RA"])) == .month)
    let late = [Given.figure(.fourHour, "RC", "2018-03-11", Given.share(9, 10))]
    #expect(grain(board(daily: ["RA", "RB"], others: late)) == .day)
    let ended = [Given.figure(.fourHour, "RC", "2018-03-02", Given.share(9, 10))]
    #expect(grain(board(daily: ["RA", "RB"], others: ended)) == .month)
  }

  @Test func `whoever chose a length or a period keeps it`() {
    #expect(grain(board(), ViewSettings()) == .month)
    #expect(grain(board(), ViewSettings(grain: .week)) == .week)
    let january = ViewSettings(period: Given.period("2018-01"), followsLatest: true)
    #expect(board().settled(january) == january)
  }

  /// A day or a week, and the latest month that had ended by it.
  @Test(arguments: [
    ("2018-03-13", "2018-02"), ("2018-02-28", "2018-02"), ("2018-02-27", "2018-01"), ("2018-W10", "2018-02"),
  ])
  func `a day before is no missing return of what is returned by month`(wanted: String, shown: String) {
    let monthly = Self.codes.flatMap { code in
      ["2018-01", "2018-02"].map { Given.figure(.incomplete, code, $0, Given.share(90, 100)) }
    }
    let board = board(days: 42, others: monthly)
    let settings = ViewSettings(period: Given.period(wanted))
    #expect(board.shownPeriod(.incomplete, of: "SYS", settings) == Given.period(shown))
    #expect(!board.exceptions(of: "SYS", settings).contains { $0.figure.metric == .incomplete && !$0.absence.isEmpty })
    // What is returned by day owes each day.
    #expect(board.shownPeriod(.fourHour, of: "SYS", settings) == Given.period(wanted))
  }
}
