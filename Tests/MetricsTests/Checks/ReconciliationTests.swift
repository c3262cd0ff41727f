import Metrics
import Testing

struct ReconciliationTests {
  private let placed = [
    Given.organisation("west", .place), Given.provider("RA", in: "west"), Given.provider("RB", in: "west"),
    Given.provider("RC"),
  ]

  private func amounts(positions: String) -> [Int] {
    Board(Given.system(placed), [PublishedMoney(positions: positions, month: "2018-02").contribution("position.csv")])
      .amounts
  }

  private func amounts(plan: String, unit: Money.Unit = .millions) -> [Int] {
    Board(Given.system(placed), [PublishedMoney(plan: plan, unit: unit).contribution("plan.csv")]).amounts
  }

  @Test func `a stated position is held against its children, through a place that states none`() {
    #expect(amounts(positions: "RA | 1.0 ||\nRB | 2.0 ||\nRC | 3.0 ||\nSYS | 6.0 ||").isEmpty)
    #expect(amounts(positions: "RA | 1.0 ||\nRB | 2.0 ||\nRC | 3.0 ||\nSYS | 8.0 ||") == [2_000_000])
    #expect(amounts(positions: "RA | 1.0 ||\nwest | 5.0 ||") == [4_000_000])
  }

  @Test func `a child that leaves the amount empty leaves nothing to compare`() {
    #expect(amounts(positions: "RA | 1.0 ||\nRB | | 1.0 |\nwest | 5.0 ||").isEmpty)
  }

  @Test func `rows on different bases are not compared`() {
    func row(_ code: OrganisationCode, _ basis: FinancePosition.Basis, _ total: String) -> FinancePosition {
      FinancePosition(
        organisation: code, month: Given.month("2018-02"), basis: basis, controlTotal: Given.millions(total),
        rows: RowSpan(line: 2))
    }
    func amounts(_ rows: [FinancePosition]) -> [Int] {
      Board(Given.system(placed), [Given.file("p.csv", finance: FinanceRecords(positions: rows))]).amounts
    }
    #expect(
      amounts([row("RA", .excludingSTF, "1.0"), row("RB", .excludingSTF, "1.0"), row("west", .includingSTF, "9.0")])
        .isEmpty)
    let both = [row("RA", .excludingSTF, "1.0"), row("RA", .includingSTF, "4.0"), row("RB", .unstated, "5.0")]
    #expect(amounts(both + [row("west", .includingSTF, "9.0")]).isEmpty)
    #expect(amounts(both + [row("west", .excludingSTF, "9.0")]) == [3_000_000])
  }

  @Test(arguments: [
    (
      "RA | 2017/18 | plan | Income | 312.4\nRA | 2017/18 | plan | Expenditure | (308.2)\nRA | 2017/18 | plan | Position | 4.2",
      []
    ),
    (
      "RA | 2017/18 | plan | Income | 312.4\nRA | 2017/18 | plan | Expenditure | 308.2\nRA | 2017/18 | plan | Position | 4.2",
      []
    ),
    (
      "RA | 2017/18 | Plan | income | 312.4\nRA | 2017/18 | plan | EXPENDITURE | (308.2)\nRA | 2017/18 | plan | Position | 2.2",
      [2_000_000]
    ),
    ("RA | 2017/18 | plan | Income | 312.4\nRA | 2017/18 | plan | Position | 2.2", []),
    (
      "RA | 2020/21 | do nothing | NHS | (9.0)\nRA | 2020/21 | solutions | NHS | 4.0\nRA | 2020/21 | do something | NHS | (3.0)",
      [2_000_000]
    ),
    ("RA | 2020/21 | x | One | 1.0\nRA | 2020/21 | X | Two | 1.0\nRA | 2020/21 | x | Total | 3.0", [1_000_000]),
    ("RA | 2020/21 | x | One | 1.0\nRA | 2020/21 | y | Two | 1.0\nRA | 2020/21 | x | Total | 3.0", []),
  ])
  func `a plan is held against its own arithmetic`(plan: String, found: [Int]) { #expect(amounts(plan: plan) == found) }

  @Test func `a parent's line is held against its children's, through a place without it`() {
    let lines = [
      "RA | 2017/18 | plan | Savings | 1.0", "RB | 2017/18 | plan | Savings | 1.0",
      "RC | 2017/18 | plan | Savings | 1.0",
    ]
    #expect(amounts(plan: (lines + ["SYS | 2017/18 | plan | Savings | 3.0"]).joined(separator: "\n")).isEmpty)
    #expect(amounts(plan: (lines + ["SYS | 2017/18 | plan | Savings | 5.0"]).joined(separator: "\n")) == [2_000_000])
  }

  @Test func `a difference that millions would hide is shown in thousands`() {
    let plan =
      "RA | 2017/18 | plan | Income | 80,658\nRA | 2017/18 | plan | Expenditure | (64,520)\nRA | 2017/18 | plan | Position | 16,140"
    let board = Board(Given.system(placed), [PublishedMoney(plan: plan, unit: .thousands).contribution("plan.csv")])
    #expect(
      board.problems.map(\.text) == [
        "plan.csv:4: warning: Position of RA, 2017/18 plan is stated as 16.140m, income less expenditure adds up to 16.138m; £2k not reconciled\n"
          + "  fix: ask the organisation for its ledger; nothing is adjusted"
      ])
  }

  @Test func `two rows of one file that state a line differently are named by line`() {
    let plan = "RA | 2017/18 | plan | Income | 300.0\nRA | 2017/18 | plan | Income | 310.0"
    let board = Board(Given.system(placed), [PublishedMoney(plan: plan).contribution("plan.csv")])
    #expect(
      board.problems.map(\.text) == [
        "plan.csv:3: warning: two rows of one file disagree on Income of RA, 2017/18 plan: 300.0m and 310.0m, a difference of £10.0m\n"
          + "  fix: ask which is right; the board uses the first, line 2"
      ])
  }

  @Test func `sizes are compared among organisations of one kind, and only where each states its own`() {
    func amounts(_ sizes: [(OrganisationRole, Int?)]) -> [Int] {
      let organisations = sizes.enumerated().map {
        Organisation(code: OrganisationCode("L\($0)"), role: $1.0, stated: StatedSize(practices: $1.1))
      }
      return Board(Given.system(organisations, stated: StatedSize(practices: 10)), []).amounts
    }
    #expect(amounts([(.locality, 6), (.locality, 4)]).isEmpty)
    #expect(amounts([(.locality, 6), (.locality, 5)]) == [1])
    #expect(amounts([(.locality, 6), (.locality, nil)]).isEmpty)
    #expect(amounts([(.locality, 6), (.locality, 4), (.place, 10)]).isEmpty)
  }

  @Test func `a file's own total is held against its rows, and reported once`() {
    let total = StatedTotal(title: "A&E attendances Type 1", stated: Ratio(10), summed: Ratio(12), line: 9)
    let agreed = StatedTotal(title: "Type 2", stated: Ratio(3), summed: Ratio(3), line: 9)
    let board = Board(Given.system(placed), [Given.file("a.csv", statedTotals: [total, agreed])])
    #expect(
      board.problems.map(\.text) == [
        "a.csv:9: warning: the total of \"A&E attendances Type 1\" is 10, its rows add up to 12\n"
          + "  fix: download the file again; the board uses the rows"
      ])
    let known = Problem(.warning, file: "a.csv", line: 9, "found by its reader", amount: Ratio(2))
    #expect(
      Board(Given.system(placed), [Given.file("a.csv", statedTotals: [total], problems: [known])]).problems == [known])
  }
}
