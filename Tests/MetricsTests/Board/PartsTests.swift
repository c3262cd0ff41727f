import Metrics
import Testing

struct PartsTests {
  private func board(_ metric: MetricID, _ breakdown: String, _ items: [(String, Measurement)]) -> Board {
    Board(
      Given.system([Given.provider("RD8")]),
      [Given.file(items.map { Given.figure(metric, "RD8", "2018-02", part: BreakdownItem(breakdown, $0.0), $0.1) })])
  }

  @Test func `a whole that no row states is the sum of its parts where all are there`() {
    let board = board(
      .fourHour, "department", [("1", Given.share(8, 10)), ("2", Given.share(0, 0)), ("other", Given.share(5, 5))])
    #expect(board.point(.fourHour, "RD8", "2018-02")?.measurement == Given.share(13, 15))
    #expect(board.point(.fourHour, "RD8", "2018-02")?.origin == .summedParts)
  }

  @Test func `type 1 alone is not the whole, nor is a whole with a part that is missing or a rate`() {
    #expect(board(.fourHour, "department", [("1", Given.share(8, 10))]).measurement(.fourHour, "RD8", "2018-02") == nil)
    for third in [Measurement.notReturned, Given.rate("90.0")] {
      let board = board(
        .fourHour, "department", [("1", Given.share(8, 10)), ("2", third), ("other", Given.share(5, 5))])
      #expect(board.measurement(.fourHour, "RD8", "2018-02") == nil)
    }
  }

  @Test func `a hidden part hides the whole`() {
    let board = board(
      .fourHour, "department", [("1", Given.share(8, 10)), ("2", .suppressed), ("other", Given.share(5, 5))])
    #expect(board.measurement(.fourHour, "RD8", "2018-02") == .suppressed)
  }

  @Test func `types of cancer that stand in a file may be some of many`() {
    let board = board(.cancer62Day, "cancer-type", [("Breast", Given.share(8, 10)), ("Lung", Given.share(5, 8))])
    #expect(board.measurement(.cancer62Day, "RD8", "2018-02") == nil)
  }

  @Test func `settings of an organisation's own making overlap and are not summed`() {
    let settings = [("acute", 2000), ("community", 700), ("mental health", 250), ("acute and community", 2700)]
    let board = board(.delayedDays, "setting", settings.map { ($0.0, .count(Count($0.1))) })
    #expect(board.measurement(.delayedDays, "RD8", "2018-02") == nil)
    #expect(
      board.measurement(.delayedDays, "RD8", "2018-02", part: BreakdownItem("setting", "acute and community"))
        == .count(Count(2700)))
  }

  @Test func `acute and non-acute and a setting of its own are not the whole either`() {
    let settings = [("acute", 20), ("non-acute", 7), ("mental health", 2)]
    #expect(
      board(.delayedDays, "setting", settings.map { ($0.0, .count(Count($0.1))) }).measurement(
        .delayedDays, "RD8", "2018-02") == nil)
    #expect(
      board(.delayedDays, "setting", settings.prefix(2).map { ($0.0, .count(Count($0.1))) }).measurement(
        .delayedDays, "RD8", "2018-02")
        == .count(Count(27)))
  }

  @Test func `a stated whole stands, whatever its parts come to`() {
    let parts = [("1", Given.share(8, 10)), ("2", Given.share(0, 0)), ("other", Given.share(5, 5))]
    let figures = parts.map { Given.figure(.fourHour, "RD8", "2018-02", part: BreakdownItem("department", $0.0), $0.1) }
    let board = Board(
      Given.system([Given.provider("RD8")]),
      [Given.file(figures + [Given.figure(.fourHour, "RD8", "2018-02", Given.share(13, 16))])])
    #expect(board.measurement(.fourHour, "RD8", "2018-02") == Given.share(13, 16))
  }

  @Test func `parts stand in the order of the metric's breakdowns`() {
    let items = [
      ("reason", "O_OTHER"), ("responsible", "nhs"), ("reason", "A_COMPLETION_ASSESSMENT"), ("setting", "acute"),
    ]
    let figures = items.map {
      Given.figure(.delayedDays, "RD8", "2018-02", part: BreakdownItem($0.0, $0.1), .count(Count(1)))
    }
    let board = Board(Given.system([Given.provider("RD8")]), [Given.file(figures)])
    #expect(
      board.parts(.delayedDays, of: "RD8").map(\.item) == ["A_COMPLETION_ASSESSMENT", "O_OTHER", "nhs", "acute"])
  }
}
