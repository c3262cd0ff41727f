import Statistics
import Testing

@testable import Statistics

/// A worked example: values after a baseline of +1, -1 six times, which sets mean 0, limits 5.32 and near limits 3.546….
struct WorkedExample: CustomTestStringConvertible, Sendable {
  let name: String
  let values: [Double?]
  let labels: String
  var improvement = ImprovementDirection.increase

  init(_ name: String, _ values: [Double?], _ labels: String, _ improvement: ImprovementDirection = .increase) {
    (self.name, self.values, self.labels, self.improvement) = (name, values, labels, improvement)
  }

  var testDescription: String { name }

  static let baseline: [Double?] = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1]

  func chart(_ adjust: (inout ControlChartOptions) -> Void = { _ in }) throws -> ControlChart {
    var options = ControlChartOptions(improvement: improvement, baseline: 12)
    adjust(&options)
    return try ControlChart(values: Self.baseline + values, options: options)
  }
}

extension ControlChart {
  /// The labels of the points from a row on: `A+` outside and high, `T` trend, `2` two in three, `R` run, `.` common cause.
  func labels(from start: Int = 0) -> String {
    points[start...].map { point in
      switch point.rule {
      case .commonCause: "."
      case .aboveUpperLimit: "A+"
      case .belowLowerLimit: "A-"
      case .trendIncreasing: "T+"
      case .trendDecreasing: "T-"
      case .twoInThreeAbove: "2+"
      case .twoInThreeBelow: "2-"
      case .runAbove: "R+"
      case .runBelow: "R-"
      }
    }.joined(separator: " ")
  }
}

struct ControlChartTests {
  /// The reference's own answers.
  static let examples = [
    WorkedExample("B01 outside", [0, 6, 0], ". A+ ."),
    WorkedExample("B03 on a limit is inside", [5.32, 0, -5.32, 0], ". . . ."),
    WorkedExample("B04 one bit beyond", [(5.32).nextUp, 0, (-5.32).nextDown, 0], "A+ . A- ."),
    WorkedExample("C01 six on one side", [-2, 1, 2, 1, 2, 1, 2, -1], ". . . . . . . ."),
    WorkedExample("C02 seven on one side", [-2, 1, 2, 1, 2, 1, 2, 1, -1], ". R+ R+ R+ R+ R+ R+ R+ ."),
    WorkedExample("C04 on the mean breaks a run", [-2, 1, 2, 1, 0, 2, 1, 2, 1, 2, 1, -1], ". . . . . . . . . . . ."),
    WorkedExample("D01 seven rising", [-3, -2, -1, 0, 1, 2, 3, 2], "T+ T+ T+ T+ T+ T+ T+ ."),
    WorkedExample("D02 six rising", [-2, -3, -2, -1, 0, 1, 2, 1], ". . . . . . . ."),
    WorkedExample("D03 a repeat breaks a trend", [-3, -2, -1, -1, 0, 1, 2, 3, 2], ". . . . . . . . ."),
    WorkedExample("D04 seven falling", [3, 2, 1, 0, -1, -2, -3, 0], "T- T- T- T- T- T- T- ."),
    WorkedExample(
      "D09 a trend after a trend", [-3, -2, -1, 0, 1, 2, 3, -3, -2, -1, 0, 1, 2, 3],
      "T+ T+ T+ T+ T+ T+ T- T+ T+ T+ T+ T+ T+ T+"),
    WorkedExample(
      "D10 a tie between trends", [-3, -2.5, -2, -1.5, -1, -0.5, 0.5, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 3],
      "T+ T+ T+ T+ T+ T+ T- T+ T+ T+ T+ T+ T+ T+ R+"),
    WorkedExample("D13 outside beats trend", [-1, 0, 1, 2, 3, 4, 6, 0], "T+ T+ T+ T+ T+ T+ A+ ."),
    WorkedExample("D14 a fall above the mean", [3.5, 3, 2.5, 2, 1.5, 1, 0.5, -1], "T- T- T- T- T- T- T- T-"),
    WorkedExample("E01 two near", [-1, 1, 4, 4, 1, -1], ". . 2+ 2+ . ."),
    WorkedExample("E02 one between", [-1, 4, 1, 4, -1], ". 2+ . 2+ ."),
    WorkedExample("E03 no three on one side", [-1, 4, 4, -1, 1], ". . . . ."),
    WorkedExample("E05 the third on the other side", [1, 4, -1, 4, 1], ". . . . ."),
    WorkedExample("E06 outside is not near", [-1, 6, 4, 1, -1], ". A+ . . ."),
    WorkedExample("E07 outside as the third", [-1, 6, 4, 4, -1], ". A+ 2+ 2+ ."),
    WorkedExample("E08 outside between", [-1, 4, 6, 4, -1], ". 2+ A+ 2+ ."),
    WorkedExample("E10 on the limit is near", [-1, 5.32, 1, 5.32, -1], ". 2+ . 2+ ."),
    WorkedExample("E14 no window over the end", [-1, 4, 4], ". . ."),
    WorkedExample("E15 a window at the end", [-1, 1, 4, 4], ". . 2+ 2+"),
    WorkedExample("E17 two in three beats run", [-1, 1, 4, 4, 1, 2, 1, 2, -1], ". R+ 2+ 2+ R+ R+ R+ R+ ."),
    WorkedExample("E18 trend beats two in three", [-1, 0, 1, 2, 3, 4, 5, 1], "T+ T+ T+ T+ T+ T+ T+ ."),
    WorkedExample("I04 missing breaks a run", [-2, 1, 2, 1, nil, 1, 2, 1, -1], ". . . . . . . . ."),
    WorkedExample("I07 missing is no trend", [-3, -2, -1, nil, 0, 1, 2, -1], ". . . . . . . ."),
  ]

  @Test(arguments: examples)
  func `points carry the labels the reference gives them`(_ example: WorkedExample) throws {
    let chart = try example.chart()
    #expect(chart.labels(from: 12) == example.labels)
    #expect(chart.limits?.upper == 5.32)
    #expect(chart.limits?.lower == -5.32)
  }

  @Test(arguments: [
    (ImprovementDirection.increase, ControlPointType.improvement, Variation.improvementHigh),
    (.decrease, .concern, .concernHigh),
    (.neutral, .neutralHigh, .neutralHigh),
  ])
  func `a high point is good, bad or neither by the direction that is better`(
    _ direction: ImprovementDirection, _ type: ControlPointType, _ variation: Variation
  ) throws {
    let chart = try WorkedExample("B01", [0, 6], "", direction).chart()
    #expect(chart.points.last?.type == type)
    #expect(chart.points.last?.isHigh == true)
    #expect(chart.variation == variation)
  }

  @Test func `a run below the mean is an improvement where lower is better, and passes a high target`() throws {
    let chart = try WorkedExample("C05", [2, -1, -2, -1, -2, -1, -2, -1], "", .decrease).chart { $0.target = 10 }
    #expect(chart.labels(from: 12) == ". R- R- R- R- R- R- R-")
    #expect(chart.variation == .improvementLow)
    #expect(chart.assurance == .consistentPass)
  }

  @Test func `a falling trend above the mean is a low concern`() throws {
    #expect(try Self.examples.first { $0.name.hasPrefix("D14") }?.chart().variation == .concernLow)
  }

  @Test(arguments: [
    (true, -0.7155555555555557, 4.604444444444445), (false, -3.062614379084967, 6.951503267973856),
  ])
  func `screening leaves a large moving range out of the limits, never out of the mean`(
    _ screens: Bool, _ lower: Double, _ upper: Double
  ) throws {
    let values: [Double?] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    let chart = try ControlChart(values: values, options: ControlChartOptions(screensOutliers: screens))
    #expect(chart.limits?.mean == 1.9444444444444444)
    #expect(chart.limits?.lower == lower)
    #expect(chart.limits?.upper == upper)
    #expect(chart.points[4].rule == .aboveUpperLimit)
  }

  @Test(arguments: [(811.0, 9733.0 / 12), (812.0, 13011.0 / 13)])
  func `a moving range on the screening threshold is dropped, one under it kept`(
    _ first: Double, _ average: Double
  ) throws {
    // Eleven steps of 811, one of 812 and one of 3,267 average 1,000: the threshold is 3,267 itself.
    let steps = [Double](repeating: first, count: 11) + [812, 3267]
    var values = [0.0]
    for (index, step) in steps.enumerated() { values.append(values[index] + (index.isMultiple(of: 2) ? step : -step)) }
    #expect(try ControlChart(values: values).limits?.averageMovingRange == average)
  }

  static let improving: [Double?] = [10, 12, 11, 9, 10, 13, 11, 10, 9, 12, 10, 11]
  static let improved: [Double?] = [15, 17, 16, 14, 15, 18, 16, 15, 14, 17, 15, 16, 18, 14]

  @Test func `without a baseline every row sets the limits`() throws {
    let chart = try ControlChart(values: Self.improving + Self.improved, options: ControlChartOptions(target: 14))
    #expect(chart.limits?.mean == 13.384615384615385)
    #expect(chart.limits?.lower == 8.277415384615384)
    #expect(chart.limits?.upper == 18.491815384615386)
    #expect(chart.points.prefix(12).allSatisfy { $0.rule == .runBelow })
    #expect(chart.points.suffix(14).allSatisfy { $0.rule == .runAbove })
  }

  @Test func `a baseline sets limits that later rows are tested against`() throws {
    let chart = try ControlChart(
      values: Self.improving + Self.improved, options: ControlChartOptions(baseline: 12, target: 14))
    #expect(chart.limits?.mean == 10.666666666666666)
    #expect(chart.limits?.lower == 6.072121212121211)
    #expect(chart.limits?.upper == 15.261212121212122)
    #expect(chart.labels(from: 11) == "R+ R+ A+ A+ 2+ 2+ A+ A+ 2+ 2+ A+ 2+ A+ A+ R+")
  }

  @Test func `a rebase starts a group with limits of its own`() throws {
    let chart = try ControlChart(
      values: Self.improving + Self.improved, options: ControlChartOptions(rebaseIndices: [12, 12], target: 14))
    #expect(chart.groups.map(\.number) == [0, 1])
    #expect(chart.groups.map(\.isShort) == [true, false])
    #expect(chart.limits?.mean == 15.714285714285714)
    #expect(chart.limits?.lower == 10.598901098901099)
    #expect(chart.limits?.upper == 20.82967032967033)
    #expect(chart.points.allSatisfy { $0.rule == .commonCause })
  }

  @Test func `a rebase on the first row only changes its number`() throws {
    let chart = try ControlChart(values: Self.improving, options: ControlChartOptions(rebaseIndices: [0]))
    #expect(chart.groups.map(\.number) == [1])
    #expect(chart.limits == (try ControlChart(values: Self.improving)).limits)
  }

  @Test(arguments: [
    (ImprovementDirection.increase, 90.0, Assurance?.some(.consistentFail)), (.decrease, 90, .consistentPass),
    (.increase, 70, .consistentPass), (.decrease, 70, .consistentFail), (.increase, 82, .inconsistent),
    (.neutral, 90, Assurance?.none),
  ])
  func `assurance compares the target with the limits`(
    _ direction: ImprovementDirection, _ target: Double, _ assurance: Assurance?
  ) throws {
    let values: [Double?] = [80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83, 80, 82]
    let chart = try ControlChart(
      values: values, options: ControlChartOptions(improvement: direction, target: target))
    #expect(chart.assurance == assurance)
  }

  @Test func `a target on a limit is hit or miss, one bit beyond it is not`() throws {
    let example = WorkedExample("B", [0], "")
    #expect(try example.chart { $0.target = 5.32 }.assurance == .inconsistent)
    #expect(try example.chart { $0.target = (5.32).nextUp }.assurance == .consistentFail)
    #expect(try example.chart { $0.target = (-5.32).nextDown }.assurance == .consistentPass)
  }

  @Test(arguments: [(true, Assurance.inconsistent), (false, .consistentPass)])
  func `a constant series has limits only without screening`(_ screens: Bool, _ assurance: Assurance) throws {
    let chart = try ControlChart(
      values: [Double?](repeating: 95, count: 14), options: ControlChartOptions(screensOutliers: screens, target: 90))
    #expect(chart.limits?.mean == 95)
    #expect((chart.limits?.upper == nil) == screens)
    #expect(chart.assurance == assurance)
  }

  @Test func `thirty times a tenth lies on its own mean`() throws {
    let chart = try ControlChart(values: [Double?](repeating: 0.1, count: 30))
    #expect(chart.points.allSatisfy { $0.relativeToMean == 0 })
  }

  @Test(arguments: [(12, true), (13, false)])
  func `limits are provisional under thirteen rows`(_ count: Int, _ isProvisional: Bool) throws {
    #expect(try ControlChart(values: Array(Self.improved.prefix(count))).isProvisional == isProvisional)
  }

  @Test func `a series with nothing in it has no limits and no signal`() throws {
    for values in [[], [nil], [nil, nil, nil]] as [[Double?]] {
      let chart = try ControlChart(values: values, options: ControlChartOptions(target: 1))
      #expect(chart.limits == nil)
      #expect(chart.variation == .commonCause)
      #expect(chart.isProvisional)
      #expect(chart == chart)
    }
    #expect(try ControlChart(values: [7]).limits?.upper == nil)
  }

  @Test func `six points make a run or a trend where that is asked for`() throws {
    let run = try WorkedExample("C01", [-2, 1, 2, 1, 2, 1, 2, -1], "").chart { $0.runLength = .six }
    #expect(run.labels(from: 12) == ". R+ R+ R+ R+ R+ R+ .")
    #expect(run.points[13].rule.label(run.options) == "6 Points Above CL")
    let trend = try WorkedExample("D02", [-2, -3, -2, -1, 0, 1, 2, 1], "").chart { $0.trendLength = .six }
    #expect(trend.labels(from: 12) == ". T+ T+ T+ T+ T+ T+ .")
    #expect(trend.points[13].rule.label(trend.options) == "6 Point Trend (Increasing)")
    #expect(ControlRule.allCases.allSatisfy { $0.label(ControlChartOptions()) == $0.rawValue })
  }

  @Test func `points outside count towards two in three where that is asked for`() throws {
    let chart = try WorkedExample("E06", [-1, 6, 4, 1, -1], "").chart { $0.countsOutsideInTwoInThree = true }
    #expect(chart.labels(from: 12) == ". A+ 2+ . .")
  }

  @Test func `what cannot be is refused`() {
    func refusal(_ values: [Double?], _ options: ControlChartOptions) -> ControlChartError? {
      do throws(ControlChartError) { _ = try ControlChart(values: values, options: options) } catch { return error }
      return nil
    }
    #expect(refusal([1, 2], ControlChartOptions(baseline: 11)) == .baselineTooShort(11))
    #expect(refusal([1, 2], ControlChartOptions(baseline: 12)) == nil)
    #expect(
      refusal([1, 2], ControlChartOptions(rebaseIndices: [2])) == .rebaseOutsideSeries(index: 2, count: 2))
    #expect(refusal([1, .nan], ControlChartOptions()) == .unusableValue(index: 1))
    #expect(refusal([-.infinity], ControlChartOptions()) == .unusableValue(index: 0))
    #expect(refusal([1, 2], ControlChartOptions(target: .nan)) == .unusableTarget)
  }

  @Test func `letters and words say what colour would`() {
    #expect(Variation.allCases.map(\.letter) == ["·", "H", "L", "H", "L", "H", "L"])
    #expect(
      Variation.allCases.map(\.words) == [
        "common cause", "improving: high", "improving: low", "concerning: high", "concerning: low", "neutral: high",
        "neutral: low",
      ])
    #expect(
      Variation.allCases.map(\.shortWord) == [
        "common", "improve", "improve", "concern", "concern", "neutral", "neutral",
      ])
    #expect(Assurance.allCases.map(\.letter) == ["P", "F", "?"])
    #expect(Assurance.allCases.map(\.words) == ["will meet target", "will miss target", "hit or miss"])
    #expect(Assurance.allCases.map(\.shortWords) == ["meet", "miss", "hit/miss"])
  }
}
