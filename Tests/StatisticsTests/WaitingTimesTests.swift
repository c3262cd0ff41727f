import Statistics
import Testing

struct WaitingTimesTests {
  /// A list with these numbers in its first weeks, and in its open band.
  static func list(_ weeks: [UInt32], open: UInt32 = 0, closedWeeks: Int = 52) -> WaitingTimes? {
    WaitingTimes(bands: weeks + [UInt32](repeating: 0, count: closedWeeks - weeks.count) + [open])
  }

  /// 10, 20, 30 and 40 in the first four weeks. The 50th of 100 is the 20th of the 30 in the third week: 2 + 20 ÷ 30.
  /// The 92nd is the 32nd of the 40 in the fourth: 3 + 32 ÷ 40.
  @Test(arguments: [(10, 1.0), (30, 2.0), (50, 2.0 + 20.0 / 30), (60, 3.0), (92, 3.8), (100, 4.0)])
  func `a percentile lies evenly inside its week`(_ percent: Int, _ weeks: Double) throws {
    #expect(try #require(Self.list([10, 20, 30, 40])).percentile(percent) == .weeks(weeks))
  }

  @Test func `median and 92nd percentile are the 50th and the 92nd`() throws {
    let list = try #require(Self.list([10, 20, 30, 40], closedWeeks: 104))
    #expect(list.median == .weeks(2 + 20.0 / 30))
    #expect(list.percentile92 == .weeks(3.8))
    #expect(list.closedWeeks == 104)
  }

  @Test func `one patient has waited half way into the week`() throws {
    #expect(try #require(Self.list([0, 0, 0, 1])).median == .weeks(3.5))
  }

  @Test(arguments: [52, 104])
  func `in the open band there is only a least wait`(_ closedWeeks: Int) throws {
    let list = try #require(Self.list([91], open: 9, closedWeeks: closedWeeks))
    #expect(list.percentile(91) == .weeks(1))
    #expect(list.percentile92 == .atLeast(weeks: closedWeeks))
  }

  @Test func `an empty list has no waits`() throws {
    let list = try #require(Self.list([]))
    #expect(list.median == nil)
    #expect(list.total == 0)
    #expect(list.over(weeks: 18) == 0)
  }

  @Test func `counts split at any whole week up to the open band`() throws {
    let weeks = (0..<52).map { UInt32($0 + 1) }
    let list = try #require(Self.list(weeks, open: 7))
    #expect(list.total == 1378 + 7)
    #expect(list.within(weeks: 18) == 171)
    #expect(list.over(weeks: 18) == 1385 - 171)
    #expect(list.over(weeks: 52) == 7)
    #expect(list.over(weeks: 0) == list.total)
    #expect(list.over(weeks: 65) == nil)
    #expect(list.over(weeks: -1) == nil)
    #expect(list.tippingOver(weeks: 18) == 18)
    #expect(list.tippingOver(weeks: 53) == nil)
    #expect(list.tippingOver(weeks: 0) == nil)
  }

  @Test(arguments: [0, 1, 52, 54, 104, 106])
  func `another number of bands is no list`(_ count: Int) {
    #expect(WaitingTimes(bands: [UInt32](repeating: 1, count: count)) == nil)
  }

  @Test func `the largest bands do not overflow`() throws {
    let list = try #require(WaitingTimes(bands: [UInt32](repeating: .max, count: 105)))
    #expect(list.median == .weeks(52.5))
  }
}
