/// The choices for a control chart.
///
/// Each option defaults to that of the reference implementation.
/// - Source: NHSRplotthedots 0.2.2; Making Data Count where a setting says so.
public struct ControlChartOptions: Sendable, Equatable {
  /// The direction in which the measure improves.
  public var improvement: ImprovementDirection
  /// How many rows at the start of each group set its mean and limits: 12 or more; `nil` for all of them.
  ///
  /// A missing row counts. A baseline longer than the group is the whole group.
  public var baseline: Int?
  /// Whether moving ranges of 3.267 average moving ranges or more are left out of the limits.
  ///
  /// Making Data Count's Excel tool never leaves them out.
  public var screensOutliers: Bool
  /// Where new groups begin: positions in the series from 0, in any order; repeated positions count once.
  public var rebaseIndices: [Int]
  /// The target, in the unit of the values; `nil` when there is none. Only assurance depends on it.
  public var target: Double?
  /// Whether points outside the limits count towards two in three, as Making Data Count announced in November 2023.
  public var countsOutsideInTwoInThree: Bool
  /// How many points on one side of the mean make a run.
  public var runLength: PatternLength
  /// How many points each above, or each below, the one before make a trend.
  public var trendLength: PatternLength

  /// The shortest baseline the reference accepts.
  public static let shortestBaseline = 12

  /// The reference's options, with the changes given.
  public init(
    improvement: ImprovementDirection = .increase, baseline: Int? = nil, screensOutliers: Bool = true,
    rebaseIndices: [Int] = [], target: Double? = nil, countsOutsideInTwoInThree: Bool = false,
    runLength: PatternLength = .seven, trendLength: PatternLength = .seven
  ) {
    self.improvement = improvement
    self.baseline = baseline
    self.screensOutliers = screensOutliers
    self.rebaseIndices = rebaseIndices
    self.target = target
    self.countsOutsideInTwoInThree = countsOutsideInTwoInThree
    self.runLength = runLength
    self.trendLength = trendLength
  }

  /// Throws the reason why these values cannot have a chart.
  func check(_ values: [Double?]) throws(ControlChartError) {
    if let baseline, baseline < Self.shortestBaseline { throw .baselineTooShort(baseline) }
    for index in rebaseIndices where !values.indices.contains(index) {
      throw .rebaseOutsideSeries(index: index, count: values.count)
    }
    for index in values.indices {
      if let value = values[index], !Self.isUsable(value) { throw .unusableValue(index: index) }
    }
    if let target, !Self.isUsable(target) { throw .unusableTarget }
  }

  /// Whether a sum of such numbers is certain to stay finite.
  private static func isUsable(_ number: Double) -> Bool { number.magnitude <= 1e200 }

  /// The groups of a series of `count` rows: the number and the rows of each.
  ///
  /// A rebase on the first row makes that group number 1 and changes nothing else, as in the reference.
  func groups(count: Int) -> [(number: Int, rows: Range<Int>)] {
    guard count > 0 else { return [] }
    var starts: [Int] = []
    for index in rebaseIndices.sorted() where starts.last != index { starts.append(index) }
    var groups: [(number: Int, rows: Range<Int>)] = []
    if starts.first != 0 { groups.append((0, 0..<(starts.first ?? count))) }
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : count
      groups.append((position + 1, start..<end))
    }
    return groups
  }
}
