import Testing

@testable import Metrics

/// What needs attention, by the one rule of `docs/metrics.md`.
@Suite struct ExceptionTests {
  /// 24 months around a level, the last one on its own.
  private static func months(_ code: OrganisationCode, level: Int, last: Int) -> [Observation] {
    let values = (0..<23).map { level + ($0 % 2 == 0 ? -5 : 5) } + [last]
    return SmallBoard.months(values, from: 2016, 3, code: code)
  }

  private func exceptions(_ observations: [Observation]) -> [Exception] {
    SmallBoard.board(observations).exceptions(of: "QZ9", ViewSettings())
  }

  @Test func `a special cause that is failing comes before one, and that before a larger gap without either`() {
    let found = exceptions(
      Self.months("RZ1", level: 940, last: 930) + Self.months("RZ2", level: 970, last: 930)
        + Self.months("RZ3", level: 900, last: 850))
    #expect(found.map(\.organisation.code) == ["RZ3", "RZ2", "RZ1"])
    #expect(found.map(\.isConcerning) == [true, true, false])
    #expect(found.map(\.isFailing) == [true, false, false])
    let shares = found.map { ($0.figure.value ?? .zero).text(places: 1) }
    let sentence =
      "Three trusts miss 95%. First comes \(shares[0])%, a special cause of concern that will miss it; then "
      + "\(shares[1])%, a special cause of concern; then \(shares[2])% with neither."
    #expect(MetricsPage.text.contains("*Example.* " + sentence), Comment(rawValue: sentence))
  }

  @Test func `within a rank what is new stands on top, then the larger gap`() {
    let found = exceptions(
      Self.months("RZ1", level: 900, last: 905) + Self.months("RZ2", level: 970, last: 930)
        + Self.months("RZ3", level: 890, last: 895))
    #expect(found.map(\.organisation.code) == ["RZ2", "RZ3", "RZ1"])
    #expect(found.map(\.rank) == [1, 1, 1])
    #expect(found.map(\.isNew) == [true, false, false])
    #expect(found[1].severity > found[2].severity)
  }

  /// 17 months that alternate around 97%, then some at 96.2%: on one side of the mean, and inside the limits.
  private static func run(of count: Int) -> [Observation] {
    SmallBoard.months((0..<17).map { $0 % 2 == 0 ? 975 : 965 } + Array(repeating: 962, count: count), from: 2016, 3)
  }

  @Test(arguments: [(7, true), (8, false)])
  func `a run is new in the month that makes it one, though it marks the months before looking back`(
    count: Int, isNew: Bool
  ) {
    let found = exceptions(Self.run(of: count))
    #expect(found.map(\.isConcerning) == [true])
    #expect(found.map(\.isNew) == [isNew])
    #expect(exceptions(Self.run(of: 6)).isEmpty)
  }

  @Test func `what improved the month before and is a concern now is new`() {
    let found = exceptions(
      SmallBoard.months((0..<22).map { $0 % 2 == 0 ? 970 : 975 } + [999, 952], from: 2016, 3))
    #expect(found.map(\.isConcerning) == [true])
    #expect(found.map(\.isNew) == [true])
  }

  /// 94.187% and 93.813% in turn: the upper limit is just above 95% after the higher, just below after the lower.
  @Test(arguments: [(23, false, false), (24, true, true)])
  func `what begins to fail is new, though it missed its target all along`(
    months: Int, isFailing: Bool, isNew: Bool
  ) {
    let values = (0..<months).map { $0 % 2 == 0 ? 94_187 : 93_813 }
    let found = exceptions(SmallBoard.months(values, from: 2016, 3, of: 100_000))
    #expect(found.map(\.isConcerning) == [false])
    #expect(found.map(\.isFailing) == [isFailing])
    #expect(found.map(\.isNew) == [isNew])
  }

  @Test func `a special cause of concern is listed though it meets its target`() {
    let found = exceptions(Self.months("RZ1", level: 990, last: 960))
    #expect(found.map(\.isConcerning) == [true])
    #expect(found.map(\.figure.isMet) == [true])
  }

  @Test func `a figure out of fewer than 20 is flagged, and stands after the others of its rank`() {
    let found = exceptions([
      SmallBoard.share(.fourHour, "RZ1", 2018, 2, 2, 13), SmallBoard.share(.fourHour, "RZ2", 2018, 2, 9300, 10000),
    ])
    #expect(found.map(\.organisation.code) == ["RZ2", "RZ1"])
    #expect(found.map(\.isSmall) == [false, true])
  }

  @Test func `improvements are listed apart`() {
    let board = SmallBoard.board(Self.months("RZ1", level: 900, last: 950) + Self.months("RZ2", level: 900, last: 905))
    #expect(board.improvements(of: "QZ9", ViewSettings()).map(\.organisation.code) == ["RZ1"])
    #expect(board.exceptions(of: "QZ9", ViewSettings()).map(\.organisation.code) == ["RZ2"])
  }
}
