import Metrics
import Testing

struct RecoveryArithmeticTests {
  static func target(_ unscaled: Int, _ places: Int = 0) throws -> TargetShare {
    try #require(TargetShare(unscaled: unscaled, places: places))
  }

  @Test(arguments: [
    (57, 60, 95, 0, ShareStanding.met(headroom: 0)),
    (56, 60, 95, 0, .missed(gap: 1)),
    (55, 60, 95, 0, .missed(gap: 2)),
    (60, 60, 95, 0, .met(headroom: 3)),
    (37, 40, 925, 1, .met(headroom: 0)),
    (36, 40, 925, 1, .missed(gap: 1)),
    (0, 1, 95, 0, .missed(gap: 1)),
    (1, 1, 95, 0, .met(headroom: 0)),
    (0, 7, 0, 0, .met(headroom: 0)),
    (6, 7, 100, 0, .missed(gap: 1)),
    // Half patients: 104½ of 128 against 85% needs 109, the half patient above 108.8: 4½ more.
    (209, 256, 85, 0, .missed(gap: 9)),
  ])
  func `standing counts patients, and on target is met`(
    _ within: Int, _ total: Int, _ unscaled: Int, _ places: Int, _ standing: ShareStanding
  ) throws {
    let target = try Self.target(unscaled, places)
    #expect(RecoveryArithmetic.standing(within: within, total: total, target: target) == standing)
    if case .met = standing { #expect(standing.gap == 0) }
  }

  @Test(arguments: [(95, 0), (925, 1), (76, 0), (9046, 2), (1, 0), (100, 0)])
  func `the gap is the least that meets the target, the headroom the most that keeps it`(
    _ unscaled: Int, _ places: Int
  ) throws {
    let target = try Self.target(unscaled, places)
    let whole = [100, 1000, 10000][places]
    func meets(_ within: Int, _ total: Int) -> Bool { within * whole >= unscaled * total }
    for total in 1...60 {
      for within in 0...total {
        switch RecoveryArithmetic.standing(within: within, total: total, target: target) {
        case .met(let headroom): #expect(meets(within - headroom, total) && !meets(within - headroom - 1, total))
        case .missed(let gap): #expect(meets(within + gap, total) && !meets(within + gap - 1, total))
        case nil: Issue.record("\(within) of \(total) stands nowhere")
        }
      }
    }
  }

  @Test(arguments: [
    (300, 1000, 92, 240), (80, 1000, 92, 0), (81, 1000, 92, 2), (5, 5, 92, 5), (0, 10, 92, 0), (9, 10, 0, 0),
  ])
  func `pathways to treat leave a list that meets the target`(
    _ over: Int, _ total: Int, _ percent: Int, _ toTreat: Int
  ) throws {
    let target = try Self.target(percent)
    #expect(RecoveryArithmetic.pathwaysToTreat(over: over, total: total, target: target) == toTreat)
  }

  @Test func `one pathway fewer would not do`() throws {
    let target = try Self.target(92)
    func meets(_ over: Int, _ total: Int) -> Bool { (total - over) * 100 >= 92 * total }
    for total in 1...80 {
      for over in 0...total {
        let toTreat = try #require(RecoveryArithmetic.pathwaysToTreat(over: over, total: total, target: target))
        #expect(meets(over - toTreat, total - toTreat))
        #expect(toTreat == 0 || !meets(over - toTreat + 1, total - toTreat + 1))
      }
    }
  }

  @Test func `counts that cannot be stand nowhere, and the largest do not overflow`() throws {
    let target = try Self.target(95_123_456_789_012, 12)
    #expect(RecoveryArithmetic.standing(within: 0, total: 0, target: target) == nil)
    #expect(RecoveryArithmetic.standing(within: -1, total: 5, target: target) == nil)
    #expect(RecoveryArithmetic.standing(within: 6, total: 5, target: target) == nil)
    #expect(RecoveryArithmetic.pathwaysToTreat(over: 6, total: 5, target: target) == nil)
    #expect(RecoveryArithmetic.standing(within: .max, total: .max, target: target)?.gap == 0)
    #expect(RecoveryArithmetic.pathwaysToTreat(over: .max, total: .max, target: target) == .max)
  }

  @Test(arguments: [(-1, 0), (101, 0), (1001, 1), (50, 13), (50, -1)])
  func `a target outside 0 to 100 percent is none`(_ unscaled: Int, _ places: Int) {
    #expect(TargetShare(unscaled: unscaled, places: places) == nil)
  }
}
