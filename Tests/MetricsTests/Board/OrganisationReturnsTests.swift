import Testing

@testable import Metrics

/// Periods that are made up of shorter ones, where organisations return periods of several lengths.
@Suite struct OrganisationReturnsTests {
  private static let start = Month(index: 2017 * 12 + 3)

  /// What is returned: every so many days, months, quarters or years, as a bit pattern says, with gaps.
  private static func points(_ pattern: Int) -> [SeriesPoint] {
    var periods: [Period] = []
    let first = start.firstDay
    if pattern & 1 != 0 { periods += (0..<120).filter { $0 % 41 != 40 }.map { .day(first.advanced(by: $0)) } }
    if pattern & 2 != 0 { periods += (0..<14).filter { $0 != 7 }.map { .month(start.advanced(by: $0)) } }
    if pattern & 4 != 0 {
      periods += (0..<3).compactMap { Period.month(start.advanced(by: $0 * 3)).rolledUp(to: .quarter) }
    }
    if pattern & 8 != 0 { periods += [.year(start.nhsYear)] }
    if pattern & 16 != 0 { periods += [.yearToDate(start.advanced(by: 5)), .undated] }
    return periods.sorted().enumerated().map { number, period in
      let measurement: Measurement =
        number % 11 == 10
        ? .notReturned : number % 7 == 6 ? .suppressed : .share(within: Count(number), of: Count(number + 3))
      return SeriesPoint(
        period: period, measurement: measurement, origin: .published(contribution: 0, rows: RowSpan(line: number + 2)))
    }
  }

  @Test(arguments: 1..<32, [Metric.RollUp.flow, .snapshot])
  func `what nobody returned a period as long as need not be made up`(pattern: Int, rolls: Metric.RollUp) {
    for other in [1, 2, 6, 15, 31] {
      let all = [pattern, other].map(Self.points)
      var returns = all.compactMap { OrganisationReturns(Lifetime(from: nil, to: nil), $0) }
      let published = Set(all.joined().filter { $0.measurement != .notReturned }.map(\.period))
      let lengths = all.map { Set($0.map(\.period.grain)) }
      let isAlike = lengths[0].count == 1 && lengths[0] == lengths[1]
      let expected = all.map { points in
        isAlike
          ? points
          : OverTime.completed(points, rolls: rolls).filter { !$0.origin.isOverTime || published.contains($0.period) }
      }
      OrganisationReturns.complete(&returns, rolls: rolls)
      let isTheSame = returns.map(\.points) == expected
      #expect(isTheSame, "\(pattern) beside \(other)")
    }
  }

  @Test func `a longer period is the same sum whatever order its points come in`() {
    let days = Self.points(1)
    let months = OverTime(to: .month, rolls: .flow)
    let mixed = [0, 1, 2].flatMap { rest in days.indices.filter { $0 % 3 == rest }.map { days[$0] } }
    let inOrder = months.points(days).sorted { $0.period < $1.period }
    #expect(inOrder == months.points(mixed).sorted { $0.period < $1.period })
    #expect(inOrder.count == 4)
  }
}
