import Metrics
import Statistics
import Testing

/// What it takes to meet a target, and what is to spare: by whole numbers, so that no rounding decides who has met it.
struct GapTests {
  private func figure(_ metric: MetricID, _ within: Int, _ total: Int, _ unscaled: Int, _ places: Int = 0) -> Figure {
    Given.held(metric, Given.share(within, total), against: Decimal(unscaled, places: places))
  }

  @Test(arguments: [
    (57, 60, 95, 0, 0), (60, 60, 95, 0, 3), (59, 60, 95, 0, 2), (37, 40, 925, 1, 0), (1, 1, 95, 0, 0), (0, 7, 0, 0, 0),
  ])
  func `a target met exactly is met, with nothing to spare`(
    _ within: Int, _ total: Int, _ unscaled: Int, _ places: Int, _ headroom: Int
  ) {
    let figure = figure(.fourHour, within, total, unscaled, places)
    #expect(figure.isMet == true && figure.gap == .zero && figure.headroom == Ratio(headroom))
  }

  @Test(arguments: [
    (56, 60, 95, 0, 1), (55, 60, 95, 0, 2), (36, 40, 925, 1, 1), (0, 1, 95, 0, 1), (6, 7, 100, 0, 1),
  ])
  func `what is missed has a gap in patients, and no headroom`(
    _ within: Int, _ total: Int, _ unscaled: Int, _ places: Int, _ gap: Int
  ) {
    let figure = figure(.fourHour, within, total, unscaled, places)
    #expect(figure.isMet == false && figure.gap == Ratio(gap) && figure.headroom == nil)
  }

  /// 104½ of 128 against 85% needs 109, the half patient above 108.8.
  @Test func `a gap of half patients is the least half that meets the target`() {
    let measurement = Measurement.share(within: Count(halves: 209), of: Count(halves: 256))
    #expect(Given.held(.cancer62Day, measurement, against: Decimal(85)).gap == Ratio(9, 2))
  }

  /// 249.5 − 43.5 of 249.5 against 85% may lose 37.425; of 257 it is 38.55, and 38½ whole halves.
  @Test func `what may breach, and what is to spare, is in halves where patients are shared`() {
    let missed = Measurement.share(within: Count(halves: 427), of: Count(halves: 514))
    #expect(Given.held(.cancer62Day, missed, against: Decimal(85)).allowedBreaches == Ratio(77, 2))
    let met = Measurement.share(within: Count(halves: 183), of: Count(halves: 207))
    let figure = Given.held(.cancer62Day, met, against: Decimal(85))
    #expect(figure.allowedBreaches == Ratio(31, 2))
    #expect(figure.headroom == Ratio(7, 2))
    let whole = Given.held(.fourHour, Given.share(56, 59), against: Decimal(90))
    #expect([whole.allowedBreaches, whole.headroom] == [Ratio(5), Ratio(2)])
  }

  @Test(arguments: [(95, 0), (925, 1), (76, 0), (9046, 2), (1, 0), (100, 0)])
  func `the gap is the least that meets the target, the headroom the most that keeps it`(
    _ unscaled: Int, _ places: Int
  ) {
    let whole = [100, 1000, 10000][places]
    func meets(_ within: Int, _ total: Int) -> Bool { within * whole >= unscaled * total }
    for total in 1...60 {
      for within in 0...total {
        let figure = figure(.fourHour, within, total, unscaled, places)
        if let spare = figure.headroom.flatMap({ Int($0.text(places: 0)) }) {
          #expect(meets(within - spare, total) && !meets(within - spare - 1, total))
        } else if let gap = figure.gap.flatMap({ Int($0.text(places: 0)) }) {
          #expect(gap > 0 && meets(within + gap, total) && !meets(within + gap - 1, total))
        } else {
          Issue.record("\(within) of \(total) stands nowhere")
        }
      }
    }
  }

  @Test(arguments: [
    (300, 1000, 92, 240), (80, 1000, 92, 0), (81, 1000, 92, 2), (5, 5, 92, 5), (0, 10, 92, 0), (9, 10, 0, 0),
  ])
  func `pathways to treat leave a list that meets the target`(
    _ over: Int, _ total: Int, _ percent: Int, _ toTreat: Int
  ) {
    #expect(figure(.incomplete, total - over, total, percent).gap == Ratio(toTreat))
  }

  @Test func `one pathway fewer would not do`() throws {
    func meets(_ over: Int, _ total: Int) -> Bool { (total - over) * 100 >= 92 * total }
    for total in 1...80 {
      for over in 0...total {
        let gap = try #require(figure(.incomplete, total - over, total, 92).gap)
        let toTreat = try #require(Int(gap.text(places: 0)))
        #expect(meets(over - toTreat, total - toTreat))
        #expect(toTreat == 0 || !meets(over - toTreat + 1, total - toTreat + 1))
      }
    }
  }

  @Test func `nobody at all stands nowhere, and the largest counts do not overflow`() {
    let nobody = figure(.fourHour, 0, 0, 95)
    #expect(nobody.isMet == nil && nobody.gap == nil && nobody.headroom == nil)
    let largest = figure(.fourHour, .max, .max, 95_123_456_789_012, 12)
    #expect(largest.isMet == true && largest.gap == .zero && largest.headroom != nil)
    #expect(figure(.incomplete, 0, .max, 95_123_456_789_012, 12).gap != nil)
  }

  @Test(arguments: [(-1, 0), (101, 0), (1001, 1), (50, 13), (50, -1)])
  func `a target outside 0 to 100 percent is none`(_ unscaled: Int, _ places: Int) {
    #expect(TargetShare(unscaled: unscaled, places: places) == nil)
  }
}
