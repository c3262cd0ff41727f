import Metrics
import Testing

struct OrganisationRollUpTests {
  private let organisations = [
    Given.provider("RA"), Given.provider("RB"), Given.provider("RC"), Given.organisation("C1", .commissioner),
  ]

  private func board(_ organisations: [Organisation]? = nil, _ figures: Observation...) -> Board {
    Board(Given.system(organisations ?? self.organisations), [Given.file(figures)])
  }

  private func origin(_ board: Board, _ metric: MetricID = .fourHour, _ period: String = "2018-02") -> Origin? {
    board.point(metric, "SYS", period)?.origin
  }

  @Test func `a system's share is the sum of counts, not the mean of percentages`() {
    let board = board(
      nil, Given.figure(.fourHour, "RA", "2018-02", Given.share(90, 100)),
      Given.figure(.fourHour, "RB", "2018-02", Given.share(500, 1000)))
    #expect(board.measurement(.fourHour, "SYS", "2018-02") == Given.share(590, 1100))
    #expect(origin(board) == .rolledUp(returned: 2, expected: 2))
  }

  @Test func `rates are not rolled up, and where one organisation has only a rate the sum says who is in it`() {
    let rates = board(
      nil, Given.figure(.fourHour, "RA", "2018-02", Given.rate("91.6")),
      Given.figure(.fourHour, "RB", "2018-02", Given.rate("99.1")))
    #expect(rates.measurement(.fourHour, "SYS", "2018-02") == nil)
    let mixed = board(
      nil, Given.figure(.fourHour, "RA", "2018-02", Given.rate("91.6")),
      Given.figure(.fourHour, "RB", "2018-02", Given.share(9, 10)))
    #expect(mixed.measurement(.fourHour, "SYS", "2018-02") == Given.share(9, 10))
    #expect(origin(mixed) == .rolledUp(returned: 1, expected: 2, rates: 1))
    #expect(mixed.shown(.fourHour, "SYS", "2018-02")?.note == "1 of 2 returned, 1 without counts")
  }

  @Test func `an organisation whose number is hidden counts among those expected, and is said not to be in the sum`() {
    let board = board(
      nil, Given.figure(.fourHour, "RA", "2018-02", Given.share(310, 400)),
      Given.figure(.fourHour, "RB", "2018-02", .suppressed))
    #expect(board.measurement(.fourHour, "SYS", "2018-02") == Given.share(310, 400))
    #expect(origin(board) == .rolledUp(returned: 1, expected: 2, suppressed: 1))
    #expect(board.shown(.fourHour, "SYS", "2018-02")?.note == "1 of 2 returned, 1 suppressed")
  }

  @Test func `where every number is hidden the sum is hidden too`() {
    let board = board(nil, Given.figure(.fourHour, "RB", "2018-02", .suppressed))
    #expect(board.measurement(.fourHour, "SYS", "2018-02") == .suppressed)
    #expect(origin(board) == .rolledUp(returned: 0, expected: 1, suppressed: 1))
  }

  @Test func `an organisation without a return is out of numerator and denominator alike`() {
    let board = board(
      nil, Given.figure(.fourHour, "RA", "2018-01", Given.share(9, 10)),
      Given.figure(.fourHour, "RB", "2018-01", Given.share(8, 10)),
      Given.figure(.fourHour, "RA", "2018-02", Given.share(9, 10)),
      Given.figure(.fourHour, "RB", "2018-02", .notReturned))
    #expect(board.measurement(.fourHour, "SYS", "2018-02") == Given.share(9, 10))
    #expect(origin(board) == .rolledUp(returned: 1, expected: 2))
  }

  @Test func `nobody out of nobody is a return`() {
    let board = board(
      nil, Given.figure(.fourHour, "RA", "2018-02", Given.share(9, 10)),
      Given.figure(.fourHour, "RB", "2018-02", Given.share(0, 0)))
    #expect(origin(board) == .rolledUp(returned: 2, expected: 2))
  }

  @Test func `an organisation that returns only days is missed in a month`() {
    let board = board(
      nil, Given.figure(.fourHour, "RA", "2018-02", Given.share(9, 10)),
      Given.figure(.fourHour, "RB", "2018-02-14", Given.share(1, 2)))
    #expect(origin(board) == .rolledUp(returned: 1, expected: 2))
    #expect(origin(board, .fourHour, "2018-02-14") == .rolledUp(returned: 1, expected: 2))
  }

  @Test func `an organisation silent for a year is expected no more until it returns`() {
    var figures = (0..<48).map {
      Given.figure(.fourHour, "RA", Period.month(Given.month("2018-01").advanced(by: $0)).text, Given.share(9, 10))
    }
    figures += ["2018-01", "2021-06"].map { Given.figure(.fourHour, "RB", $0, Given.share(9, 10)) }
    let board = Board(Given.system(organisations), [Given.file(figures)])
    #expect(origin(board, .fourHour, "2018-12") == .rolledUp(returned: 1, expected: 2))
    #expect(origin(board, .fourHour, "2019-01") == .rolledUp(returned: 1, expected: 1))
    #expect(origin(board, .fourHour, "2021-05") == .rolledUp(returned: 1, expected: 1))
    #expect(origin(board, .fourHour, "2021-06") == .rolledUp(returned: 2, expected: 2))
    #expect(origin(board, .fourHour, "2021-07") == .rolledUp(returned: 1, expected: 2))
  }

  @Test func `a provider that spans systems counts only where it says so`() {
    let spanning = [Given.provider("RA"), Given.provider("RYE", counts: false)]
    let board = board(
      spanning, Given.figure(.fourHour, "RA", "2018-02", Given.share(9, 10)),
      Given.figure(.fourHour, "RYE", "2018-02", Given.share(1, 10)))
    #expect(board.measurement(.fourHour, "SYS", "2018-02") == Given.share(9, 10))
    #expect(board.measurement(.fourHour, "RYE", "2018-02") == Given.share(1, 10))
  }

  @Test func `providers and commissioners are never added`() {
    let board = board(
      nil, Given.figure(.incomplete, "RA", "2018-02", Given.share(9, 10)),
      Given.figure(.incomplete, "C1", "2018-02", Given.share(7, 10)))
    #expect(board.measurement(.incomplete, "SYS", "2018-02") == Given.share(9, 10))
    #expect(board.measurement(.incomplete, "SYS", "2018-02", perspective: .commissioners) == Given.share(7, 10))
    #expect(board.perspective(for: .incomplete, of: "SYS", wanted: .commissioners) == .commissioners)
    #expect(board.perspective(for: .fourHour, of: "SYS", wanted: .commissioners) == .commissioners)
  }

  @Test func `an empty perspective falls back to the one that has figures`() {
    let board = board(nil, Given.figure(.fourHour, "C1", "2018-02", Given.share(7, 10)))
    #expect(board.perspective(for: .fourHour, of: "SYS", wanted: .providers) == .commissioners)
  }

  @Test func `a place between system and provider sums its own, the system each once`() {
    let placed = [
      Given.organisation("west", .place), Given.organisation("east", .place), Given.provider("RA", in: "west"),
      Given.provider("RB", in: "west"),
      Given.provider("RC", in: "east"),
    ]
    let board = board(
      placed, Given.figure(.fourHour, "RA", "2018-02", Given.share(1, 10)),
      Given.figure(.fourHour, "RB", "2018-02", Given.share(2, 10)),
      Given.figure(.fourHour, "RC", "2018-02", Given.share(3, 10)))
    #expect(board.measurement(.fourHour, "west", "2018-02") == Given.share(3, 20))
    #expect(board.measurement(.fourHour, "east", "2018-02") == Given.share(3, 10))
    #expect(board.measurement(.fourHour, "SYS", "2018-02") == Given.share(6, 30))
  }

  @Test func `a complete sum beats what the system states, and the difference is a problem at its place`() {
    let board = board(
      nil, Given.figure(.fourHour, "RA", "2018-02", Given.share(90, 100)),
      Given.figure(.fourHour, "RB", "2018-02", Given.share(70, 100)),
      Given.figure(.fourHour, "SYS", "2018-02", Given.rate("82.0"), line: 9))
    #expect(board.measurement(.fourHour, "SYS", "2018-02") == Given.share(160, 200))
    #expect(
      board.problems.map(\.text) == [
        "extract.csv:9: warning: System states ae.four-hour Feb 2018 as 82.0%, and the 2 organisations below it add up to 160 of 200\n"
          + "  fix: ask the publisher which is right; the board shows the sum"
      ])
    #expect(board.problems.map(\.amount) == [Ratio(2)])
  }

  @Test func `an incomplete sum beats neither the counts nor the rate that the system states`() {
    for stated in [Given.rate("82.0"), Given.share(82, 100)] {
      let board = board(
        nil, Given.figure(.fourHour, "RA", "2018-01", Given.share(9, 10)),
        Given.figure(.fourHour, "RB", "2018-01", Given.share(9, 10)),
        Given.figure(.fourHour, "RA", "2018-02", Given.share(9, 10)), Given.figure(.fourHour, "SYS", "2018-02", stated))
      #expect(board.measurement(.fourHour, "SYS", "2018-02") == stated)
      #expect(board.problems.isEmpty)
    }
  }

  @Test func `a stated total that the organisations come to is no problem`() {
    let board = board(
      nil, Given.figure(.fourHour, "RA", "2018-02", Given.share(90, 100)),
      Given.figure(.fourHour, "SYS", "2018-02", Given.rate("90.0")))
    #expect(board.problems.isEmpty)
  }

  @Test func `parts roll up each for itself, and a hidden one hides its sum`() {
    let part = BreakdownItem("treatment-function", "C_110")
    let board = board(
      nil, Given.figure(.incomplete, "RA", "2018-02", part: part, Given.share(9, 10)),
      Given.figure(.incomplete, "RB", "2018-02", part: part, .suppressed))
    #expect(board.measurement(.incomplete, "SYS", "2018-02", part: part) == .suppressed)
    #expect(board.measurement(.incomplete, "SYS", "2018-02") == nil)
  }
}
