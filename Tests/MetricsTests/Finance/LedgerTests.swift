import Metrics
import Testing

struct LedgerTests {
  private let organisations = [
    Given.organisation("nhs", .group), Given.provider("RA", in: "nhs"), Given.provider("RB", in: "nhs"),
    Given.organisation("C1", .commissioner, in: "nhs"),
    Given.organisation("905", .localAuthority),
  ]

  private func row(
    _ code: OrganisationCode, _ month: String = "2018-02", _ basis: FinancePosition.Basis = .includingSTF,
    total: String? = nil, plan: String? = nil,
    actual: String? = nil, forecast: String? = nil, stfPlan: String? = nil, stfActual: String? = nil
  ) -> FinancePosition {
    FinancePosition(
      organisation: code, month: Given.month(month), basis: basis, controlTotal: total.map(Given.millions),
      planToDate: plan.map(Given.millions),
      actualToDate: actual.map(Given.millions), forecast: forecast.map(Given.millions),
      stfPlan: stfPlan.map(Given.millions), stfActual: stfActual.map(Given.millions), rows: RowSpan(line: 3))
  }

  private func board(_ rows: FinancePosition...) -> Board {
    Board(Given.system(organisations), [Given.file("money.csv", finance: FinanceRecords(positions: rows))])
  }

  private func pounds(
    _ board: Board, _ code: OrganisationCode, _ month: String = "2018-02", _ metric: MetricID = .controlTotal
  ) -> [Int?] {
    let figure = board.figure(Series.Key(metric, code), in: Given.period(month))
    return [figure?.value?.numerator, figure?.target?.value.unscaled, figure?.variance?.numerator]
  }

  @Test func `groups and the system sum every organisation with a ledger, each once`() {
    let board = board(
      row("RA", total: "1.0", forecast: "(2.0)"), row("RB", total: "2.0", forecast: "2.5"),
      row("C1", total: "0.1", forecast: "(1.1)"),
      row("905", total: "0.0", forecast: "(7.1)"))
    #expect(pounds(board, "nhs") == [-600_000, 3_100_000, -3_700_000])
    #expect(pounds(board, "SYS") == [-7_700_000, 3_100_000, -10_800_000])
    #expect(board.problems.isEmpty)
  }

  @Test func `what a system states stands beside the sum of its organisations, with what it leaves unexplained`() throws
  {
    let board = board(
      row("RA", forecast: "(2.0)"), row("RB", forecast: "2.5"), row("SYS", forecast: "(1.0)"))
    let position = try #require(board.ledger.position(of: "SYS", in: Given.month("2018-02")))
    let month = Given.month("2018-02")
    #expect(position.outturn(in: month)?.millions == "0.5")
    #expect(position.statedOutturn(in: month)?.millions == "(1.0)")
    #expect(
      LedgerPosition.unreconciled(position.statedOutturn(in: month), sum: position.outturn(in: month))?.millions
        == "(1.5)")
    #expect(LedgerPosition.unreconciled(Given.millions("0.5"), sum: position.outturn(in: month)) == nil)
    #expect(LedgerPosition.unreconciled(nil, sum: position.outturn(in: month)) == nil)
  }

  /// Planned, earned and by how many organisations.
  private func funding(_ board: Board, _ code: OrganisationCode) -> String? {
    board.ledger.position(of: code, in: Given.month("2018-02"))?.sustainability.map {
      "\($0.earned?.millions ?? "–") of \($0.planned?.millions ?? "–"), \($0.organisations)"
    }
  }

  @Test func `sustainability funding is summed over the organisations that state it; commissioners receive none`() {
    let board = board(
      row("RA", actual: "1.0", stfPlan: "9.5", stfActual: "5.2"),
      row("RB", actual: "1.0", stfPlan: "7.0", stfActual: "7.0"), row("C1", actual: "1.0"))
    #expect(funding(board, "RA") == "5.2 of 9.5, 1")
    #expect(funding(board, "C1") == nil)
    #expect(funding(board, "nhs") == "12.2 of 16.5, 2")
    #expect(funding(board, "SYS") == "12.2 of 16.5, 2")
  }

  @Test func `funding planned but not yet stated as earned leaves the sum unknown`() {
    let board = board(
      row("RA", actual: "1.0", stfPlan: "9.5", stfActual: "5.2"), row("RB", actual: "1.0", stfPlan: "7.0"))
    #expect(funding(board, "nhs") == "– of 16.5, 2")
  }

  @Test func `two files that disagree on funding are a problem, and a system that states another sum is too`() {
    let rivals = files(
      ("a.csv", 0, row("RA", actual: "1.0", stfPlan: "9.5")), ("b.csv", 9, row("RA", actual: "1.0", stfPlan: "9.0")))
    #expect(funding(rivals, "RA") == "– of 9.0, 1")
    #expect(rivals.problems.contains { $0.message.contains("disagree on STF plan of RA, Feb 2018: 9.0m and 9.5m") })
    let stated = board(row("RA", stfPlan: "9.5"), row("RB", stfPlan: "7.0"), row("nhs", stfPlan: "20.0"))
    #expect(stated.problems.contains { $0.message.contains("STF plan of nhs, Feb 2018 is stated as 20.0m") })
  }

  @Test func `the forecast counts until month 11, the actual in month 12`() {
    let board = board(
      row("RA", "2018-02", total: "1.0", actual: "(3.0)", forecast: "(2.0)"),
      row("RA", "2018-03", total: "1.0", actual: "(3.0)", forecast: "(2.0)"))
    #expect(pounds(board, "RA") == [-2_000_000, 1_000_000, -3_000_000])
    #expect(pounds(board, "RA", "2018-03") == [-3_000_000, 1_000_000, -4_000_000])
  }

  @Test func `a position to date is held against the plan to date`() {
    let board = board(row("RA", plan: "0.5", actual: "(0.5)"))
    #expect(pounds(board, "RA", "2018-02", .yearToDate) == [-500_000, 500_000, -1_000_000])
    #expect(
      board.figure(Series.Key(.yearToDate, "RA"), in: Given.period("2018-02"))?.period
        == Given.period("2017/18 YTD M11"))
  }

  @Test func `an amount that one organisation leaves empty leaves the sum unknown`() {
    let board = board(row("RA", total: "1.0", forecast: "(2.0)"), row("RB", total: "2.0"))
    #expect(pounds(board, "nhs") == [nil, 3_000_000, nil])
    #expect(board.figure(Series.Key(.controlTotal, "nhs"), in: Given.period("2018-02"))?.measurement == .notReturned)
  }

  @Test func `an organisation without a row this month is out, and said to be`() {
    let board = board(
      row("RA", "2018-01", forecast: "1.0"), row("RB", "2018-01", forecast: "1.0"), row("RA", forecast: "1.0"))
    #expect(board.figure(Series.Key(.controlTotal, "nhs"), in: Given.period("2018-02"))?.note == "1 of 2 returned")
  }

  @Test func `organisations on different bases have no variance, and it says why`() {
    let board = board(
      row("RA", total: "1.0", forecast: "2.0"), row("RB", "2018-02", .excludingSTF, total: "1.0", forecast: "2.0"))
    let figure = board.figure(Series.Key(.controlTotal, "nhs"), in: Given.period("2018-02"))
    #expect(figure?.variance == nil)
    #expect(figure?.note == "organisations differ in basis (including and excluding STF): no variance")
  }

  @Test func `an organisation without STF goes with either basis`() {
    let board = board(
      row("RA", total: "1.0", forecast: "2.0"), row("C1", "2018-02", .unstated, total: "1.0", forecast: "2.0"))
    #expect(pounds(board, "nhs") == [4_000_000, 2_000_000, 2_000_000])
  }

  @Test func `of an organisation's two rows the one including STF counts, for control totals are set with it`() {
    let rows = [
      row("RA", "2018-02", .excludingSTF, total: "1.0", forecast: "9.0"), row("RA", total: "6.5", forecast: "2.0"),
    ]
    #expect(pounds(board(rows[0], rows[1]), "RA") == [2_000_000, 6_500_000, -4_500_000])
    #expect(pounds(board(rows[1], rows[0]), "RA") == [2_000_000, 6_500_000, -4_500_000])
  }

  private func files(_ files: (String, Int, FinancePosition)...) -> Board {
    Board(
      Given.system(organisations),
      files.map { Given.file($0.0, modified: $0.1, finance: FinanceRecords(positions: [$0.2])) })
  }

  @Test func `each amount of a position is taken from the file that has it`() {
    let board = files(
      ("ct.csv", 0, row("RA", "2018-02", .includingSTF, total: "6.5")),
      ("act.csv", 9, row("RA", "2018-02", .includingSTF, forecast: "(2.9)")))
    #expect(pounds(board, "RA") == [-2_900_000, 6_500_000, -9_400_000])
    #expect(board.problems.isEmpty)
    let figure = board.shown(.controlTotal, "RA", "2018-02")
    #expect(figure.flatMap { board.source(of: $0)?.file } == "act.csv")
  }

  @Test func `a control total on another basis than the forecast stands beside it, without a variance, and says why`() {
    let board = files(
      ("ct.csv", 0, row("RA", "2018-02", .includingSTF, total: "6.5")),
      ("act.csv", 0, row("RA", "2018-02", .excludingSTF, forecast: "(2.9)")))
    #expect(pounds(board, "RA") == [-2_900_000, nil, nil])
    #expect(board.ledger.position(of: "RA", in: Given.month("2018-02"))?.controlTotal == Given.millions("6.5"))
    #expect(board.ledger.position(of: "RA", in: Given.month("2018-02"))?.comparesToDate == false)
    #expect(
      board.shown(.controlTotal, "RA", "2018-02")?.caveat
        == "control total 6.5m is including STF, forecast outturn excluding STF: no variance")
    #expect(board.ledger.position(of: "SYS", in: Given.month("2018-02"))?.note.hasPrefix("control total 6.5m") == true)
    #expect(board.problems.isEmpty)
  }

  @Test func `of two bases in two files that of the newer is shown, and what stands on the other is a problem`() {
    let board = files(
      ("f1.csv", 1, row("RA", "2018-02", .includingSTF, total: "6.5", forecast: "(2.9)")),
      ("f2.csv", 9, row("RA", "2018-02", .excludingSTF, total: "1.0", forecast: "(8.9)")))
    #expect(pounds(board, "RA") == [-8_900_000, 1_000_000, -9_900_000])
    #expect(
      board.problems.map(\.text) == [
        """
        f1.csv:3: warning: RA, Feb 2018, is stated including STF here (control total 6.5m, forecast outturn (2.9m)) and \
        excluding STF in f2.csv, line 3
          fix: nothing, if both are meant; the board shows what is excluding STF, and compares no figures on two bases
        """
      ])
  }

  @Test func `within one file the basis with sustainability funding is shown, and the other told`() {
    let board = board(
      row("RA", "2018-02", .excludingSTF, total: "1.0", forecast: "(8.9)"),
      row("RA", "2018-02", .includingSTF, total: "6.5", forecast: "(2.9)"))
    #expect(pounds(board, "RA") == [-2_900_000, 6_500_000, -9_400_000])
    #expect(board.problems.count == 1)
  }

  @Test func `a group that alone states its position has it`() {
    let board = board(row("nhs", forecast: "(33.0)"), row("905", forecast: "(7.1)"), row("SYS", forecast: "(40.1)"))
    #expect(pounds(board, "SYS") == [-40_100_000, nil, nil])
    #expect(board.ledger.position(of: "SYS", in: Given.month("2018-02"))?.stated?.forecast == Given.millions("(40.1)"))
    #expect(board.problems.isEmpty)
  }

  @Test func `of two files a revised one counts, and only others disagree`() {
    func file(_ name: String, _ forecast: String) -> Contribution {
      Given.file(name, finance: FinanceRecords(positions: [row("RA", forecast: forecast)]))
    }
    let revised = Board(Given.system(organisations), [file("a-revised.csv", "1.0"), file("b.csv", "2.0")])
    #expect(pounds(revised, "RA") == [1_000_000, nil, nil])
    #expect(revised.problems.isEmpty)
    let others = Board(Given.system(organisations), [file("a.csv", "2.0"), file("b.csv", "2.1")])
    #expect(pounds(others, "RA") == [2_100_000, nil, nil])
    #expect(
      others.problems.map(\.text) == [
        "a.csv:3: warning: b.csv and a.csv disagree on forecast outturn of RA, Feb 2018: 2.1m and 2.0m, a difference of £0.1m\n"
          + "  fix: ask which is right; the board uses b.csv"
      ])
    #expect(others.problems.map(\.amount) == [Ratio(100_000)])
  }

  @Test func `schemes and lines of plans are those of one file too, all of a file's schemes`() {
    func file(_ name: String, _ amount: String) -> Contribution {
      let scheme = SavingsScheme(
        organisation: "RA", period: Given.period("2018-02"), title: "Theatres", plan: Given.millions(amount),
        rows: RowSpan(line: 2))
      let line = PlanLine(
        organisation: "RA", year: NHSYear("2017/18")!, scenario: "plan", line: "Income", amount: Given.millions(amount),
        rows: RowSpan(line: 2))
      return Given.file(name, finance: FinanceRecords(schemes: [scheme, scheme], planLines: [line]))
    }
    let board = Board(Given.system(organisations), [file("a.csv", "1.0"), file("a-revised.csv", "2.0")])
    #expect(board.ledger.schemes(of: "SYS").map(\.plan) == [Given.millions("2.0"), Given.millions("2.0")])
    #expect(board.ledger.planLines(of: "RA").map(\.amount) == [Given.millions("2.0")])
    #expect(board.problems.isEmpty)
  }
}
