import Testing

/// Sums over organisations that return days, months and quarters, and over some that make no return.
@Suite struct WholeSumTests {
  struct Case: Sendable {
    let rows: String
    var providers = ["RZ1", "RZ2"]
    var now = "2018-05-20T09:00"
    /// Metric and line of the system.
    let metric: String, line: String
    var period: String?
  }

  private static let mixtures: [Case] = [
    // A month complete from its days beside a published one.
    Case(
      rows: "ae.four-hour,RZ1,2018-02,,,990,1000,\n"
        + PrintedBoard.days("ae.four-hour", "RZ2", "2018-02", 1...28, "70,100,"),
      metric: "ae.four-hour", line: "2018-02 77.63 missed by 660, 2 of 2"),
    Case(
      rows: "dtoc.bed-days,RZ1,2018-03,,,,,310\n"
        + PrintedBoard.days("dtoc.bed-days", "RZ2", "2018-03", 1...31, ",,10"),
      metric: "dtoc.bed-days", line: "2018-03 620, 2 of 2"),
    Case(
      rows: "ambulance.c2-mean,RZ1,2018-04,,,108000,100,\n"
        + PrintedBoard.days("ambulance.c2-mean", "RZ2", "2018-04", 1...30, "2000,1,"),
      metric: "ambulance.c2-mean", line: "2018-04 1292.31 missed, 2 of 2"),
    // One that lacks a day is no return of the month.
    Case(
      rows: "ae.four-hour,RZ1,2018-02,,,990,1000,\n"
        + PrintedBoard.days("ae.four-hour", "RZ2", "2018-02", 2...28, "70,100,"),
      metric: "ae.four-hour", line: "2018-02 99 not judged, 1 of 2"),
  ]

  @Test(arguments: mixtures.indices) func `a month from its days is in the sum like a published one`(place: Int) throws
  {
    let one = WholeSumTests.mixtures[place]
    let board = try PrintedBoard(rows: one.rows, providers: one.providers, now: one.now)
    #expect(board.line(one.metric, "QZ9") == one.line)
  }

  @Test(arguments: [
    (
      "ae.four-hour", "2018-04 2018-05 2018-06", "2018/19 Q1", "700,1000,", "990,1000,",
      "2018/19 Q1 77.25 missed by 710, 2 of 2"
    ),
    (
      "cancer.31-day", "2019-01 2019-02 2019-03", "2018/19 Q4", "95,100,", "290,300,",
      "2018/19 Q4 95.83 missed by 1, 2 of 2"
    ),
    (
      "diagnostics.six-week", "2017-07 2017-08 2017-09", "2017/18 Q2", "990,1000,", "985,1000,",
      "2017/18 Q2 98.75 missed by 5, 2 of 2"
    ),
    ("ae.attendances", "2018-01 2018-02 2018-03", "2017/18 Q4", ",,100", ",,1000", "2017/18 Q4 1300, 2 of 2"),
  ])
  func `a quarter from its months is beside a published one, and who returns quarters is said to`(
    metric: String, months: String, quarter: String, monthly: String, quarterly: String, line: String
  ) throws {
    let rows =
      months.split(separator: " ").map { "\(metric),RZ1,\($0),,,\(monthly)\n" }.joined()
      + "\(metric),RZ2,\(quarter),,,\(quarterly)\n"
    let board = try PrintedBoard(rows: rows, providers: ["RZ1", "RZ2"], "--all-periods")
    #expect(board.line(metric, "QZ9", quarter) == line)
    let title = quarter.split(separator: " ").reversed().joined(separator: " ")
    #expect(metric == "ae.attendances" || board.text.contains(": its return is for \(title)"), "\(board.text)")
    #expect(!board.text.contains("usually"))
  }

  @Test(arguments: [
    ("ae.four-hour", "960,1000,", "1600,2000,", "2018-03 96 not judged, 1 of 2", "usually 2,000 attendances"),
    ("rtt.over-52-weeks", ",,40", ",,400", "2018-03 40, 1 of 2", "usually 400 pathways"),
    ("ambulance.c2-mean", "100000,100,", "900000,500,", "2018-03 1000 not judged, 1 of 2", "usually 500 incidents"),
    ("rtt.incomplete", "930,1000,", "850,1000,", "2018-03 93 not judged, 1 of 2", "usually 1,000 pathways"),
    ("dtoc.bed-days", ",,300", ",,700", "2018-03 300, 1 of 2", "usually 700 days"),
  ])
  func `a sum without everybody is not judged, and who is missing is said`(
    metric: String, first: String, second: String, line: String, usual: String
  ) throws {
    let rows =
      PrintedBoard.months(metric, "RZ1", from: 2016, 4, Array(repeating: first, count: 24))
      + PrintedBoard.months(metric, "RZ2", from: 2016, 4, Array(repeating: second, count: 23))
    let board = try PrintedBoard(rows: rows, providers: ["RZ1", "RZ2"], now: "2018-04-20T09:00")
    #expect(board.line(metric, "QZ9") == line)
    #expect(board.text.contains("no return for March 2018"))
    #expect(board.text.contains(usual), "\(board.text)")
    let sum = board.figures.first { $0["organisation"] as? String == "QZ9" }
    for member in ["variation", "assurance", "upper_limit", "lower_limit", "projection", "favourable", "gap"] {
      #expect(sum?[member] as? String == nil && sum?[member] as? Double == nil)
    }
  }

  @Test(arguments: [
    ("100,100,", "100,100,", [",,94.96", ",,99"], "2018-03 100 not judged, 2 of 4"),
    ("950,1000,", "900,1000,", [",,95"], "2018-03 92.50 not judged, 2 of 3"),
    ("950,1000,", "960,1000,", ["*,,"], "2018-03 95.50 not judged, 2 of 3"),
  ])
  func `rates or hidden numbers beside counts are never met`(
    first: String, second: String, others: [String], line: String
  )
    throws
  {
    let values = [first, second] + others
    let rows = values.enumerated().map { "ae.four-hour,RZ\($0),2018-03,,,\($1)\n" }.joined()
    let board = try PrintedBoard(rows: rows, providers: values.indices.map { "RZ\($0)" })
    #expect(board.line("ae.four-hour", "QZ9") == line)
  }

  @Test(arguments: [
    (
      "to = \"2019-03\"\n", "2020-06", "2020-06 99 met, 1 of 1", "RZ1 ended in March 2019",
      "without RZ1, which had ended"
    ),
    (
      "from = \"2021-04\"\n", "2020-06", "2020-06 99 met, 1 of 1", "RZ1 began in April 2021",
      "without RZ1, which had not begun"
    ),
    (
      "to = \"2020-05\"\n", "2020-06", "2020-06 99 met, 1 of 1", "RZ1 ended in May 2020", "without RZ1, which had ended"
    ),
  ])
  func `figures outside the time of an organisation are in no sum, and that is said`(
    dates: String, month: String, line: String, message: String, caveat: String
  ) throws {
    let own = "[[organisation]]\ncode = \"RZ1\"\nname = \"One\"\nrole = \"provider\"\n" + dates
    let board = try PrintedBoard(
      rows: "ae.four-hour,RZ1,\(month),,,500,1000,\nae.four-hour,RZ2,\(month),,,990,1000,\n", providers: ["RZ2"],
      settings: own)
    #expect(board.line("ae.four-hour", "QZ9") == line)
    #expect(board.messages.contains { $0.hasPrefix(message) && $0.contains("500 of 1,000") }, "\(board.messages)")
    #expect(board.text.contains(caveat))
  }

  @Test(arguments: ["200x60", "120x40", "80x24", "60x15", "40x10", "30x8", "24x5", "20x3", "20x2", "18x1"])
  func `a sum without everybody says so wherever it is shown, at every size`(size: String) throws {
    // Two of three: 96.5 is the sum's alone.
    let shares = [("RZ1", "970,1000,"), ("RZ2", "960,1000,")]
    let rows =
      shares.map { PrintedBoard.months("ae.four-hour", $0.0, from: 2017, 1, Array(repeating: $0.1, count: 15)) }
      .joined()
      + PrintedBoard.months("ae.four-hour", "RZ3", from: 2017, 1, Array(repeating: "500,1000,", count: 14))
    let board = try PrintedBoard(rows: rows, providers: ["RZ1", "RZ2", "RZ3"], now: "2018-04-20T09:00")
    let views: [([String], String)] = [
      ([], ""), (["summary"], ""), (["metric", "ae.four-hour"], ""), (["detail", "QZ9", "ae.four-hour"], ""),
      ([], "tab"), (["organisation", "QZ9"], ""),
    ]
    for (view, keys) in views {
      for wall in [[], ["--kiosk"]] where wall.isEmpty || keys.isEmpty {
        let page = try board.page(view + wall, size: size, keys: keys)
        if page.contains("96.5") {
          #expect(page.contains("2 of 3") || page.contains("2/3"), "\(view) \(wall)\n\(page)")
        }
      }
    }
  }
}
