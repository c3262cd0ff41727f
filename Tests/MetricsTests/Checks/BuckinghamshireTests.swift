import Metrics
import Testing

/// Buckinghamshire ICS, 2018–19: what does not add up in its plan, and nothing else.
struct BuckinghamshireTests {
  private let board: Board = {
    let localities = [
      ("North Aylesbury", 6, 49_600), ("Aylesbury Central", 7, 103_200), ("Aylesbury South", 5, 48_400),
      ("Amersham & Chesham", 9, 75_600),
      ("Wycombe", 9, 90_800), ("Wooburn Green", 8, 89_600), ("Southern", 8, 84_200),
    ]
    var organisations = [
      Given.provider("RXQ"), Given.provider("RNU"), Given.provider("RYE"), Given.organisation("14Y", .commissioner),
      Given.organisation("612", .localAuthority),
    ]
    organisations += localities.map {
      Organisation(code: OrganisationCode($0.0), role: .locality, stated: StatedSize(population: $0.2, practices: $0.1))
    }
    let system = HealthSystem(
      code: "ICS", name: "Bucks ICS", organisations: organisations,
      stated: StatedSize(population: 528_400, practices: 51))
    return Board(
      system,
      [
        PublishedMoney(positions: positions, month: "2018-03").contribution("position.csv"),
        PublishedMoney(bridge: bridges).contribution("bridge.csv"),
        PublishedMoney(plan: section1).contribution("plan-section-1.csv"),
        PublishedMoney(plan: section5).contribution("plan-section-5.csv"),
      ])
  }()

  @Test func `exactly the discrepancies of the document are problems`() {
    #expect(board.amounts == [1, 13_000, 200_000, 1_200_000, 10_000_000, 16_400_000])
    #expect(board.problems.count == 6)
    #expect(board.problems.allSatisfy { $0.severity == .warning && !$0.file.isEmpty && !$0.fix.isEmpty })
  }

  @Test(arguments: [
    (1, "Bucks ICS states practices of 51; its 7 localities add up to 52, 1 more"),
    (13_000, "Bucks ICS states population of 528,400; its 7 localities add up to 541,400, 13,000 more"),
    (
      1_200_000,
      "bridge of RXQ: \"Forecast outturn at month 9\" is (3.2m), the steps before it add up to (4.4m); £1.2m not reconciled"
    ),
    (
      200_000,
      "bridge of RXQ: \"Outturn\" is (2.9m), the steps before it add up to (3.1m); £0.2m not reconciled (rounding of each step could explain it)"
    ),
    (
      16_400_000,
      "Position of RXQ, 2017/18 actual is stated as (2.9m), income less expenditure adds up to 13.5m; £16.4m not reconciled"
    ),
    (
      10_000_000,
      "plan-section-5.csv and plan-section-1.csv disagree on Deficit against control total of Bucks ICS, 2017/18 actual: (28.6m) and (38.6m), a difference of £10.0m"
    ),
  ])
  func `each says what is stated and what it comes to`(amount: Int, message: String) {
    #expect(board.problems.first { $0.amount == Ratio(amount) }?.message == message)
  }

  @Test func `the ICS is the sum of trust and CCG, against its control total`() {
    let figure = board.figure(Series.Key(.controlTotal, "ICS"), in: Given.period("2018-03"))
    #expect(figure?.measurement == .money(Given.millions("(22.0)")))
    #expect(figure?.target?.value.unscaled == 6_600_000)
    #expect(figure?.variance == Ratio(-28_600_000))
    #expect(figure?.gap == Ratio(28_600_000))
  }
}

private let positions = """
  RXQ | 6.5 | (2.9) |
  14Y | 0.1 | (19.1) |
  ICS | 6.6 | (22.0) |
  """

private let bridges = """
  RXQ | 2018-03 | opening | Control total | 6.5
  RXQ | 2018-03 | step | STF not earned | (5.9)
  RXQ | 2018-03 | step | CIP delivery shortfall | (4.6)
  RXQ | 2018-03 | step | Over-performance | 2.6
  RXQ | 2018-03 | step | MRET above plan | (1.6)
  RXQ | 2018-03 | step | Risk share | (1.4)
  RXQ | 2018-03 | step | Loss on additional activity | (0.4)
  RXQ | 2018-03 | step | Under-performance | 0.4
  RXQ | 2018-03 | step | Non-recurrent costs less contingency | 0.0
  RXQ | 2018-03 | step | Premium temporary staffing | (2.1)
  RXQ | 2018-03 | step | Other mitigations | 2.1
  RXQ | 2018-03 | subtotal | Forecast outturn at month 9 | (3.2)
  RXQ | 2018-03 | step | Elective cancellation | (1.2)
  RXQ | 2018-03 | step | Additional MRET and risk | (0.4)
  RXQ | 2018-03 | step | Escalation | (0.5)
  RXQ | 2018-03 | step | Backlog remediation | (0.4)
  RXQ | 2018-03 | step | PFI legacy | (0.6)
  RXQ | 2018-03 | step | Year-end adjustments | 0.7
  RXQ | 2018-03 | step | STF general distribution | 2.5
  RXQ | 2018-03 | closing | Outturn | (2.9)
  14Y | 2018-02 | opening | Control total | 0.1
  14Y | 2018-02 | step | Main contracts | (17.4)
  14Y | 2018-02 | step | Other contracts | (4.5)
  14Y | 2018-02 | step | Continuing healthcare | (11.5)
  14Y | 2018-02 | step | Prescribing | (2.1)
  14Y | 2018-02 | step | Joint care | (2.0)
  14Y | 2018-02 | step | Reserves and recovery plan | 18.3
  14Y | 2018-02 | closing | Forecast outturn | (19.1)
  """

private let section1 = "ICS | 2017/18 | actual | Deficit against control total | (38.6)"

private let section5 = """
  14Y | 2017/18 | plan | Income | 680.4
  14Y | 2017/18 | plan | Expenditure | (680.4)
  14Y | 2017/18 | plan | Position | 0.0
  RXQ | 2017/18 | plan | Income | 398.9
  RXQ | 2017/18 | plan | Expenditure | (401.0)
  RXQ | 2017/18 | plan | Position | (2.1)
  ICS | 2017/18 | plan | Position | (2.1)
  14Y | 2017/18 | actual | Income | 684.1
  14Y | 2017/18 | actual | Expenditure | (703.2)
  14Y | 2017/18 | actual | Position | (19.1)
  RXQ | 2017/18 | actual | Income | 412.6
  RXQ | 2017/18 | actual | Expenditure | (399.1)
  RXQ | 2017/18 | actual | Position | (2.9)
  ICS | 2017/18 | actual | Position | (22.0)
  14Y | 2018/19 | plan | Income | 694.3
  14Y | 2018/19 | plan | Expenditure | (709.8)
  14Y | 2018/19 | plan | Position | (15.5)
  RXQ | 2018/19 | plan | Income | 410.0
  RXQ | 2018/19 | plan | Expenditure | (412.0)
  RXQ | 2018/19 | plan | Position | (2.0)
  ICS | 2018/19 | plan | Position | (17.5)
  ICS | 2018/19 | plan | Provider STF | 11.9
  ICS | 2017/18 | actual | Deficit against control total | (28.6)
  14Y | 2017/18 | underlying | Position | (32.6)
  RXQ | 2017/18 | underlying | Position | (6.0)
  ICS | 2017/18 | underlying | Position | (38.6)
  RXQ | 2018/19 | plan | Savings | 20.0
  14Y | 2018/19 | plan | Savings | 21.4
  ICS | 2018/19 | plan | Savings | 41.4
  ICS | 2018/19 | income for savings | CCG allocation | 694.3
  ICS | 2018/19 | income for savings | BHT external income | 170.5
  ICS | 2018/19 | income for savings | Total | 864.8
  """
