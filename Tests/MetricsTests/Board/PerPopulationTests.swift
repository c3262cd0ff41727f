import Testing

@testable import Metrics

/// Bed-days and emergency admissions for every 1,000 people.
struct PerPopulationTests {
  private static let admissions = MetricID.emergencyAdmissions
  private static let perThousand = MetricID.emergencyAdmissionsPer1000

  private func board(
    _ figures: [Observation], population: Int? = 560_000, targets: [Target] = [], ccg: Int? = nil
  ) -> Board {
    var commissioner = Given.organisation("11X", .commissioner)
    commissioner.stated.population = ccg
    return Board(
      Given.system(
        [Given.provider("RZ1"), Given.provider("RZ2"), commissioner], targets: targets,
        stated: StatedSize(population: population)),
      [Given.file(figures)])
  }

  private func year(_ metric: MetricID, _ code: OrganisationCode, _ counts: [Int]) -> [Observation] {
    counts.enumerated().map { place, count in
      let month = Period.month(Given.month("2015-04").advanced(by: place))
      return Observation(metric, of: code, in: month, .count(Count(count)), rows: RowSpan(line: 2))
    }
  }

  private func local(_ value: String) -> Target {
    Target(
      Self.perThousand, scope: .organisation("SYS"), kind: .local, value: Given.decimal(value), source: "own")
  }

  @Test(arguments: [
    (MetricID.emergencyAdmissions, MetricID.emergencyAdmissionsPer1000, 2800, 2240, 560_000, Ratio(9)),
    (.hospitalBedDays, .bedDaysPer1000, 20_000, 8_000, 560_000, Ratio(50)),
    (.emergencyAdmissions, .emergencyAdmissionsPer1000, 1, 0, 3000, Ratio(1, 3)),
  ])
  func `a system's figure is its count for every 1,000 of its population`(
    count: MetricID, perThousand: MetricID, first: Int, second: Int, population: Int, value: Ratio
  ) {
    let board = board(year(count, "RZ1", [first]) + year(count, "RZ2", [second]), population: population)
    #expect(board.shown(perThousand, "SYS", "2015-04")?.value == value)
    #expect(board.shown(perThousand, "RZ1", "2015-04") == nil)
    #expect(board.metrics.contains { $0.id == perThousand })
  }

  @Test func `a commissioner has its own population, and is not added to the system's`() {
    let figures = year(Self.admissions, "RZ1", [5600]) + year(Self.admissions, "11X", [5000])
    let board = board(figures, ccg: 500_000)
    #expect(board.shown(Self.perThousand, "11X", "2015-04")?.value == Ratio(10))
    #expect(board.shown(Self.perThousand, "SYS", "2015-04")?.value == Ratio(10))
  }

  @Test
  func `a year is of all its months and is held against their targets together, and one that lacks a month is none`() {
    let whole = board(year(Self.admissions, "RZ1", Array(repeating: 5600, count: 12)), targets: [local("9.5")])
    let figure = whole.shown(Self.perThousand, "SYS", "2015/16")
    #expect(figure?.value == Ratio(120))
    #expect(figure?.target?.value.ratio == Ratio(114))
    #expect(figure?.isMet == false)
    #expect(whole.shown(Self.perThousand, "SYS", "2015-04")?.variance == Ratio(1, 2))
    let short = board(year(Self.admissions, "RZ1", Array(repeating: 5600, count: 11)))
    #expect(short.shown(Self.perThousand, "SYS", "2015/16") == nil)
  }

  @Test func `without a population there is no figure, and what is missing is said`() throws {
    let board = board(year(Self.admissions, "RZ1", [5600]), population: nil, targets: [local("9")])
    let figure = try #require(board.shown(Self.perThousand, "SYS", "2015-04"))
    #expect(figure.value == nil && figure.isMet == nil)
    #expect(figure.withoutValue == "the population of System is not stated")
    // Where nobody asks there is no panel.
    let plain = self.board(year(Self.admissions, "RZ1", [5600]), population: nil)
    #expect(!plain.metrics.contains { $0.id == Self.perThousand })
  }

  @Test func `of one of two hospitals it is neither met nor missed`() throws {
    let figures = year(Self.admissions, "RZ1", [5600, 5600]) + year(Self.admissions, "RZ2", [2800])
    let figure = try #require(board(figures, targets: [local("11")]).shown(Self.perThousand, "SYS", "2015-05"))
    #expect(figure.isMet == nil && figure.isPartial)
    #expect(figure.variance == Ratio(-1))
  }

  @Test func `the page has it`() {
    #expect(
      MetricsPage.text.contains(
        "*Example.* 5,600 emergency admissions of 560,000 people in a month are 10.0 per 1,000; twelve such months are 120.0"
      ))
  }
}
