import Testing

/// Who belongs to a system, who is ranked in it, and where that is said.
@Suite struct MembershipTests {
  /// A list of organisations as published: each below a system.
  private static func list(_ places: [(String, String)]) -> String {
    places.map { code, system in
      "\"\(code)\",\"TRUST \(code) NHS TRUST\",\"Y59\",\"\(system)\",\"\",\"\",\"\",\"\",\"\",\"\",\"20010401\""
        + String(repeating: ",\"\"", count: 16) + "\n"
    }.joined()
  }

  struct Case: Sendable {
    /// Trusts that an organisation list among the extracts places, and where.
    let listed: [(String, String)]
    /// The trusts with figures, and their breaches of 1,000.
    let breaches: [(String, Int)]
    let system: String
    /// The trusts of the system that have figures, and what says so of the first.
    let members: [String], source: String
  }

  private static let cases: [Case] = [
    // The list moves one trust out of the system that the built-in table has it in, and another into it.
    Case(
      listed: [("RXQ", "QU9"), ("RWX", "QNQ")], breaches: [("RXQ", 100), ("RWX", 10)], system: "QU9",
      members: ["RXQ"], source: "list.csv"),
    Case(
      listed: [("RXQ", "QU9"), ("RWX", "QNQ")], breaches: [("RXQ", 100), ("RWX", 10)], system: "QNQ",
      members: ["RWX"], source: "list.csv"),
    // A list that names one of the system's trusts leaves the others to the built-in table.
    Case(
      listed: [("RHW", "QU9"), ("RD8", "QHG")], breaches: [("RHW", 300), ("RTH", 200), ("RD8", 100)], system: "QU9",
      members: ["RHW", "RTH"], source: "list.csv"),
    Case(
      listed: [("RZ7", "QHG"), ("RD8", "QHG")], breaches: [("RZ7", 50), ("RD8", 150), ("RC9", 250)], system: "QHG",
      members: ["RZ7", "RD8", "RC9"], source: "list.csv"),
    // Without a list the built-in table alone decides.
    Case(
      listed: [], breaches: [("RXQ", 100), ("RHW", 40), ("RD8", 10)], system: "QU9", members: ["RXQ", "RHW"],
      source: "the built-in list"),
  ]

  @Test(arguments: cases.indices) func `a system has one figure, on its own board and on that of every organisation`(
    place: Int
  ) throws {
    let one = MembershipTests.cases[place]
    let rows = one.breaches.map { "ae.four-hour,\($0.0),2026-02,,,\(1000 - $0.1),1000,\n" }.joined()
    let files = one.listed.isEmpty ? [:] : ["list.csv": MembershipTests.list(one.listed)]
    let own = try PrintedBoard(rows: rows, files: files, "--system", one.system)
    let inside = one.breaches.filter { one.members.contains($0.0) }
    let within = inside.reduce(0) { $0 + 1000 - $1.1 }
    #expect(own.row("ae.four-hour", one.system)["numerator"] as? Double == Double(within))
    #expect(own.row("ae.four-hour", one.system)["denominator"] as? Double == Double(1000 * inside.count))
    for (code, _) in one.breaches {
      #expect(own.figures.contains { $0["organisation"] as? String == code } == one.members.contains(code))
    }
    // The page of a trust says what put it there, and the levels say it of all.
    let page = try own.page(["organisation", one.members[0]], "--system", one.system)
    #expect(page.contains(" by \(one.source)"), "\(page)")
    let levels = try own.page([], "--system", one.system)
    #expect(levels.contains(one.source), "\(levels)")
    guard !one.listed.isEmpty else { return }
    let all = try PrintedBoard(rows: rows, files: files)
    let national = try all.page(["organisation", one.system])
    let percent = Double(within) / Double(10 * inside.count)
    #expect(national.contains(String(format: "%.1f%%", percent)), "\(national)")
    #expect(national.contains("by list.csv"), "\(national)")
    #expect(try all.page(["organisation", one.members[0]]).contains(" by \(one.source)"))
  }

  @Test(arguments: [
    ("2026-03", " no roll-up", false), ("2026-04", "ended Mar 2026", true), ("2026-09", "ended Mar 2026", true),
  ])
  func `a system that has ended says so on either board`(month: String, words: String, hasEnded: Bool) throws {
    let rows = "ae.four-hour,RXQ,\(month),,,900,1000,\n"
    let files = ["list.csv": MembershipTests.list([("RXQ", "QU9")])]
    let all = try PrintedBoard(rows: rows, files: files)
    let own = try PrintedBoard(rows: rows, files: files, "--system", "QU9")
    let pages = [
      try all.page(["metric", "ae.four-hour"]), try own.page(["metric", "ae.four-hour"], "--system", "QU9"),
    ]
    for page in pages { #expect(page.contains(words) == hasEnded, "\(page)") }
    let figure = own.row("ae.four-hour", "QU9")["value"] as? Double
    #expect((figure == nil) == hasEnded)
  }

  @Test(arguments: [
    ("cancer.62-day", "2025-09", [("RZ1", 800), ("RZ2", 700), ("RZ3", 750), ("RZ4", 967)]),
    ("diagnostics.six-week", "2025-09", [("RZ4", 100), ("RZ3", 990)]),
    ("rtt.incomplete", "2025-08", [("RZ1", 600), ("RZ4", 650), ("RZ5", 640)]),
    ("cancer.31-day", "2025-09", [("RZ2", 960), ("RZ4", 950), ("RZ5", 940), ("RZ6", 930), ("RZ1", 920)]),
  ])
  func `a trust that only files of one's own name is ranked like any other`(
    metric: String, month: String, shares: [(String, Int)]
  ) throws {
    // A published file names the first three alone.
    let published =
      "Period,Org Code,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
      + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"
      + ["RZ1", "RZ2", "RZ3"].map { "MSitAE-SEPTEMBER-2025,\($0),\($0),1000,,,100,,\n" }.joined()
    let board = try PrintedBoard(
      rows: shares.map { "\(metric),\($0.0),\(month),,,\($0.1),1000,\n" }.joined(),
      providers: (1...6).map { "RZ\($0)" }, files: ["ae.csv": published])
    let best = shares.map(\.1).sorted(by: >)
    for (code, share) in shares {
      let rank = 1 + (best.firstIndex(of: share) ?? 0)
      let page = try board.page(["detail", code, metric], size: "200x60")
      #expect(page.contains("rank \(rank) of \(shares.count)"), "\(code): \(page)")
    }
    // The system is the sum of everybody.
    let sum = board.row(metric, "QZ9")
    #expect(sum["numerator"] as? Double == Double(shares.reduce(0) { $0 + $1.1 }))
    #expect(sum["denominator"] as? Double == Double(1000 * shares.count))
  }
}
