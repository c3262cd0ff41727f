/// The search for patterns among the points of one group; no pattern crosses a rebase.
///
/// Every point of a pattern is marked, the earlier ones in retrospect. Rules are applied in reverse order of rank, so
/// that the label that remains is the first that applies: outside, trend, two in three, run.
/// - Source: NHSRplotthedots 0.2.2.
struct SpecialCauseSearch {
  /// The rows of the group.
  let rows: Range<Int>
  /// The options, which say which patterns count.
  let options: ControlChartOptions

  /// Labels the points of the group.
  func label(_ points: inout MutableSpan<ControlPoint>) {
    labelRuns(&points)
    labelTwoInThree(&points)
    labelTrends(&points)
    for index in rows where points[index].isOutside {
      points[index].rule = points[index].side > 0 ? .aboveUpperLimit : .belowLowerLimit
    }
  }

  /// Labels stretches on one side of the mean; a point on the mean, or a missing one, ends a stretch.
  private func labelRuns(_ points: inout MutableSpan<ControlPoint>) {
    let length = options.runLength.rawValue
    var side: Int8 = 0
    var streak = 0
    for index in rows {
      streak = points[index].side == side ? streak + 1 : 1
      side = points[index].side
      guard streak >= length, side != 0 else { continue }
      for member in (streak == length ? index - length + 1 : index)...index {
        points[member].rule = side > 0 ? .runAbove : .runBelow
      }
    }
  }

  /// Labels windows of exactly three points on one side with two near the limit; no window extends beyond an end.
  private func labelTwoInThree(_ points: inout MutableSpan<ControlPoint>) {
    for last in rows.dropFirst(2) {
      let side = points[last].side
      guard nearness(points[last - 2]) + nearness(points[last - 1]) + nearness(points[last]) >= 2,
        side != 0, points[last - 1].side == side, points[last - 2].side == side
      else { continue }
      for index in (last - 2)...last where nearness(points[index]) > 0 {
        points[index].rule = side > 0 ? .twoInThreeAbove : .twoInThreeBelow
      }
    }
  }

  /// 1 for a point that counts as near its limit, otherwise 0.
  private func nearness(_ point: ControlPoint) -> Int {
    point.isCloseToLimits || (options.countsOutsideInTwoInThree && point.isOutside) ? 1 : 0
  }

  /// Labels stretches of steps that all rise or all fall; an equal or a missing value ends a stretch.
  ///
  /// A point between two trends is labelled with the later one. The last point of a trend that is followed directly by
  /// another is labelled by the step between them, which can go the opposite way. This is odd, but it is what the
  /// reference does.
  private func labelTrends(_ points: inout MutableSpan<ControlPoint>) {
    let steps = options.trendLength.rawValue - 1
    var direction = 0
    var streak = 0
    var lastInTrend: Int?
    for index in rows.dropFirst() {
      let step = step(to: index, in: points)
      streak = step == direction ? streak + 1 : 1
      direction = step
      guard streak >= steps, direction != 0 else { continue }
      let first = streak == steps ? index - steps : index
      if streak == steps, lastInTrend == first - 1 {
        points[first - 1].rule = trend(self.step(to: first, in: points))
      }
      for member in first...index { points[member].rule = trend(direction) }
      lastInTrend = index
    }
  }

  private func trend(_ step: Int) -> ControlRule { step > 0 ? .trendIncreasing : .trendDecreasing }

  /// 1 when the value rises to this point, -1 when it falls, 0 when it does neither or when one of the two is missing.
  private func step(to index: Int, in points: borrowing MutableSpan<ControlPoint>) -> Int {
    guard let value = points[index].value, let previous = points[index - 1].value else { return 0 }
    return (value > previous ? 1 : 0) - (value < previous ? 1 : 0)
  }
}
