import Statistics
import Testing

struct MonthInProgressTests {
  /// Eight weeks of a hundred a day that end on a Sunday, with 140 on Mondays.
  static let weeks: [Int?] = (0..<56).map { $0 % 7 == 0 ? 140 : 100 }
  static let steady = [Int?](repeating: 100, count: 56)

  static func month(
    seen: Int = 2100, breaches: Int, days: [Int?] = steady, left: Int = 10, percent: Int = 95
  ) throws -> MonthInProgress? {
    let target = try #require(TargetShare(unscaled: percent))
    return MonthInProgress(seen: seen, breaches: breaches, recentDays: days, daysLeft: left, target: target)
  }

  /// 21 days with 2,100 seen, ten to come with 1,000: 5% of 3,100 is 155, of which 100 are used.
  /// The 1,000 to come may breach 55: 94.5% is needed.
  @Test func `what is allowed is what the whole month allows, less what has happened`() throws {
    let month = try #require(try Self.month(breaches: 100))
    #expect(month.expected == 1000)
    #expect(month.allowed == 55)
    #expect(month.needed.map { ($0 - 94.5).magnitude < 1e-9 } == true)
    #expect(month.outOfReachBy == nil)
  }

  @Test(arguments: [(155, 0, Int?.none), (156, -1, 1), (160, -5, 5)])
  func `out of reach is said by how many`(_ breaches: Int, _ allowed: Int, _ outOfReachBy: Int?) throws {
    let month = try #require(try Self.month(breaches: breaches))
    #expect(month.allowed == allowed)
    #expect(month.outOfReachBy == outOfReachBy)
    #expect((month.needed == nil) == (outOfReachBy != nil))
  }

  @Test(arguments: [(0, 0.0), (1, 140), (2, 240), (7, 740), (8, 880)])
  func `a day left brings what its own weekday brought`(_ left: Int, _ expected: Double) throws {
    #expect(try Self.month(breaches: 0, days: Self.weeks, left: left)?.expected == expected)
  }

  @Test func `a day without a return leaves the other weeks' mean`() throws {
    var days = Self.weeks
    days[0] = nil
    days[7] = 210
    let month = try #require(try Self.month(breaches: 0, days: days, left: 1))
    #expect(month.expected == 150)
  }

  @Test func `days more than eight weeks ago do not count`() throws {
    #expect(try Self.month(breaches: 0, days: [9999, 9999] + Self.weeks, left: 8)?.expected == 880)
  }

  @Test func `a weekday never seen makes the month unknown`() throws {
    #expect(try Self.month(breaches: 0, days: [100, 100], left: 7) == nil)
    #expect(try Self.month(breaches: 0, days: [100, 100], left: 5) == nil)
    #expect(try Self.month(breaches: 0, days: [], left: 0)?.allowed == 105)
    #expect(try Self.month(breaches: 2101, days: [], left: 0) == nil)
  }

  @Test func `a fraction of a breach is not allowed`() throws {
    #expect(try Self.month(seen: 39, breaches: 0, days: [], left: 0)?.allowed == 1)
    #expect(try Self.month(seen: 19, breaches: 0, days: [], left: 0)?.allowed == 0)
  }

  @Test func `where every one to come may breach, nothing is needed`() throws {
    #expect(try Self.month(seen: 100_000, breaches: 0, left: 1)?.needed == 0)
    #expect(try Self.month(breaches: 0, left: 0)?.needed == nil)
  }
}
