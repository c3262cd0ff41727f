import Metrics
import Testing

struct UnlistedOrganisationsTests {
  private let figures = [
    Given.figure(.fourHour, "RD8", "2018-02", Given.share(9, 10)),
    Given.figure(.fourHour, "ZZZ", "2018-02", Given.share(9, 10), line: 4),
    Given.figure(.fourHour, "ZZZ", "2018-03", Given.share(8, 10), line: 3),
  ]

  private func board(_ file: Contribution, _ system: HealthSystem? = nil) -> Board {
    Board(system ?? Given.system([Given.provider("RD8"), Given.provider("RXQ")]), [file])
  }

  @Test func `a code of one's own file that the system does not list is told with what is left out`() {
    let board = board(Given.file("p.csv", isLocal: true, figures))
    #expect(
      board.problems.map(\.text) == [
        """
        p.csv:3: warning: System lists no organisation "ZZZ"; 2 figures left out; expected a code such as RD8
          fix: write RD8, or list ZZZ as an [[organisation]] in system.toml
        """
      ])
  }

  @Test func `money and targets under such a code are told too`() {
    let position = FinancePosition(
      organisation: "RX0", month: Given.month("2018-02"), forecast: Given.millions("1.0"), rows: RowSpan(line: 5))
    let target = Target(.fourHour, scope: .organisation("RX0"), kind: .trajectory, value: Decimal(90), source: "t")
    let board = board(
      Given.file("p.csv", isLocal: true, finance: FinanceRecords(positions: [position]), targets: [target]))
    #expect(
      board.problems.map(\.message) == ["System lists no organisation \"RX0\"; 1 row of money and 1 target left out"])
    #expect(board.problems.first?.line == 5)
    #expect(board.problems.first?.expected == "a code such as RXQ")
  }

  @Test func `a national extract holds all England, and peers are beyond the system: neither is told`() {
    #expect(board(Given.file("p.csv", figures)).problems.isEmpty)
    var organisation = Given.provider("RD8")
    organisation.peers = ["ZZZ"]
    #expect(board(Given.file("p.csv", isLocal: true, figures), Given.system([organisation])).problems.isEmpty)
  }

  @Test func `of very many such codes the first are told and the others counted`() {
    let figures = (100..<125).map { Given.figure(.fourHour, OrganisationCode("Z\($0)"), "2018-02", Given.share(9, 10)) }
    let problems = board(Given.file("p.csv", isLocal: true, figures)).problems
    #expect(problems.count == 21)
    #expect(
      problems.map(\.text).contains(
        """
        p.csv: warning: 5 more codes are not listed by System; their figures are left out
          fix: list them as [[organisation]] in system.toml, or leave them out of the file
        """))
  }

  @Test func `seen as a built-in system, files of one's own may speak of organisations of the others`() throws {
    let system = try #require(Footprints.system("QHG"))
    let file = Given.file(
      "p.csv", isLocal: true,
      [
        Given.figure(.fourHour, "RXQ", "2018-02", Given.share(9, 10)),
        Given.figure(.fourHour, "ZZZ", "2018-02", Given.share(9, 10)),
      ])
    #expect(board(file, system).problems.map(\.message) == ["BLMK lists no organisation \"ZZZ\"; 1 figure left out"])
  }
}
