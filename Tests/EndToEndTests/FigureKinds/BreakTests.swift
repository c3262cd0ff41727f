import Testing

/// Nothing is charted, summed or compared across a merger or a change of definition without saying so.
@Suite struct BreakTests {
  /// The mean and limits of an XmR chart, from its definition: the mean of the values, and 2.66 mean moving ranges to
  /// either side. The values given have no moving range that the chart would leave out.
  private static func limits(_ values: [Double]) -> (mean: Double, lower: Double, upper: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let ranges = zip(values, values.dropFirst()).map { abs($0 - $1) }
    let reach = 2.66 * ranges.reduce(0, +) / Double(ranges.count)
    return (mean, mean - reach, mean + reach)
  }

  private static func isClose(_ value: Any?, _ wanted: Double) -> Bool {
    (value as? Double).map { abs($0 - wanted) < 1e-6 } ?? false
  }

  struct Merger: Sendable {
    /// The last month of the trust that was taken over, and how many months there are before and after.
    let last: String, title: String, before: Int, after: Int
    /// Patients within the standard of 1,000, before and after.
    let former: [Int], later: [Int]
  }

  private static let mergers: [Merger] = [
    Merger(
      last: "2017-03", title: "Apr 2017", before: 12, after: 12, former: [950, 955, 960], later: [775, 782, 790]),
    Merger(last: "2017-06", title: "Jul 2017", before: 15, after: 9, former: [700, 720], later: [930, 941, 935]),
    Merger(last: "2016-09", title: "Oct 2016", before: 6, after: 18, former: [800, 790, 805], later: [860, 850]),
    Merger(last: "2017-09", title: "Oct 2017", before: 18, after: 6, former: [910, 905], later: [905, 900, 890]),
  ]

  @Test(arguments: mergers.indices) func `limits begin again where a trust took over another, and the page says so`(
    place: Int
  ) throws {
    let one = BreakTests.mergers[place]
    let later = (0..<one.after).map { one.later[$0 % one.later.count] }
    let former = (0..<one.before).map { one.former[$0 % one.former.count] }
    let rows =
      PrintedBoard.months("ae.four-hour", "RZ2", from: 2016, 4, (former + later).map { "\($0),1000," })
      + PrintedBoard.months("ae.four-hour", "RZ1", from: 2016, 4, former.map { "\($0 - 100),1000," })
    let settings =
      "[[organisation]]\ncode = \"RZ1\"\nname = \"Fellgate\"\nrole = \"provider\"\nto = \"\(one.last)\"\n"
      + "successor = \"RZ2\"\n"
    let board = try PrintedBoard(
      rows: rows, providers: ["RZ2"], settings: settings, now: "2018-04-20T09:00")
    let row = board.row("ae.four-hour", "RZ2")
    let wanted = BreakTests.limits(later.map { Double($0) / 10 })
    #expect(BreakTests.isClose(row["mean"], wanted.mean), "\(row)")
    #expect(BreakTests.isClose(row["lower_limit"], wanted.lower), "\(row)")
    #expect(BreakTests.isClose(row["upper_limit"], wanted.upper), "\(row)")
    let page = try board.page(["detail", "RZ2", "ae.four-hour"], size: "200x60")
    #expect(page.contains("with RZ1 from \(one.title); limits begin again"), "\(page)")
    // A year ago lies before the merger, and is of the one trust alone; else it is of both.
    let isAcross = one.after <= 12
    #expect(page.contains("a year ago, Mar 17"))
    #expect(page.contains("without Fellgate") == isAcross, "\(page)")
    // No projection rests on both sides.
    #expect(row["projection"] is [String: Any] == false && page.contains("no projection: \(one.after) of 24 months"))
    // The system adds up both all along.
    let all = try board.page(["detail", "QZ9", "ae.four-hour"], size: "200x60")
    #expect(!all.contains("limits begin again"))
  }

  struct Change: Sendable {
    let metric: String, year: Int, month: Int
    /// Months before the definition changed and after it.
    let before: Int, after: Int
    let words: String
    let former: [String], later: [String]
    /// What the later values are charted as.
    let charted: [Double]
    let now: String
  }

  private static let changes: [Change] = [
    Change(
      metric: "cancer.62-day", year: 2023, month: 1, before: 9, after: 10,
      words: "begins with the combined standard of October 2023", former: ["60,100,", "62,100,"],
      later: ["160,200,", "164,200,", "158,200,"], charted: [80, 82, 79], now: "2024-09-20T09:00"),
    Change(
      metric: "cancer.31-day", year: 2022, month: 10, before: 12, after: 13,
      words: "begins with the combined standard of October 2023", former: ["990,1000,", "970,1000,"],
      later: ["91,100,", "92,100,"], charted: [91, 92], now: "2024-12-20T09:00"),
    // Delays are charted as beds: days ÷ days in the month.
    Change(
      metric: "dtoc.bed-days", year: 2016, month: 4, before: 12, after: 6,
      words: "begins with the counting of beds in April 2017", former: [",,1000", ",,900"],
      later: [",,600", ",,620", ",,630", ",,651", ",,620", ",,600"], charted: [20, 20, 21, 21, 20, 20],
      now: "2017-11-20T09:00"),
  ]

  @Test(arguments: changes.indices) func `nothing crosses a change of definition, and the page says where it begins`(
    place: Int
  ) throws {
    let one = BreakTests.changes[place]
    let former = (0..<one.before).map { one.former[$0 % one.former.count] }
    let later = (0..<one.after).map { one.later[$0 % one.later.count] }
    let board = try PrintedBoard(
      rows: PrintedBoard.months(one.metric, "RZ1", from: one.year, one.month, former + later), providers: ["RZ1"],
      now: one.now)
    let row = board.row(one.metric, "RZ1")
    let charted = (0..<one.after).map { one.charted[$0 % one.charted.count] }
    let wanted = BreakTests.limits(charted)
    #expect(BreakTests.isClose(row["mean"], wanted.mean), "\(row)")
    #expect(BreakTests.isClose(row["lower_limit"], wanted.lower), "\(row)")
    #expect(BreakTests.isClose(row["upper_limit"], wanted.upper), "\(row)")
    let page = try board.page(["detail", "RZ1", one.metric], size: "200x60")
    #expect(page.contains(one.words), "\(page)")
    let isComparable = one.after > 12
    #expect(page.contains("a year ago") == isComparable, "\(page)")
    #expect(page.contains("\(one.after) months"), "\(page)")
    #expect(page.contains("no projection: \(one.after) of 24 months"))
  }

  @Test(arguments: ["2023-11", "2023-12", "2024-03"]) func `since April is since October in the year of the change`(
    month: String
  ) throws {
    let first = 2023 * 12 + 3
    let last = (Int(month.prefix(4)) ?? 0) * 12 + (Int(month.suffix(2)) ?? 0) - 1
    // Nothing within the standard before October 2023, all of it after: any earlier month would be seen in the sum.
    let values = (first...last).map { $0 < 2023 * 12 + 9 ? "0,100," : "100,100," }
    let board = try PrintedBoard(
      rows: PrintedBoard.months("cancer.62-day", "RZ1", from: 2023, 4, values), providers: ["RZ1"],
      now: "2024-04-20T09:00")
    let page = try board.page(["detail", "RZ1", "cancer.62-day"], size: "200x60")
    let line = page.split(separator: "\n").first { $0.contains("since October") }.map(String.init) ?? ""
    #expect(line.contains(" 100.0 "), "\(page)")
    #expect(!page.contains("since April"))
  }
}
