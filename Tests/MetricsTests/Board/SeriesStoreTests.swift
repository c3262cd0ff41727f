import Metrics
import Testing

struct SeriesStoreTests {
  private func board(_ files: [Contribution]) -> Board { Board(Given.system([Given.provider("RD8")]), files) }

  private func file(_ name: String, modified: Int = 0, _ measurement: Measurement) -> Contribution {
    Given.file(name, modified: modified, [Given.figure(.fourHour, "RD8", "2018-02", measurement, line: 7)])
  }

  @Test(arguments: [
    (SourceFile(name: "a-revised.csv", modified: 1), SourceFile(name: "b.csv", modified: 9)),
    (SourceFile(name: "A-Revised.csv"), SourceFile(name: "z.csv")),
    (SourceFile(name: "a.csv", modified: 2), SourceFile(name: "b.csv", modified: 1)),
    (SourceFile(name: "b.csv"), SourceFile(name: "a.csv")),
  ])
  func `a revised file beats its original, then the newer, then the later name`(winner: SourceFile, loser: SourceFile) {
    for (first, second) in [(winner, loser), (loser, winner)] {
      let board = board([
        file(first.name, modified: first.modified, first == winner ? Given.share(9, 10) : Given.share(8, 10)),
        file(second.name, modified: second.modified, second == winner ? Given.share(9, 10) : Given.share(8, 10)),
      ])
      #expect(board.measurement(.fourHour, "RD8", "2018-02") == Given.share(9, 10))
    }
  }

  @Test(arguments: [
    (Given.share(9, 10), Given.rate("80.0")), (Given.share(9, 10), .notReturned), (Given.share(9, 10), .suppressed),
    (Given.rate("80.0"), .notReturned), (Given.rate("80.0"), .suppressed), (.suppressed, .notReturned),
  ])
  func `counts beat rates, and a known figure beats a missing one, whichever file is newer`(
    better: Measurement, worse: Measurement
  ) {
    for files in [
      [file("a.csv", modified: 1, better), file("b.csv", modified: 9, worse)],
      [file("a.csv", modified: 9, worse), file("b.csv", modified: 1, better)],
    ] { #expect(board(files).measurement(.fourHour, "RD8", "2018-02") == better) }
  }

  @Test func `two files that disagree are a problem that names both`() {
    let problems = board([file("a.csv", Given.share(80, 100)), file("b.csv", Given.share(90, 100))]).problems
    #expect(
      problems.map(\.text) == [
        "a.csv:7: warning: b.csv and a.csv disagree on RD8 ae.four-hour Feb 2018: 90 of 100 and 80 of 100, a difference of 10.0 points\n"
          + "  fix: remove one of the two; the board uses b.csv"
      ])
    #expect(problems.map(\.amount) == [Ratio(10)])
  }

  @Test func `a part on which files disagree is named, and taken for no day`() {
    func file(_ name: String, _ count: Int) -> Contribution {
      let part = BreakdownItem("department", "1")
      return Given.file(name, [Given.figure(.attendances, "RD8", "2018-02", part: part, .count(Count(count)))])
    }
    #expect(
      board([file("a.csv", 1000), file("b.csv", 1100)]).problems.map(\.message) == [
        "b.csv and a.csv disagree on RD8 ae.attendances, department 1, Feb 2018: 1,100 and 1,000, a difference of 100"
      ])
  }

  @Test func `a revision is meant to differ`() {
    #expect(board([file("a.csv", Given.share(80, 100)), file("a-revised.csv", Given.share(90, 100))]).problems.isEmpty)
  }

  @Test(arguments: [
    (Given.share(9046, 10000), Given.rate("90.46")), (Given.share(9046, 10000), Given.rate("90.5")),
    (Given.rate("90.46"), Given.rate("90.5")), (Given.rate("90.5"), Given.rate("90.46")),
    (.notReturned, Given.rate("90.5")),
    (Given.share(1, 2), Given.share(1, 2)),
  ])
  func `a rate agrees with the counts and finer rates that round to it`(one: Measurement, other: Measurement) {
    #expect(board([file("a.csv", one), file("b.csv", other)]).problems.isEmpty)
    #expect(board([file("b.csv", one), file("a.csv", other)]).problems.isEmpty)
  }

  @Test
  func `of the figures two files differ on each of the largest is told with its own size, the others are counted`() {
    let organisations = (1...40).map { OrganisationCode("R\($0)") }
    func file(_ name: String, _ within: (Int) -> Int) -> Contribution {
      Given.file(
        name,
        organisations.enumerated().map {
          Given.figure(.fourHour, $1, "2018-02", Given.share(within($0), 100), line: $0 + 2)
        })
    }
    for _ in 1...5 {
      let problems = Board(.everything, [file("a.csv") { $0 }, file("b.csv") { $0 * 2 }]).problems
      #expect(problems.count == 21)
      #expect(
        problems.first?.message
          == "b.csv and a.csv disagree on 19 more figures of ae.four-hour, none of which differs by more than 19.0 points"
      )
      #expect(problems.first?.amount == Ratio(19))
      #expect(
        problems.dropFirst().map(\.message)
          == (21...40).map {
            "b.csv and a.csv disagree on R\($0) ae.four-hour Feb 2018: \($0 * 2 - 2) of 100 and \($0 - 1) of 100, "
              + "a difference of \($0 - 1).0 points"
          })
      #expect(problems.dropFirst().map(\.line) == (22...41).map(Optional.some))
      #expect(problems.dropFirst().map(\.amount) == (20...39).map { Ratio($0) })
    }
  }

  @Test func `in one file the first row of two stands`() {
    let board = board([
      Given.file(
        "a.csv",
        [
          Given.figure(.fourHour, "RD8", "2018-02", Given.share(9, 10)),
          Given.figure(.fourHour, "RD8", "2018-02", Given.share(8, 10)),
        ])
    ])
    #expect(board.measurement(.fourHour, "RD8", "2018-02") == Given.share(9, 10))
  }
}
