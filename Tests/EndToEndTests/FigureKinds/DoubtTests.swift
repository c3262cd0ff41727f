import Testing

/// Figures that are read exactly and are still hard to believe: each is said, with its line, and none becomes something it is
/// not.
@Suite struct DoubtTests {
  @Test(arguments: [
    ("ae.four-hour", "2028-03", "990,1000,", "RZ1 ae.four-hour is dated Mar 2028"),
    ("dtoc.bed-days", "2018-05", ",,5", "RZ1 dtoc.bed-days is dated May 2018"),
    ("rtt.incomplete", "2108-03", "9,10,", "RZ1 rtt.incomplete is dated Mar 2108"),
    ("cancer.62-day", "2018/19 Q2", "90,100,", "RZ1 cancer.62-day is dated Q2 2018/19"),
  ])
  func `an actual later than the clock is an error, and the board stays where it is`(
    metric: String, typed: String, value: String, message: String
  ) throws {
    let rows = PrintedBoard.months(metric, "RZ1", from: 2018, 1, Array(repeating: value, count: 3))
    let board = try PrintedBoard(
      rows: rows + "\(metric),RZ1,\(typed),,,\(value)\n", providers: ["RZ1"], now: "2018-04-20T09:00")
    #expect(board.line(metric, "RZ1").hasPrefix("2018-03 "))
    #expect(board.messages.contains { $0.hasPrefix(message) })
  }

  @Test(arguments: [
    ("ae.four-hour", "96111,100031,", "ae.four-hour Mar 2018 repeats Feb 2018"),
    ("cancer.62-day", "1234.5,1501,", "cancer.62-day Mar 2018 repeats Feb 2018"),
    ("ae.attendances", ",,12345", "ae.attendances Mar 2018 repeats Feb 2018"),
  ])
  func `a month that repeats the one before is a warning, and is said at the figure`(
    metric: String, value: String, message: String
  ) throws {
    let earlier = value.contains(",,") ? [",,11111", ",,12121"] : ["500,1000,", "600,1000,"]
    let rows = PrintedBoard.months(metric, "RZ1", from: 2017, 12, earlier + [value, value])
    let board = try PrintedBoard(rows: rows, providers: ["RZ1"], now: "2018-04-20T09:00")
    #expect(board.messages.contains { $0.contains(message) }, "\(board.messages)")
    #expect(board.text.contains("the same as Feb 2018"))
  }

  @Test(arguments: [
    ("ae.four-hour", ["0.90", "0.91", "0.92", "0.90", "0.93"]),
    ("diagnostics.six-week", ["0.99", "0.98", "1.0", "0.97", "0.95"]),
    ("rtt.incomplete", ["0.5", "0.6", "0.7", "0.8", "0.62"]),
  ])
  func `percentages between 0 and 1 are a warning`(metric: String, values: [String]) throws {
    let board = try PrintedBoard(
      rows: PrintedBoard.months(metric, "RZ1", from: 2017, 10, values.map { ",,\($0)" }), providers: ["RZ1"])
    #expect(board.messages.contains { $0.contains("they look like fractions") })
  }

  @Test(arguments: ["Total", "England", "ENG", "-", "All", "Grand Total", "National", "total", "GRAND TOTAL"])
  func `a row that totals go by is a total, held against its parts`(name: String) throws {
    let rows = "ae.four-hour,RZ1,2018-02,,,900,1000,\nae.four-hour,RZ2,2018-02,,,800,1000,\n"
    let right = try PrintedBoard(rows: rows + "ae.four-hour,\(name),2018-02,,,1700,2000,\n")
    #expect(right.line("ae.four-hour", "ALL") == "2018-02 85 missed by 200, 2 of 2")
    #expect(right.problems.isEmpty)
    let wrong = try PrintedBoard(rows: rows + "ae.four-hour,\(name),2018-02,,,1700,2100,\n")
    #expect(wrong.line("ae.four-hour", "ALL") == "2018-02 85 missed by 200, 2 of 2")
    #expect(wrong.problems.count >= 1)
  }

  @Test(arguments: [
    ("cancer.31-day", "2018-02", "60,63,", "missed by 1"), ("cancer.62-day", "2018-02", "53,63,", "missed by 1"),
    ("cancer.62-day", "2018-02", "26.5,31.5,", "missed by 0.50"),
    ("cancer.28-day-fds", "2024-02", "46,63,", "missed by 2"),
    ("cancer.two-week-wait", "2018-02", "92,100,", "missed by 1"),
    ("ae.four-hour", "2018-02", "94,100,", "missed by 1"),
  ])
  func `halves are counted where patients are shared, and nowhere else`(
    metric: String, period: String, value: String, words: String
  ) throws {
    let board = try PrintedBoard(rows: "\(metric),RZ1,\(period),,,\(value)\n", providers: ["RZ1"])
    #expect(board.line(metric, "RZ1").hasSuffix(words))
  }

  @Test(arguments: [
    ("ambulance.c2-mean", "108040,100,", "18:00.4", "18:00.0"),
    ("ambulance.c1-mean", "42003,100,", "7:00.03", "7:00.00"),
    ("ae.four-hour", "94999,100000,", "94.999", "95.000"),
    ("ae.four-hour", "9499999,10000000,", "94.99999", "95.00000"),
    ("rtt.incomplete", "91999,100000,", "91.999", "92.000"),
  ])
  func `a miss is written with as many decimals as it takes to be seen`(
    metric: String, value: String, figure: String, target: String
  ) throws {
    let board = try PrintedBoard(rows: "\(metric),RZ1,2018-02,,,\(value)\n", providers: ["RZ1"])
    let line = board.text.split(separator: "\n").first { $0.hasPrefix("  Trust RZ1") }.map(String.init) ?? ""
    #expect(line.contains(" \(figure) ") && line.contains(" \(target) "), "\(line)")
  }

  @Test(arguments: [
    ("£000", "1000,800,799,999", "0.999", "1.000"), ("£m", "1.0,0.8,0.76,0.96", "0.96", "1.00"),
    ("£", "1000000,800000,799999,999999", "0.999999", "1.000000"),
  ])
  func `a miss of money is seen in every unit`(unit: String, amounts: String, figure: String, target: String) throws {
    let header =
      "organisation,period,unit,basis,control total,plan to date,actual to date,forecast outturn,stf plan,stf actual\n"
    let board = try PrintedBoard(
      rows: "", providers: ["RZ1"], files: ["f.csv": header + "RZ1,2018-01,\(unit),including STF,\(amounts),,\n"])
    let line = board.text.split(separator: "\n").first { $0.hasPrefix("  Trust RZ1") }.map(String.init) ?? ""
    #expect(line.contains(" \(figure) ") && line.contains(" \(target) "), "\(line)")
  }

  @Test(arguments: [("1000,1000,", "100 met"), ("500,1000,", "50 missed by 450"), ("950,1000,", "95 met")])
  func `what has not varied has no chart that says otherwise`(value: String, words: String) throws {
    let rows = PrintedBoard.months("ae.four-hour", "RZ1", from: 2016, 4, Array(repeating: value, count: 24))
    let board = try PrintedBoard(rows: rows, providers: ["RZ1"], now: "2018-04-20T09:00")
    #expect(board.line("ae.four-hour", "RZ1") == "2018-03 \(words)")
    #expect(!board.text.contains("hit or miss") && !board.text.contains("will miss"))
    let row = board.figures.first { $0["organisation"] as? String == "RZ1" }
    #expect(row?["upper_limit"] as? Double == nil)
    #expect((row?["caveat"] as? String)?.contains("has not varied") == true)
  }
}
