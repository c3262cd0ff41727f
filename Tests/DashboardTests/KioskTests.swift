import Metrics
import Screen
import Testing

@testable import Dashboard

/// The wall: what it goes through, when it stops, and what it never shows.
@Suite struct KioskTests {
  private func wall(_ text: String? = nil, every: Int = 30, size: Size = Size(columns: 120, rows: 40)) -> Session {
    var session = Session(size: size)
    session.obey(.beginKiosk(text.map { Playlist($0, file: "wall.txt", every: every) }, every: every))
    return session
  }

  @Test func `a day on the wall visits every entry in its order, for as long as it says, and ends where it should`()
    throws
  {
    var session = wall("overview 45s\nmetric rtt 5m\nprovider RT1\n# tea\n\ndetail RT2 cancer 2m\n", every: 600)
    let seconds = [45, 300, 600, 120]
    #expect(session.state.kiosk?.entries.map(\.seconds) == seconds)
    var visits = [0, 0, 0, 0]
    var position = 0
    var left = 24 * 3600
    visits[0] = 1
    while left > 0 {
      let step = min(left, try #require(session.state.secondsToChange))
      session.obey(.tick(session.state.now.advanced(bySeconds: step)))
      left -= step
      if let next = session.state.kiosk?.position, next != position {
        #expect(next == (position + 1) % 4)
        visits[next] += 1
        position = next
      }
    }
    // 86,400 s are 81 rounds of 1,065 s and 135 s: 45 s of the overview, then the metric.
    #expect(visits == [82, 82, 81, 81])
    #expect(session.state.page == .metric(.incomplete))
    #expect(session.state.secondsToChange == 300 - 90)
  }

  @Test func `without a playlist it goes through the overview, every metric and every organisation`() throws {
    let session = wall()
    let lines = session.state.kiosk?.entries.map { $0.words.joined(separator: " ") } ?? []
    #expect(lines.first == "overview")
    #expect(lines.contains("metric ae.four-hour") && lines.contains("organisation RT3"))
    #expect(!lines.contains { $0.hasPrefix("source") })
  }

  @Test func `a key pauses, and when nobody is there it goes on by itself`() throws {
    var session = wall("overview\nmetric rtt")
    try session.play("x wait:60s")
    #expect(session.state.page == .overview && session.text.contains("paused"))
    try session.play("wait:61s")
    #expect(session.state.kiosk?.mode == .turning)
    try session.play("wait:30s")
    #expect(session.state.page == .metric(.incomplete))
  }

  @Test func `what was left for the board comes back when nobody is there`() throws {
    var session = wall("overview\nmetric rtt")
    try session.play("right enter enter")
    #expect(!session.state.isOnWall && session.state.page != .metric(.incomplete))
    try session.play("wait:119s")
    #expect(!session.state.isOnWall)
    try session.play("wait:1s")
    #expect(session.state.isOnWall && session.state.page == .metric(.incomplete))
  }

  @Test func `a lost line is a problem with its line and how to mend it, and the rest goes on`() {
    let session = wall("overview\nprovder RT1\nsource RT1 rtt\nmetric rtt 0s\nprovider XYZ\nhelp\n")
    #expect(session.text.contains("1 of 6"))
    let problems = session.state.problems.filter { $0.file == "wall.txt" }
    #expect(problems.compactMap(\.line).sorted() == [2, 3, 4, 5, 6])
    #expect(problems.allSatisfy { !$0.fix.isEmpty })
    #expect(problems.contains { $0.message == "\"source\" is not for a wall, which shows no rows of files" })
    #expect(problems.contains { $0.message == "\"help\" is not for a wall, where nobody presses keys" })
  }

  @Test(arguments: ["200x60", "120x40", "80x24", "60x15", "40x10", "20x3"])
  func `an entry that cannot be shown says so when it is its turn`(size: String) throws {
    var session = wall(
      "overview\nprovder RT1\nsource RT1 rtt\nprovider XYZ\n", size: try #require(Size(text: size)))
    #expect(!session.text.contains("cannot be"))
    for _ in 0..<3 {
      session.obey(.kioskMove(1))
      #expect(session.text.contains("entry cannot be") || session.state.size.columns <= 20, "\(session.text)")
      #expect(!session.text.contains("every metric"), "\(session.text)")
      guard session.state.size.columns >= 80 else { continue }
      let large = session.frame.cells.filter { "▟▙▜▛█▀▄".contains($0.character) && $0.role == .problemError }
      #expect(large.count > 40, "\(session.text)")
    }
  }

  @Test(arguments: ["238x67", "200x60", "120x40", "80x24", "40x10", "20x3"])
  func `attention, the summary and data problems are entries with figures of their own`(size: String) throws {
    var session = wall("attention\nsummary\nproblems", size: try #require(Size(text: size)))
    for name in ["attention", "summary", "problems"] {
      try compareScreen(session.text, with: "wall-\(name)-\(size)")
      session.obey(.kioskMove(1))
    }
  }

  @Test(arguments: ["238x67", "200x60", "120x40", "80x24"])
  func `in a list every number has its unit, and what follows the target begins after a semicolon`(size: String) throws
  {
    var session = wall("attention\nsummary", size: try #require(Size(text: size)))
    for _ in 0..<2 {
      let items = try #require(session.state.content.wall.items)
      #expect(items.contains { $0.names.last?.contains("Control total") == true && $0.suffix == "£m" })
      #expect(items.contains { ["%", "pp"].contains($0.suffix) })
      let lines = session.text.split(separator: "\n")
      for suffix in Set(items.prefix(5).map(\.suffix)) where !suffix.isEmpty {
        #expect(lines.contains { $0.contains(" \(suffix)") }, "\(suffix) in \(session.text)")
      }
      for words in items.flatMap(\.words).map(\.plain) {
        #expect(!words.contains("  ") && !words.hasSuffix("; ") && !words.hasSuffix(";"), "\(words)")
      }
      session.obey(.kioskMove(1))
    }
  }

  @Test(arguments: ["238x67", "200x60", "120x40", "80x24"])
  func `the overview and a metric look as they were recorded`(size: String) throws {
    var session = wall("overview\nmetric ae\nprovider RT1", size: try #require(Size(text: size)))
    for name in ["overview", "metric", "provider"] {
      try compareScreen(session.text, with: "wall-\(name)-\(size)")
      session.obey(.kioskMove(1))
    }
  }

  @Test(arguments: ["238x67", "200x60", "120x40", "80x24"])
  func `digits have the colour of their state, and every tile says it in a word and keeps its verdict`(size: String)
    throws
  {
    let session = wall("overview", size: try #require(Size(text: size)))
    let blocks = session.frame.cells.filter { "▟▙▜▛█▀▄".contains($0.character) }
    #expect(blocks.contains { $0.role == .targetMissed } && !blocks.contains { $0.role == .figure })
    #expect(session.text.contains("miss"))
    for figure in session.state.content.wall.figures.prefix(5) where !figure.control.isEmpty {
      let verdicts = (12...60).map { figure.control.widest(fitting: $0).plain }
      #expect(verdicts.contains { !$0.isEmpty && session.text.contains($0) }, "\(figure.name)")
    }
  }

  @Test func `a wall goes on at the entry it was left at`() throws {
    var session = wall("overview\nmetric rtt\nsummary")
    session.change { $0.resumeKiosk(at: 2) }
    #expect(session.text.contains("3 of 3") && session.state.page == .summary("QT1"))
    session.change { $0.resumeKiosk(at: 9) }
    #expect(session.text.contains("3 of 3"))
  }

  @Test(arguments: ["200x60", "120x40", "80x24", "60x15", "40x10", "20x3"])
  func `the title says who, what and when at every size, and there is no cursor`(size: String) throws {
    var session = wall("overview\nmetric ae\nprovider RT1\ndetail RT1 ae", size: try #require(Size(text: size)))
    for what in ["every metric", "A&E four-hour", "every metric", "A&E four-hour"] {
      let title = session.text.split(separator: "\n").first ?? ""
      #expect(session.frame.cursor == nil)
      if session.state.size.columns >= 80 {
        #expect(title.contains(what) && title.contains("October 2016"), "\(title)")
      }
      #expect(title.contains("Oct"), "\(title)")
      if let figure = session.state.content.wall.figures.first {
        #expect(session.text.contains(figure.digits), "\(session.text)")
      }
      session.obey(.kioskMove(1))
    }
  }

  @Test func `a title shortens the organisation first, then the period, and last what it is about`() {
    var titles: [String] = []
    for columns in (36...90).reversed() {
      let title = wall("overview", size: Size(columns: columns, rows: 24)).text.split(separator: "\n").first ?? ""
      // What follows is the freshness and the clock.
      titles.append(title.split(separator: "●").first.map(String.init) ?? "")
    }
    #expect(titles.contains { $0.contains("every metric › Oct 2016") }, "\(titles)")
    let firstShort = titles.firstIndex { $0.contains("› all ›") } ?? titles.count
    #expect(titles[firstShort...].allSatisfy { !$0.contains("every metric") })
  }

  @Test func `counts of 1 to 4 from a file of one's own are not shown on a wall, nor what would tell them`() {
    let rows = RowSpan(line: 2)
    func board(isLocal: Bool) -> Board {
      Board(
        HealthSystem(
          code: "QT9", name: "Small", shortName: "Small", asAt: Moment("2016-11-15"),
          organisations: [Organisation(code: "RT9", name: "Tiny Trust", shortName: "Tiny", role: .provider)]),
        [
          Contribution(
            file: SourceFile(name: "own.csv"), layout: "performance", isLocal: isLocal,
            observations: [
              Observation(
                .cancer62Day, of: "RT9", in: .month(Testshire.last), .share(within: Count(3), of: Count(11)), rows: rows
              )
            ])
        ])
    }
    for page in ["overview", "metric cancer", "provider RT9", "detail RT9 cancer"] {
      var hidden = Session(board(isLocal: true))
      hidden.obey(.beginKiosk(Playlist(page, file: "p")))
      #expect(!hidden.text.contains("27.3") && !hidden.text.contains("57.7"), "\(page)")
      // Whoever hangs it can say otherwise.
      hidden.change { $0.showsSmallCounts = true }
      #expect(hidden.text.contains("57.7"), "\(page)")
      var shown = Session(board(isLocal: false))
      shown.obey(.beginKiosk(Playlist(page, file: "p")))
      #expect(shown.text.contains("57.7"), "\(page)")
    }
  }

  @Test func `what changed with the last extract is marked until its view has been on the wall`() throws {
    var session = wall("metric ae\nmetric rtt")
    #expect(!session.hasNewMark)
    session.obey(.show(Board(Testshire.system, [Testshire.waiting, Testshire.money, Testshire.laterActivity])))
    #expect(session.hasNewMark)
    try session.play("wait:30s wait:30s")
    #expect(session.state.page == .metric(.fourHour))
    #expect(!session.hasNewMark)
  }
}

extension Testshire {
  /// The activity file, read again with one figure revised.
  static var laterActivity: Contribution {
    let revised = activity.observations.map { row in
      guard row.metric == .fourHour, row.organisation == "RT1", row.part == nil, row.period == .month(last) else {
        return row
      }
      return Observation(
        row.metric, of: row.organisation, in: row.period, .share(within: Count(4000), of: Count(9000)), rows: row.rows)
    }
    return Contribution(
      file: activity.file, layout: activity.layout, observations: Observations(revised),
      organisations: activity.organisations,
      targets: activity.targets)
  }
}

extension Session {
  /// Whether anything is marked as new.
  fileprivate var hasNewMark: Bool {
    (0..<frame.size.rows).contains { frame.row($0).contains { $0.role == .newMark && $0.character == "•" } }
  }
}
