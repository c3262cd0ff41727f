import Metrics
import Testing

/// Somerset, October 2016: what does not add up in its plan, and nothing else.
struct SomersetTests {
  private let board: Board = {
    let organisations = [
      Given.organisation("nhs-total", .group), Given.organisation("11X", .commissioner, in: "nhs-total"),
      Given.provider("RBA", in: "nhs-total", to: "2020-03", successor: "RH5"), Given.provider("RH5", in: "nhs-total"),
      Given.provider("RA4", in: "nhs-total", to: "2023-03", successor: "RH5"),
      Given.organisation("905", .localAuthority),
    ]
    let ambition = Target(
      .delayedDays, scope: .organisation("QSL"), part: BreakdownItem("setting", "acute and community"), kind: .local,
      value: Decimal(1350),
      from: Given.month("2016-11"), source: "page 17")
    let cost = Metric("dtoc.acute-cost", title: "Cost of delays", unit: .pounds, direction: .lower, rollUp: .flow)
    let system = HealthSystem(
      code: "QSL", name: "Somerset", organisations: organisations, targets: [ambition], metrics: [cost])
    let settings = [("acute", 2000), ("community", 700), ("mental health", 250), ("acute and community", 2700)]
    let performance =
      settings.map {
        Given.figure(.delayedDays, "QSL", "2016-06", part: BreakdownItem("setting", $0.0), .count(Count($0.1)))
      } + [
        Given.figure(.fourHour, "QSL", "2015/16", Given.rate("94.49")),
        Given.figure(.fourHour, "QSL", "2016-08", Given.rate("93.8")),
        Given.figure("dtoc.acute-cost", "QSL", "2016-06", .money(Money(pounds: 300_000)), line: 14),
      ]
    return Board(
      system,
      [
        Given.file("performance.csv", performance),
        Given.file(
          "performance-page-17.csv", [Given.figure("dtoc.acute-cost", "QSL", "2016-06", .money(Money(pounds: 400_000)))]
        ),
        PublishedMoney(positions: positions, month: "2016-06").contribution("position.csv"),
        PublishedMoney(bridge: bridge).contribution("bridge.csv"),
        PublishedMoney(bridge: delays, unit: .thousands).contribution("bridge-delays.csv"),
        PublishedMoney(plan: plan).contribution("plan.csv"),
        PublishedMoney(plan: plan2020, unit: .thousands).contribution("plan-2020.csv"),
      ])
  }()

  @Test func `exactly the discrepancies of the document are problems`() {
    #expect(board.amounts == [52_500, 100_000, 8_500_000])
    #expect(board.problems.count == 3)
  }

  @Test(arguments: [
    (
      8_500_000,
      "Position of nhs-total, 2015/16 outturn is stated as (29.9m), its 4 organisations add up to (21.4m); £8.5m not reconciled"
    ),
    (
      52_500,
      "bridge of Somerset: \"Delays halved\" is (202.5k), the steps before it add up to (255k); £52.5k not reconciled"
    ),
    (
      100_000,
      "performance.csv and performance-page-17.csv disagree on QSL dtoc.acute-cost Jun 2016: 300k and 400k, a difference of £100k"
    ),
  ])
  func `each says what is stated and what it comes to`(amount: Int, message: String) {
    #expect(board.problems.first { $0.amount == Ratio(amount) }?.message == message)
  }

  @Test func `the settings overlap, so there is no whole, and only the ambition's part has its target`() {
    #expect(board.measurement(.delayedDays, "QSL", "2016-06") == nil)
    let part = BreakdownItem("setting", "acute and community")
    func target(_ part: BreakdownItem, _ month: String) -> String? {
      board.target(for: Series.Key(.delayedDays, "QSL", part: part), in: Given.period(month), choice: .standard)?.value
        .text
    }
    #expect(target(part, "2016-11") == "1,350")
    #expect(target(part, "2016-06") == nil)
    #expect(target(BreakdownItem("setting", "acute"), "2016-11") == nil)
  }

  @Test func `a year's rate and a month's stand beside each other`() {
    #expect(board.shown(.fourHour, "QSL", "2015/16")?.variance == Ratio(-51, 100))
    #expect(board.shown(.fourHour, "QSL", "2016-08")?.variance == Ratio(-12, 10))
    #expect(board.shownPeriod(.fourHour, of: "QSL", ViewSettings()) == Given.period("2016-08"))
  }

  @Test func `the system is the NHS total and the council`() {
    let figure = board.figure(Series.Key(.controlTotal, "QSL"), in: Given.period("2016-06"))
    #expect(figure?.measurement == .money(Given.millions("(40.1)")))
    #expect(figure?.variance == nil)
  }
}

private let positions = """
  nhs-total |  |  | (33.0)
  905 |  |  | (7.1)
  QSL |  |  | (40.1)
  """

private let bridge = """
  nhs-total | 2016/17 | opening | Plan of the four organisations | (7.0)
  nhs-total | 2016/17 | step | Inconsistent contract assumptions | (7.9)
  nhs-total | 2016/17 | step | Penalties and CQUIN | (2.7)
  nhs-total | 2016/17 | step | Cost improvement impact | (0.4)
  nhs-total | 2016/17 | step | Unidentified QIPP | (15.0)
  nhs-total | 2016/17 | closing | Net system position | (33.0)
  """

private let delays = """
  QSL | 2020/21 | opening | NHS position if something is done | (20,862)
  QSL | 2020/21 | step | Indicative STF | 37,000
  QSL | 2020/21 | closing | NHS position after STF | 16,138
  QSL | 2016-11 | opening | Delays now | (405.0)
  QSL | 2016-11 | step | Saving stated for halving them | 150.0
  QSL | 2016-11 | closing | Delays halved | (202.5)
  """

private let plan = """
  11X | 2015/16 | outturn | Position | 6.5
  RBA | 2015/16 | outturn | Position | (9.8)
  RH5 | 2015/16 | outturn | Position | 0.5
  RA4 | 2015/16 | outturn | Position | (18.6)
  nhs-total | 2015/16 | outturn | Position | (29.9)
  905 | 2015/16 | outturn | Position | (6.5)
  QSL | 2015/16 | outturn | Position | (36.4)
  11X | 2016/17 | plan | Position | 6.5
  RBA | 2016/17 | plan | Position | (1.1)
  RH5 | 2016/17 | plan | Position | 2.9
  RA4 | 2016/17 | plan | Position | (15.3)
  nhs-total | 2016/17 | plan | Position | (7.0)
  905 | 2016/17 | plan | Position | (7.1)
  QSL | 2016/17 | plan | Position | (14.1)
  nhs-total | 2016/17 | plan | STF in provider plans | 13.6
  nhs-total | 2016/17 | net position | Position | (33.0)
  905 | 2016/17 | net position | Position | (7.1)
  QSL | 2016/17 | net position | Position | (40.1)
  """

private let plan2020 = """
  QSL | 2020/21 | do nothing | Commissioner surplus/(deficit) | (80,658)
  QSL | 2020/21 | do nothing | Provider surplus/(deficit) | (93,967)
  QSL | 2020/21 | do nothing | Total | (174,626)
  QSL | 2020/21 | solutions | Commissioner surplus/(deficit) | 68,993
  QSL | 2020/21 | solutions | Provider surplus/(deficit) | 84,771
  QSL | 2020/21 | solutions | Total | 153,763
  QSL | 2020/21 | do something | Commissioner surplus/(deficit) | (11,666)
  QSL | 2020/21 | do something | Provider surplus/(deficit) | (9,197)
  QSL | 2020/21 | do something | Total | (20,862)
  """
