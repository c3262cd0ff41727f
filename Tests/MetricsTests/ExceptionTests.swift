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
    SmallBoard.board(observations).exceptions(of: "QZ9", Outlook())
  }

  @Test func `a special cause that is failing comes before one, and that before a larger gap without either`() {
    let found = exceptions(
      Self.months("RZ1", level: 940, last: 930) + Self.months("RZ2", level: 970, last: 930)
        + Self.months("RZ3", level: 900, last: 850))
    #expect(found.map(\.organisation.code) == ["RZ3", "RZ2", "RZ1"])
    #expect(found.map(\.isConcerning) == [true, true, false])
    #expect(found.map(\.isFailing) == [true, false, false])
  }

  @Test func `new is what met its target the period before, or was no special cause`() {
    let found = exceptions(Self.months("RZ2", level: 970, last: 930) + Self.months("RZ1", level: 900, last: 905))
    #expect(found.map(\.organisation.code) == ["RZ1", "RZ2"])
    #expect(found.map(\.isNew) == [false, true])
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
    #expect(board.improvements(of: "QZ9", Outlook()).map(\.organisation.code) == ["RZ1"])
    #expect(board.exceptions(of: "QZ9", Outlook()).map(\.organisation.code) == ["RZ2"])
  }
}
