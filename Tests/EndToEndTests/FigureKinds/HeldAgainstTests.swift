import Testing

/// What a figure is held against, and what it is not.
@Suite struct HeldAgainstTests {
  @Test(arguments: [
    ("dtoc.bed-days", "2019-06", ",,900", "interim"), ("rtt.incomplete", "2026-09", "700,1000,", "interim"),
    ("ae.four-hour", "2017-09", "890,1000,", "interim"), ("diagnostics.six-week", "2025-03", "900,1000,", "interim"),
  ])
  func `England's target is for England alone`(metric: String, period: String, value: String, choice: String) throws {
    let rows = "\(metric),RZ1,\(period),,,\(value)\n"
    let alone = try PrintedBoard(rows: rows, "--against", choice)
    #expect(!alone.line(metric, "RZ1", period).contains("missed"))
    #expect(alone.figures.allSatisfy { ($0["source"] as? String)?.contains("England") != true })
    let row = alone.figures.first { $0["organisation"] as? String == "ALL" }
    // 92% by March 2029 is announced, and is for everyone.
    if metric != "rtt.incomplete" { #expect(row?["target"] as? Double == nil) }
    if metric == "rtt.incomplete" { #expect(row?["target"] as? Double != 70) }
  }

  @Test(arguments: [
    ("ae.four-hour", "RTH", "2026-09", "800,1000,", 82.0), ("cancer.62-day", "RTH", "2026-09", "780,1000,", 80),
    ("cancer.31-day", "RTH", "2026-09", "950,1000,", 94), ("ambulance.c2-mean", "RYE", "2026-09", "170000,100,", 1500),
    ("cancer.28-day-fds", "RTH", "2026-03", "780,1000,", 80),
  ])
  func `a trust's interim target is the one of 2026`(
    metric: String, organisation: String, period: String, value: String, target: Double
  ) throws {
    let board = try PrintedBoard(rows: "\(metric),\(organisation),\(period),,,\(value)\n", "--against", "interim")
    let row = board.figures.first { $0["organisation"] as? String == organisation }
    #expect(row?["target"] as? Double == target)
    #expect(row?["target_kind"] as? String == "interim")
  }

  @Test(arguments: [
    ("2025-11", "2026-03", "580,1000,", 0.0, "November 2024"), ("2024-11", "2026-03", "580,1000,", 63, ""),
    ("2024-11", "2026-03", "500,1000,", 60, ""), ("2026-03", "2026-09", "620,1000,", 69, ""),
  ])
  func `a target with a base month takes that month, or says that it is missing`(
    base: String, period: String, value: String, target: Double, missing: String
  ) throws {
    let board = try PrintedBoard(
      rows: "rtt.incomplete,RTH,\(base),,,\(value)\nrtt.incomplete,RTH,\(period),,,\(value)\n", "--against", "interim")
    let row = board.figures.first { $0["organisation"] as? String == "RTH" }
    #expect(row?["target"] as? Double ?? 0 == target)
    if !missing.isEmpty { #expect(board.text.contains("no target: its figure of \(missing)")) }
  }

  @Test(arguments: [
    ("ae.four-hour", "900,1000,", "85", "2018-03 90 met"),
    ("ae.four-hour", "900,1000,", "92.5", "2018-03 90 missed by 25"),
    ("cancer.62-day", "83,100,", "80", "2018-03 83 met"), ("rtt.incomplete", "900,1000,", "90", "2018-03 90 met"),
  ])
  func `a local target stands beside a standard and can be asked for`(
    metric: String, value: String, target: String, line: String
  ) throws {
    let own = "[[target]]\nmetric = \"\(metric)\"\norganisation = \"RZ1\"\nkind = \"local\"\nvalue = \(target)\n"
    let rows = "\(metric),RZ1,2018-03,,,\(value)\n\(metric),RZ2,2018-03,,,\(value)\n"
    let board = try PrintedBoard(rows: rows, providers: ["RZ1", "RZ2"], settings: own, "--against", "local")
    #expect(board.line(metric, "RZ1") == line)
    let other = board.figures.first { $0["organisation"] as? String == "RZ2" }
    #expect(other?["target"] as? Double == nil)
  }

  @Test func `check says which targets cannot be worked out`() throws {
    let folder = TemporaryFolder()
    folder.write(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\nrtt.incomplete,RTH,2026-09,,,66,100,\n",
      to: "p.csv")
    let outcome = try Program.run(["check", folder.path, "--against", "interim"])
    #expect(
      outcome.output.contains(
        "RTH rtt.incomplete Sep 2026: no target: its figure of March 2026 is not in the extracts"))
    #expect(outcome.status == 0)
    let standard = try Program.run(["check", folder.path])
    #expect(!standard.output.contains("no target"))
  }

  @Test(arguments: [
    (
      "[[target]]\nmetric = \"finance.control-total\"\norganisation = \"RZ1\"\nkind = \"local\"\nvalue = -10000000\n",
      "2026-10 -14200000 missed by 4200000"
    ), ("", "2026-10 -14200000"),
    (
      "[[target]]\nmetric = \"finance.control-total\"\norganisation = \"*\"\nkind = \"local\"\nvalue = -15000000\n",
      "2026-10 -14200000 met"
    ),
  ])
  func `money of a file of one's own is shown, and held against a control total of one's own`(
    target: String, line: String
  ) throws {
    let layout = """
      [[layout]]
      name = "finance"
      metric = "finance.control-total"
      organisation = "RZ1"
      period-column = "Month"
      value-column = "Forecast"

      """
    let board = try PrintedBoard(
      rows: "", providers: ["RZ1"], settings: layout + target,
      files: ["f.csv": "Month,Forecast\n2026-09,-£13.4m\n2026-10,-£14.2m\n"])
    #expect(board.line("finance.control-total", "RZ1") == line, "\(board.text)")
  }

  @Test(arguments: ["finance.control-total", "finance.year-to-date"])
  func `money in sitrep's own layout for figures is shown`(metric: String) throws {
    let board = try PrintedBoard(rows: "\(metric),RZ1,2018-02,,,,,-£2.5m\n", providers: ["RZ1"])
    #expect(board.figures.contains { $0["metric"] as? String == metric && $0["value"] as? Double == -2_500_000 })
  }

  @Test(arguments: [
    ("-12.0,", "-1,-12.0", "1 of 2", "RZ2"), ("-12.0,", "", "1 of 2", "RZ2"), ("4.0,", "", "1 of 2", "RZ2"),
  ])
  func `money of one of two has no variance`(forecast: String, earlier: String, words: String, missing: String) throws {
    let header =
      "organisation,period,unit,basis,control total,plan to date,actual to date,forecast outturn,stf plan,stf actual\n"
    let amounts = "£m,including STF,6.0,0.5,-1.0,\(forecast),\n"
    let files = ["f.csv": header + "RZ1,2018-01,\(amounts)RZ2,2018-01,\(amounts)RZ1,2018-02,\(amounts)"]
    let board = try PrintedBoard(rows: "", providers: ["RZ1", "RZ2"], files: files)
    #expect(board.line("finance.control-total", "QZ9").contains(words))
    let sum = board.figures.first {
      $0["organisation"] as? String == "QZ9" && $0["metric"] as? String == "finance.control-total"
    }
    #expect(sum?["variance"] as? Double == nil && sum?["favourable"] as? Bool == nil)
    #expect(board.text.contains("Trust \(missing)") && board.text.contains("no return for February 2018"))
  }

  /// Metric, organisation, seven months of figures, and the labels of the two lines.
  private static let lines:
    [(metric: String, organisation: String, value: @Sendable (Int) -> String, standard: String, other: String)] = [
      ("ae.four-hour", "RTH", { "\(804 + $0),1000," }, "95.0", "82.0"),
      ("cancer.62-day", "RTH", { "\(704 + $0),1000," }, "85.0", "80.0"),
      ("cancer.31-day", "RTH", { "\(904 + $0),1000," }, "96.0", "94.0"),
      ("ambulance.c2-mean", "RYE", { "\(1_704_000 + 1000 * $0),1000," }, "1,080.0", "1,500.0"),
    ]

  @Test(arguments: lines.indices)
  func `t draws the interim line beside that of the standard, and the standard's alone after it`(
    place: Int
  ) throws {
    let one = HeldAgainstTests.lines[place]
    let board = try PrintedBoard(
      rows: PrintedBoard.months(one.metric, one.organisation, from: 2026, 4, (0..<7).map(one.value)))
    func labels(_ page: String) -> [String] {
      page.split(separator: "\n").filter { $0.contains("┄┄┄") }.map { line in
        let words = line.split { $0 == "│" || $0 == "┄" || $0 == " " }
        return words.count >= 2 ? "\(words[0]) \(words[words.count - 1])" : ""
      }.sorted()
    }
    let view = ["detail", one.organisation, one.metric]
    let both = ["\(one.standard) standard", "\(one.other) target"].sorted()
    #expect(try labels(board.page(view)) == ["\(one.standard) target"])
    #expect(try labels(board.page(view, keys: "t")) == both)
    #expect(try labels(board.page(view, keys: "", "--against", "interim")) == both)
    // Once round, it is as it was.
    let round = try board.page(view, keys: "t t t t")
    #expect(labels(round).contains { $0.hasPrefix(one.standard) })
  }

  @Test(arguments: [("local", 84.0), ("trajectory", 83), ("interim", 81)])
  func `a line of one's own stands beside the standard's`(kind: String, value: Double) throws {
    let own = "[[target]]\nmetric = \"ae.four-hour\"\norganisation = \"RZ1\"\nkind = \"\(kind)\"\nvalue = \(value)\n"
    let board = try PrintedBoard(
      rows: PrintedBoard.months("ae.four-hour", "RZ1", from: 2017, 4, (0..<8).map { "\(804 + $0),1000," }),
      providers: ["RZ1"], settings: own, now: "2018-01-04T09:00")
    let page = try board.page(["detail", "RZ1", "ae.four-hour"], "--against", kind)
    let lines = page.split(separator: "\n").filter { $0.contains("┄┄┄") }
    #expect(lines.contains { $0.contains("95.0") && $0.contains("standard") }, "\(page)")
    #expect(lines.contains { $0.contains("\(value)") && $0.contains("target") }, "\(page)")
  }
}
