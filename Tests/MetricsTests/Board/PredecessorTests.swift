import Metrics
import Testing

struct PredecessorTests {
  private let merged = [
    Given.provider("10H", to: "2018-03", successor: "14Y"), Given.provider("10Y", to: "2018-03", successor: "14Y"),
    Given.provider("14Y", from: "2018-04"),
  ]

  private func board(_ organisations: [Organisation], _ figures: [Observation]) -> Board {
    Board(Given.system(organisations), [Given.file(figures)])
  }

  @Test func `a successor shows the sum of those it took over, and the system counts each once`() {
    let board = board(
      merged,
      [
        Given.figure(.incomplete, "10H", "2018-03", Given.share(8, 10)),
        Given.figure(.incomplete, "10Y", "2018-03", Given.share(9, 10)),
        Given.figure(.incomplete, "14Y", "2018-04", Given.share(18, 20)),
      ])
    #expect(board.measurement(.incomplete, "14Y", "2018-03") == Given.share(17, 20))
    #expect(board.point(.incomplete, "14Y", "2018-03")?.origin == .fromPredecessors)
    #expect(board.measurement(.incomplete, "SYS", "2018-03") == Given.share(17, 20))
    #expect(board.point(.incomplete, "SYS", "2018-04")?.origin == .rolledUp(returned: 1, expected: 1))
  }

  @Test func `one of two is not carried over as if it were both, nor a rate of one of them`() {
    let one = board(
      merged,
      [
        Given.figure(.incomplete, "10H", "2018-02", Given.share(8, 10)),
        Given.figure(.incomplete, "10Y", "2018-02", .notReturned),
        Given.figure(.incomplete, "10H", "2018-03", Given.share(8, 10)),
        Given.figure(.incomplete, "10Y", "2018-03", Given.share(8, 10)),
      ])
    #expect(one.measurement(.incomplete, "14Y", "2018-02") == nil)
    let rates = board(
      merged,
      [
        Given.figure(.incomplete, "10H", "2018-03", Given.rate("90.0")),
        Given.figure(.incomplete, "10Y", "2018-03", Given.rate("80.0")),
      ])
    #expect(rates.measurement(.incomplete, "14Y", "2018-03") == nil)
  }

  @Test func `undated figures are each organisation's own`() {
    let organisations = [Given.provider("RC1", to: "2020-03", successor: "RC9"), Given.provider("RC9")]
    let board = board(
      organisations,
      [Given.figure(.fourHour, "RC1", "", Given.rate("91.6")), Given.figure(.fourHour, "RC9", "", Given.rate("99.1"))])
    #expect(board.measurement(.fourHour, "RC9", "") == Given.rate("99.1"))
    #expect(board.series(Series.Key(.fourHour, "RC9")).points.count == 1)
    let alone = self.board(organisations, [Given.figure(.fourHour, "RC1", "", Given.rate("91.6"))])
    #expect(alone.measurement(.fourHour, "RC9", "") == nil)
  }

  @Test func `an organisation that kept its code keeps its own history`() {
    let organisations = [Given.provider("RC1", to: "2020-03", successor: "RC9"), Given.provider("RC9")]
    let months = ["2020-02", "2020-03"]
    let board = board(
      organisations,
      months.map { Given.figure(.fourHour, "RC1", $0, Given.share(1, 10)) }
        + (months + ["2020-04"]).map { Given.figure(.fourHour, "RC9", $0, Given.share(9, 10)) })
    #expect(board.measurement(.fourHour, "RC9", "2020-02") == Given.share(9, 10))
    #expect(board.measurement(.fourHour, "SYS", "2020-03") == Given.share(10, 20))
    #expect(board.measurement(.fourHour, "SYS", "2020-04") == Given.share(9, 10))
    let charted = board.charted(Series.Key(.fourHour, "RC9"), upTo: nil, grain: .month)
    #expect(charted.remark == "with RC1 from Apr 2020; limits begin again")
    #expect(charted.marks == [2])
    #expect(board.charted(Series.Key(.fourHour, "RC9"), upTo: Given.period("2020-03"), grain: .month).marks.isEmpty)
  }

  @Test func `a chart that goes on under a successor marks the step`() {
    let board = board(
      merged,
      ["2018-02", "2018-03"].flatMap { month in
        ["10H", "10Y"].map { Given.figure(.incomplete, OrganisationCode($0), month, Given.share(8, 10)) }
      } + [Given.figure(.incomplete, "14Y", "2018-04", Given.share(18, 20))])
    let charted = board.charted(Series.Key(.incomplete, "14Y"), upTo: nil, grain: .month)
    #expect(charted.slots.map(\.value) == [80, 80, 90])
    #expect(charted.marks == [2])
    #expect(charted.remark == "before Apr 2018 10H and 10Y")
  }

  @Test func `what is returned under a code after its end is not counted`() {
    let organisations = [Given.provider("RC1", to: "2020-03", successor: "RC9"), Given.provider("RC9")]
    let board = board(
      organisations,
      [
        Given.figure(.fourHour, "RC1", "2020-04", Given.share(1, 10)),
        Given.figure(.fourHour, "RC9", "2020-04", Given.share(9, 10)),
      ])
    #expect(board.measurement(.fourHour, "SYS", "2020-04") == Given.share(9, 10))
  }

  @Test func `history is handed on twice where an organisation was taken over twice`() {
    let chain = [
      Given.provider("RZ", to: "2016-03", successor: "RY"),
      Given.provider("RY", from: "2016-04", to: "2018-03", successor: "RA"),
      Given.provider("RA", from: "2018-04"),
    ]
    let board = board(
      chain,
      [
        Given.figure(.fourHour, "RZ", "2016-03", Given.share(1, 2)),
        Given.figure(.fourHour, "RY", "2016-04", Given.share(3, 4)),
      ])
    #expect(board.measurement(.fourHour, "RY", "2016-03") == Given.share(1, 2))
    #expect(board.measurement(.fourHour, "RA", "2016-04") == Given.share(3, 4))
    #expect(board.measurement(.fourHour, "SYS", "2016-03") == Given.share(1, 2))
  }

  @Test func `parts are carried over like the whole`() {
    let part = BreakdownItem("treatment-function", "C_110")
    let board = board(
      merged, ["10H", "10Y"].map { Given.figure(.incomplete, $0, "2018-03", part: part, Given.share(8, 10)) })
    #expect(board.measurement(.incomplete, "14Y", "2018-03", part: part) == Given.share(16, 20))
  }
}
