import Testing

@testable import Metrics

/// The parts of a system are summed when they are first asked for. Whatever is asked first, one month or all of them, the
/// answer is the same.
@Suite struct DeferredPartTests {
  private static let part = BreakdownItem("department", "1")

  @Test(arguments: 0..<150)
  func `a month that is asked for alone is the month among all of them`(seed: UInt64) {
    let world = PartWorld(seed: seed)
    for perspective in Perspective.allCases {
      let key = Series.Key(.fourHour, "QZ9", part: Self.part, perspective: perspective)
      let asked = world.board().store
      let whole = world.board().store.points(key)
      #expect(asked.hasPoints(key) == !whole.isEmpty)
      for month in 0..<PartWorld.months + 14 {
        let period = Period.month(PartWorld.first.advanced(by: month))
        #expect(asked.point(key, in: period) == whole.first { $0.period == period }, "\(period.title)")
      }
      #expect(asked.points(key) == whole)
    }
  }

  @Test func `a part is not summed before it is asked for, and then once`() throws {
    let store = PartWorld(seed: 1).board().store
    let number = try #require(store.deferred.keys.min())
    #expect(store.madeOnce.points(number) { [] } == [])
    let other = PartWorld(seed: 1).board().store
    let key = other.names.key(other.table.ids[number])
    #expect(!other.points(key).isEmpty)
    #expect(other.madeOnce.points(number) { [] } == other.points(key))
  }
}

/// Organisations of both roles that begin, end, fall silent, suppress, and return rates, by a seed.
private struct PartWorld {
  static let months = 30
  static let first = Month(year: 2016, month: 1) ?? Month(index: 0)
  private var organisations: [Organisation] = []
  private var observations: [Observation] = []

  init(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func chance(_ of: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % of
    }
    for number in 0..<(2 + Int(chance(4))) {
      let code = OrganisationCode("R0\(number)")
      var organisation = Organisation(code: code, role: chance(3) == 0 ? .commissioner : .provider)
      organisation.parent = "QZ9"
      if chance(4) == 0 { organisation.from = Self.first.advanced(by: Int(chance(20))) }
      if chance(4) == 0 { organisation.to = Self.first.advanced(by: 12 + Int(chance(18))) }
      organisations.append(organisation)
      let begin = Int(chance(10))
      for month in begin..<Self.months where chance(20) != 0 && !(chance(3) == 0 && (8..<24).contains(month)) {
        let measurement: Measurement =
          switch chance(12) {
          case 0: .suppressed
          case 1: .notReturned
          case 2: .rate(Decimal(951, places: 1))
          default: .share(within: Count(Int(chance(90))), of: Count(100))
          }
        observations.append(
          Observation(
            .fourHour, of: code, in: .month(Self.first.advanced(by: month)), part: BreakdownItem("department", "1"),
            measurement, rows: RowSpan(line: month + 2)))
      }
    }
  }

  func board() -> Board { SmallBoard.board(observations, organisations: organisations) }
}
