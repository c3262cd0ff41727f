import Statistics
import TestSupport
import Testing

/// One series of the reference, with its answers where it gave any.
struct ReferenceSeries: CustomTestStringConvertible, Sendable {
  let name: String
  let inputs: [[String: String]]
  let answers: [[String: String]]
  let summary: [String: String]

  var testDescription: String { name }

  /// The 156 series of `Fixtures/spc`.
  static let all: [ReferenceSeries] = {
    let inputs = Dictionary(grouping: ReferenceFolder.fixtures.rows("spc/input.csv")) { $0["series_id"] ?? "" }
    let answers = Dictionary(grouping: ReferenceFolder.fixtures.rows("spc/expected.csv")) { $0["series_id"] ?? "" }
    let summaries = Dictionary(grouping: ReferenceFolder.fixtures.rows("spc/expected-summary.csv")) {
      $0["series_id"] ?? ""
    }
    return inputs.keys.sorted().map { name in
      let rows = (inputs[name] ?? []).sorted { ($0["date"] ?? "") < ($1["date"] ?? "") }
      return ReferenceSeries(
        name: name, inputs: rows, answers: answers[name] ?? [], summary: summaries[name]?.first ?? [:])
    }
  }()

  static let answered = all.filter { !$0.answers.isEmpty }

  func chart() throws -> ControlChart {
    let first = try #require(inputs.first)
    let rebases = (first["rebase_dates"] ?? "").split(separator: ";").map(String.init)
    return try ControlChart(
      values: inputs.map { Double($0["value"] ?? "") },
      options: ControlChartOptions(
        improvement: try #require(ImprovementDirection(rawValue: first["improvement_direction"] ?? "")),
        baseline: Int(first["fix_after_n_points"] ?? ""), screensOutliers: first["screen_outliers"] == "TRUE",
        rebaseIndices: inputs.indices.filter { rebases.contains(inputs[$0]["date"] ?? "") },
        target: Double(first["target"] ?? "")))
  }
}

/// Agreement with NHSRplotthedots 0.2.2 on every row of `Fixtures/spc`.
@Suite
struct ControlChartReferenceTests {
  @Test func `all 155 answered series and their 3,651 rows are there to be compared`() {
    #expect(ReferenceSeries.all.count == 156)
    #expect(ReferenceSeries.answered.count == 155)
    #expect(ReferenceSeries.answered.map(\.answers.count).reduce(0, +) == 3651)
  }

  @Test(arguments: ReferenceSeries.answered)
  func `limits agree bit for bit`(_ series: ReferenceSeries) throws {
    let points = try series.chart().points
    try #require(points.count == series.answers.count)
    for (point, answer) in zip(points, series.answers) {
      let date = Comment(rawValue: answer["date"] ?? "")
      #expect(bits(point.value) == bits(answer["value"]), date)
      #expect(bits(point.mean) == bits(answer["mean"]), date)
      #expect(bits(point.lower) == bits(answer["lower_process_limit"]), date)
      #expect(bits(point.upper) == bits(answer["upper_process_limit"]), date)
    }
  }

  @Test(arguments: ReferenceSeries.answered)
  func `every flag of every row agrees`(_ series: ReferenceSeries) throws {
    let chart = try series.chart()
    for (point, answer) in zip(chart.points, series.answers) {
      let date = Comment(rawValue: answer["date"] ?? "")
      #expect(String(point.group) == answer["rebase_group"], date)
      #expect(point.isOutside == (answer["outside_limits"] == "true"), date)
      #expect((point.relativeToMean.map(String.init) ?? "") == answer["relative_to_mean"], date)
      #expect(point.isCloseToLimits == (answer["close_to_limits"] == "true"), date)
      #expect(point.rule.rawValue == answer["special_cause_type"], date)
      #expect(point.rule.isSpecialCause == (answer["special_cause_flag"] == "true"), date)
      #expect(point.type.rawValue == answer["point_type"], date)
      let group = chart.groups.first { $0.number == point.group }
      #expect(group?.isShort == (answer["short_group_warning"] == "true"), date)
    }
  }

  @Test(arguments: ReferenceSeries.answered)
  func `variation, its icon and assurance agree`(_ series: ReferenceSeries) throws {
    let chart = try series.chart()
    let answer = try #require(series.answers.last)
    #expect(chart.variation.pointType.rawValue == answer["series_variation"])
    #expect(chart.variation.rawValue == answer["series_variation_icon"])
    #expect((chart.assurance?.rawValue ?? "") == answer["series_assurance"])
    #expect(chart.variation.pointType.rawValue == series.summary["variation"])
    #expect(chart.variation.rawValue == series.summary["variation_icon"])
    #expect((chart.assurance?.rawValue ?? "") == series.summary["assurance"])
    #expect(bits(chart.limits?.mean) == bits(series.summary["latest_mean"]))
    #expect(bits(chart.limits?.lower) == bits(series.summary["latest_lpl"]))
    #expect(bits(chart.limits?.upper) == bits(series.summary["latest_upl"]))
  }

  @Test func `every reference series is compared, and one has no answer`() {
    #expect(ReferenceSeries.all.count == 156)
    #expect(ReferenceSeries.answered.count == 155)
  }

  @Test func `the series the reference stops on has no trend around its missing value`() throws {
    let series = try #require(ReferenceSeries.all.first { $0.answers.isEmpty })
    #expect(series.name == "I07_missing_error")
    let chart = try series.chart()
    #expect(chart.points.allSatisfy { $0.rule == .commonCause })
    #expect(chart.variation == .commonCause)
    #expect(chart.limits?.upper == 5.32)
  }

  /// The bits of a number; the reference writes NaN where there is none.
  private func bits(_ number: Double?) -> UInt64? { number?.bitPattern }
  private func bits(_ text: String?) -> UInt64? { Double(text ?? "").flatMap { $0.isNaN ? nil : $0.bitPattern } }
}
