/// The search for patterns among the points of one group; no pattern crosses a rebase.
///
/// Every point of a pattern is marked, the earlier ones in retrospect. Rules are looked for in reverse order of rank, so
/// that the label left standing is the first that applies: outside, trend, two in three, run.
/// - Source: NHSRplotthedots 0.2.2.
struct SpecialCauseSearch {
  private(set) var points: [ControlPoint]
  private let options: ControlChartOptions

  /// Labels the points of one group.
  init(_ points: [ControlPoint], options: ControlChartOptions) {
    self.points = points
    self.options = options
    labelRuns()
    labelTwoInThree()
    labelTrends()
    labelOutside()
  }

  private mutating func labelOutside() {
    for index in points.indices where points[index].isOutside {
      points[index].rule = points[index].side > 0 ? .aboveUpperLimit : .belowLowerLimit
    }
  }

  /// Stretches on one side of the mean; a point on the mean, or a missing one, ends a stretch.
  private mutating func labelRuns() {
    var start = 0
    var side = 0
    for index in 0...points.count {
      let next = index < points.count ? points[index].side : 0
      if next == side && index < points.count { continue }
      if side != 0, index - start >= options.runLength.rawValue {
        for member in start..<index { points[member].rule = side > 0 ? .runAbove : .runBelow }
      }
      (start, side) = (index, next)
    }
  }

  /// Windows of exactly three points on one side with two near the limit; none hangs over an end.
  private mutating func labelTwoInThree() {
    guard points.count >= 3 else { return }
    for start in 0...(points.count - 3) {
      let side = points[start].side
      guard side != 0, points[start + 1].side == side, points[start + 2].side == side else { continue }
      let window = start..<(start + 3)
      guard window.count(where: countsAsNear) >= 2 else { continue }
      for index in window where countsAsNear(index) {
        points[index].rule = side > 0 ? .twoInThreeAbove : .twoInThreeBelow
      }
    }
  }

  private func countsAsNear(_ index: Int) -> Bool {
    points[index].isCloseToLimits || (options.countsOutsideInTwoInThree && points[index].isOutside)
  }

  /// A point between two trends takes the later; the last of a trend that is followed at once by another takes the step
  /// between them, which can be the opposite way. That is odd, and it is the reference.
  private mutating func labelTrends() {
    let isInTrend = trendMembers()
    for index in isInTrend.indices where isInTrend[index] {
      let looksAhead = index + 1 < isInTrend.count && isInTrend[index + 1]
      points[index].rule = step(to: looksAhead ? index + 1 : index) > 0 ? .trendIncreasing : .trendDecreasing
    }
  }

  /// Which points lie in a stretch of steps that all rise or all fall; an equal or a missing value ends a stretch.
  private func trendMembers() -> [Bool] {
    var isInTrend = [Bool](repeating: false, count: points.count)
    var start = 0
    var direction = 0
    for index in 1..<max(2, points.count + 1) {
      let next = index < points.count ? step(to: index) : 0
      if next == direction && index < points.count { continue }
      if direction != 0, index - start >= options.trendLength.rawValue {
        for member in start..<index { isInTrend[member] = true }
      }
      (start, direction) = (index - 1, next)
    }
    return isInTrend
  }

  /// 1 when the value rises to this point, -1 when it falls, 0 when it does neither or one of the two is missing.
  private func step(to index: Int) -> Int {
    guard index > 0, let value = points[index].value, let previous = points[index - 1].value else { return 0 }
    return value > previous ? 1 : value < previous ? -1 : 0
  }
}
