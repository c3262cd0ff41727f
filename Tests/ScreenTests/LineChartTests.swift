import Screen
import Testing

private func drawn(_ chart: LineChart, _ columns: Int, _ rows: Int, label: ((Double) -> String)? = nil) -> Frame {
  var frame = Frame(size: Size(columns: columns, rows: rows))
  chart.draw(on: &frame, in: frame.region, label: label)
  return frame
}

struct LineChartTests {
  @Test func `a rising series goes from the bottom left to the top right`() {
    #expect(drawn(LineChart([1, 2, 3, 4]), 4, 2).text == "  ⡠⠊\n⡠⠊")
  }

  @Test func `a missing figure breaks the line`() {
    let frame = drawn(LineChart([1, 1, nil, 1, 1, 1]), 11, 1)
    #expect(frame.text.contains(" "))
    #expect(frame.text.first != " " && frame.text.last != " ")
  }

  @Test(arguments: [[5.0], [5, 5, 5], [0, 0]] as [[Double?]])
  func `figures that are all equal run through the middle`(values: [Double?]) {
    let lines = drawn(LineChart(values), 6, 3).text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].isEmpty && !lines[1].isEmpty && lines[2].isEmpty)
  }

  @Test(arguments: [[], [nil, nil], [.nan], [.infinity]] as [[Double?]])
  func `a chart without figures says so`(values: [Double?]) {
    #expect(drawn(LineChart(values), 12, 3).text == "\n no figures\n")
  }

  @Test func `the target steps where it changes`() {
    let chart = LineChart([1, 1, 1, 1], lines: [.target([9, 9, 5, 5])])
    let lines = drawn(chart, 8, 4).text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "┄┄┄┄")
    #expect(lines[2] == "    ┄┄┄┄" || lines[1] == "    ┄┄┄┄")
  }

  @Test func `a special cause keeps its role where it shares a cell`() {
    let chart = LineChart(points: [.init(1), .init(1, role: .concerning), .init(1)])
    let frame = drawn(chart, 2, 1)
    #expect(frame[0, 0].role == .concerning || frame[0, 1].role == .concerning)
  }

  @Test func `special causes are marked even where ordinary points are not`() {
    var points = (0..<20).map { LineChart.Point(Double($0 % 3), role: .commonCause, mark: "•") }
    points[7] = LineChart.Point(1, role: .concerning, mark: "●")
    let text = drawn(LineChart(points: points), 20, 4).text
    #expect(text.contains("●") && !text.contains("•"))
  }

  @Test func `values stand at the left and names at the right`() {
    let chart = LineChart(
      points: [1, 5, 3].map { LineChart.Point($0) },
      lines: [.target([4, 4, 4]), .limit([5, 5, 5], name: "upper"), .mean([3, 3, 3])], isDetailed: true)
    let text = drawn(chart, 60, 8) { "\(Int($0)).0" }.text
    for word in ["4.0 ", "5.0 ", "3.0 ", " target", " upper", " mean"] { #expect(text.contains(word)) }
  }

  @Test func `levels that share a row are labelled once, the first one`() {
    let chart = LineChart(
      points: [.init(0), .init(100)], lines: [.target([40, 40]), .mean([41, 41])], isDetailed: true)
    let text = drawn(chart, 60, 4) { "\(Int($0))" }.text
    #expect(text.contains("target") && !text.contains("mean"))
  }

  @Test func `without levels the highest and lowest figures are labelled`() {
    let text = drawn(LineChart([1, 9]), 30, 4) { "\(Int($0))" }.text
    #expect(text.contains("9 ") && text.contains("1 "))
  }

  @Test func `period labels that would touch are left out`() {
    let chart = LineChart(
      points: (0..<6).map { LineChart.Point(Double($0)) }, periodLabels: ["Jan", "Feb", "Mar", "Apr", "May", "Jun"])
    #expect(drawn(chart, 18, 5).text.split(separator: "\n").last == "Jan   Mar    May")
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (1, 9), (200, 60)])
  func `any region can be drawn into`(columns: Int, rows: Int) {
    let chart = LineChart(
      points: (0..<40).map { .init(Double($0 % 7), mark: "•") }, lines: [.target(Array(repeating: 3, count: 3))],
      periodLabels: ["x"], isDetailed: true, selection: 99)
    #expect(drawn(chart, columns, rows) { "\($0)" }.size == Size(columns: columns, rows: rows))
  }
}
