import Statistics
import Testing

@testable import Metrics

/// A sum without everybody: what is said of it, and what is not.
struct IncompleteSumTests {
  private let providers = ["RA", "RB"].map { Given.provider(OrganisationCode($0)) }

  private func board(_ figures: [Observation], _ organisations: [Organisation]? = nil, targets: [Target] = []) -> Board
  {
    Board(Given.system(organisations ?? providers, targets: targets), [Given.file(figures)])
  }

  private func figure(
    _ board: Board, _ metric: MetricID, _ period: String, of code: OrganisationCode = "SYS"
  ) -> Figure? {
    let period = Given.period(period)
    return board.figure(Series.Key(metric, code), in: period)
  }

  /// Figures of both organisations in a first period, and of the first alone in a second.
  private func oneMissing(_ metric: MetricID, _ first: String, _ second: String, _ measurement: Measurement)
    -> [Observation]
  {
    [
      Given.figure(metric, "RA", first, measurement), Given.figure(metric, "RB", first, measurement),
      Given.figure(metric, "RA", second, measurement),
    ]
  }

  @Test(arguments: [
    (MetricID.fourHour, "2018-02", "2018-03", Given.share(99, 100)),
    (.fourHour, "2018-03-01", "2018-03-02", Given.share(99, 100)),
    (.fourHour, "2017/18 Q3", "2017/18 Q4", Given.share(99, 100)),
    (.incomplete, "2018-02", "2018-03", Given.share(99, 100)),
    (.category2, "2018-02", "2018-03", .mean(total: 60_000, of: 100)),
  ])
  func `a percentage or mean without everybody keeps its distance, and is neither met nor missed`(
    metric: MetricID, first: String, second: String, measurement: Measurement
  ) throws {
    let board = board(oneMissing(metric, first, second, measurement))
    let whole = try #require(figure(board, metric, first))
    let partial = try #require(figure(board, metric, second))
    #expect(whole.isMet == true)
    #expect(partial.value == whole.value)
    #expect(partial.variance == whole.variance)
    #expect(partial.isMet == nil && partial.gap == nil && partial.headroom == nil)
    #expect(partial.note == "1 of 2 returned")
    #expect(partial.coverage == Coverage(returned: 1, expected: 2))
  }

  @Test(arguments: [MetricID.over52Weeks, .twelveHour, .delayedDays])
  func `a count without everybody has no distance to a target, which is for the whole`(metric: MetricID) throws {
    let target = Target(metric, kind: .standard, value: Decimal(0), source: "test")
    let figures = oneMissing(metric, "2018-02", "2018-03", .count(Count(5)))
    let board = board(figures, targets: [target])
    #expect(figure(board, metric, "2018-02")?.variance == Ratio(10))
    let partial = try #require(figure(board, metric, "2018-03"))
    #expect(partial.variance == nil && partial.isMet == nil && partial.gap == nil)
    #expect(partial.target != nil)
  }

  @Test func `months of an incomplete sum are out of the chart, and nothing is said of the last`() {
    var figures: [Observation] = []
    for offset in 0..<24 {
      let month = Period.month(Given.month("2016-04").advanced(by: offset)).text
      figures.append(Given.figure(.fourHour, "RA", month, Given.share(970 + offset % 3, 1000)))
      if offset < 23 { figures.append(Given.figure(.fourHour, "RB", month, Given.share(1600 + offset % 3, 2000))) }
    }
    let board = board(figures)
    let charted = board.charted(Series.Key(.fourHour, "SYS"), upTo: Given.period("2018-03"), grain: .month)
    #expect(charted.slots.last?.value == nil)
    #expect(charted.isPartial && !charted.isSettled)
    #expect(charted.valueCount == 23)
    #expect(charted.remark == "1 incomplete total left out")
    #expect(
      board.projection(Series.Key(.fourHour, "SYS"), charted) == .none("no projection: an organisation made no return"))
    let before = board.charted(Series.Key(.fourHour, "SYS"), upTo: Given.period("2018-02"), grain: .month)
    #expect(before.isSettled)
    #expect(board.improvements(of: "SYS", ViewSettings()).filter { $0.organisation.code == "SYS" }.isEmpty)
  }

  @Test(arguments: [
    (MetricID.fourHour, Given.share(4000, 4187), "no return for March 2018: usually 4,200 attendances"),
    (.incomplete, Given.share(90, 96), "no return for March 2018: usually 96 pathways"),
    (.category2, .mean(total: 1_200_000, of: 1050), "no return for March 2018: usually 1,100 incidents"),
    (.fourHour, Given.rate("93.4"), "no return for March 2018"),
  ])
  func `who made no return stands in what needs attention, with what is usual`(
    metric: MetricID, measurement: Measurement, sentence: String
  ) {
    let board = board([
      Given.figure(metric, "RA", "2018-02", measurement), Given.figure(metric, "RB", "2018-02", measurement),
      Given.figure(metric, "RA", "2018-03", measurement),
    ])
    let missing = board.exceptions(of: "SYS", ViewSettings()).filter { !$0.absence.isEmpty }
    #expect(missing.map(\.organisation.code) == ["RB"])
    #expect(missing.map(\.absence) == [sentence])
    #expect(missing.map(\.isNew) == [true])
  }

  @Test func `who never returns, or has ended, is not missing and stops no sum`() {
    let organisations = providers + [Given.provider("RC", to: "2018-02"), Given.provider("RD")]
    let board = board(
      [
        Given.figure(.fourHour, "RA", "2018-02", Given.share(99, 100)),
        Given.figure(.fourHour, "RC", "2018-02", Given.share(99, 100)),
        Given.figure(.fourHour, "RA", "2018-03", Given.share(99, 100)),
        Given.figure(.incomplete, "RD", "2018-02", Given.share(99, 100)),
      ], organisations)
    #expect(figure(board, .fourHour, "2018-03")?.isMet == true)
    #expect(board.exceptions(of: "SYS", ViewSettings()).filter { !$0.absence.isEmpty }.isEmpty)
  }

  @Test func `a sum beside rates or a hidden number is not met, and says why`() {
    let rates = board([
      Given.figure(.fourHour, "RA", "2018-03", Given.share(99, 100)),
      Given.figure(.fourHour, "RB", "2018-03", Given.rate("94.9")),
    ])
    #expect(figure(rates, .fourHour, "2018-03")?.isMet == nil)
    #expect(figure(rates, .fourHour, "2018-03")?.note == "1 of 2 returned, 1 without counts")
    let hidden = board([
      Given.figure(.fourHour, "RA", "2018-03", Given.share(99, 100)),
      Given.figure(.fourHour, "RB", "2018-03", .suppressed),
    ])
    #expect(figure(hidden, .fourHour, "2018-03")?.isMet == nil)
    #expect(figure(hidden, .fourHour, "2018-03")?.note == "1 of 2 returned, 1 suppressed")
  }

  @Test func `places and groups obey the same rule, each for its own`() {
    let organisations = [
      Given.organisation("west", .place), Given.organisation("east", .group), Given.provider("RA", in: "west"),
      Given.provider("RB", in: "west"), Given.provider("RC", in: "east"),
    ]
    let board = board(
      oneMissing(.fourHour, "2018-02", "2018-03", Given.share(99, 100)) + [
        Given.figure(.fourHour, "RC", "2018-02", Given.share(99, 100)),
        Given.figure(.fourHour, "RC", "2018-03", Given.share(99, 100)),
      ], organisations)
    #expect(figure(board, .fourHour, "2018-03", of: "west")?.isMet == nil)
    #expect(figure(board, .fourHour, "2018-03", of: "east")?.isMet == true)
    #expect(figure(board, .fourHour, "2018-03")?.note == "2 of 3 returned")
  }

  @Test func `money without everybody has no variance, and whoever states none is named`() {
    func row(_ code: OrganisationCode, _ month: String) -> FinancePosition {
      FinancePosition(
        organisation: code, month: Given.month(month), controlTotal: Given.millions("6.0"),
        planToDate: Given.millions("5.5"), actualToDate: Given.millions("-11.0"), forecast: Given.millions("-12.0"),
        rows: RowSpan(line: 2))
    }
    for (first, second) in [("2018-01", "2018-02"), ("2018-03", "2018-04")] {
      let finance = FinanceRecords(positions: [row("RA", first), row("RB", first), row("RA", second)])
      let board = Board(Given.system(providers), [Given.file("money.csv", finance: finance)])
      #expect(figure(board, .controlTotal, first)?.isMet == false)
      for metric in [MetricID.controlTotal, .yearToDate] {
        let partial = board.figure(Series.Key(metric, "SYS"), in: Given.period(second))
        #expect(partial?.value != nil)
        #expect(partial?.variance == nil && partial?.isMet == nil && partial?.gap == nil)
        #expect(partial?.note == "1 of 2 returned")
        #expect(partial?.coverage == Coverage(returned: 1, expected: 2))
      }
      #expect(
        board.exceptions(of: "SYS", ViewSettings()).contains { $0.organisation.code == "RB" && !$0.absence.isEmpty })
    }
  }

  @Test func `a commissioner's figure without every provider is not judged either`() {
    let commissioners = providers + [Given.organisation("C1", .commissioner)]
    let board = board(
      [
        Given.figure(.incomplete, "RA", "2018-01", Given.share(95, 100)),
        Given.figure(.incomplete, "RB", "2018-01", Given.share(95, 100)),
        Given.figure(.incomplete, "RA", "2018-02", Given.share(95, 100)),
        Given.figure(.incomplete, "C1", "2018-02", Given.share(95, 100)),
      ], commissioners)
    #expect(figure(board, .incomplete, "2018-02", of: "C1")?.isMet == nil)
  }
}
