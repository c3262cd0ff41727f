import Metrics
import Screen
import Testing

@testable import Dashboard

/// Screens too small for boxes, for a status line, for a header: never a dead end, and nobody types blind.
@Suite struct SmallScreenTests {
  private func session(_ size: String, _ keys: String = "") throws -> Session {
    var session = Session(size: try #require(Size(text: size)))
    try session.play(keys)
    return session
  }

  @Test(arguments: ["80x24", "80x10", "60x11", "40x10", "20x3", "20x2", "20x1"])
  func `what is typed is seen, and the cursor stands where the next letter goes`(size: String) throws {
    for keys in [": type:metric", "enter / type:metric", "! / type:metric"] {
      let session = try session(size, keys)
      let line = session.text.split(separator: "\n", omittingEmptySubsequences: false)
      let cursor = try #require(session.frame.cursor)
      let typed = line[cursor.row].prefix(cursor.column)
      #expect(typed.hasSuffix(":metric") || typed.hasSuffix("/metric"), "\(size): \(session.text)")
    }
  }

  @Test(arguments: ["60x15", "40x10", "20x3"])
  func `a line longer than the screen is scrolled, so that the end of it is seen`(size: String) throws {
    let long = (1...12).map { "word\($0)" }.joined(separator: "-")
    var session = try session(size, ": type:\(long)")
    #expect(session.text.contains("word12") && !session.text.contains(":word1-"))
    try session.play("home")
    #expect(session.text.contains(":word1-") && !session.text.contains("word12"))
    #expect(session.frame.cursor?.column ?? 99 <= 2)
  }

  @Test(arguments: ["80x24", "60x11", "40x10", "20x3", "20x1"], ["", "K", "K space"])
  func `an alert has its banner at every size, on the board and on the wall`(size: String, keys: String) throws {
    var session = try session(size, keys)
    session.obey(.tick(Moment(day: session.state.now.day.advanced(by: 90), second: 43_200)))
    let sentence = try #require(session.state.alerts.shown.first).sentence
    let shown = session.text.contains("Alert: " + sentence.prefix(9))
    #expect(shown, "\(session.text)")
  }

  static let rows: [(keys: String, first: String, second: String)] = [
    ("enter", "Fenwick", "St Aldhelm"), ("enter enter", "A&E 4h", "RTT"), ("enter enter enter", "Oct 16", "Sep 16"),
    ("S", "A&E 4h", "RTT"), ("!", "no layout fits", "Attendances"), ("?", "Move", "Enter open"),
    ("enter enter enter enter", "line 12", "line 19"), (": type:system enter", "Every", "Bath"),
  ]

  @Test(arguments: rows.indices, ["20x3", "30x2", "16x24", "100x1"])
  func `every page shows the row the cursor stands on, and the cursor moves`(page: Int, size: String) throws {
    let (keys, _, _) = Self.rows[page]
    let before = try session(size, keys)
    var after = before
    try after.play("down")
    #expect(after.state.message.isEmpty && after.text != before.text, "\(before.text)\n\(after.text)")
    let row = try #require(after.state.selectedRow)
    let words = after.state.content.compact(row)
    let isSeen =
      words.prose.isEmpty
      ? words.names.contains { after.text.contains($0.prefix(4)) } && after.text.contains(words.figure.plain)
      : after.text.contains(words.prose.plain.prefix(8))
    #expect(isSeen, "\(after.text)")
    #expect(!after.text.contains("╭") && !after.text.contains("│"), "\(after.text)")
  }

  @Test(arguments: ["200x60", "120x40", "80x24", "60x15", "40x10", "24x10", "20x3"])
  func `the page of a series says whose it is, of what, and how fresh`(size: String) throws {
    for keys in ["enter enter enter", "enter enter enter tab"] {
      var session = try session(size, keys)
      let text = session.text
      #expect(text.contains("Fenwick") || text.contains("RT1"), "\(text)")
      #expect(text.contains("A&E 4h") || text.contains("A&E four-hour"), "\(text)")
      #expect(text.contains("current"), "\(text)")
      session.obey(.tick(Moment(day: session.state.now.day.advanced(by: 90))))
      session.acknowledgeAll()
      let late = try #require(session.state.digest[.fourHour]).freshness.word
      #expect(late.hasPrefix("late") && session.text.contains(late), "\(session.text)")
    }
  }

  @Test(arguments: ["200x60", "180x50", "120x40", "80x24", "40x10", "20x3"])
  func `the page of an organisation says how fresh the metric under the cursor is`(size: String) throws {
    var session = try session(size, "enter enter down")
    #expect(
      session.text.split(separator: "\n").dropFirst(session.state.size.rows < 6 ? 0 : 1).joined().contains("current"))
    session.obey(.tick(Moment(day: session.state.now.day.advanced(by: 90))))
    let metric = try #require(session.state.contents.rows.first { .metric($0.key.metric) == session.state.selectedRow })
    let word = try #require(metric.freshness).word
    #expect(word.hasPrefix("late"))
    session.acknowledgeAll()
    #expect(session.text.contains(word), "\(session.text)")
  }

  @Test(arguments: ["120x40", "60x15", "40x10", "40x24"], ["", "K"])
  func `the header says how late the latest is, at 40 columns too`(size: String, keys: String) throws {
    var session = try session(size, keys)
    session.obey(.tick(Moment(day: session.state.now.day.advanced(by: 90))))
    let worst = try #require(session.state.digest.stalest).freshness
    #expect(worst.word.hasPrefix("late"))
    #expect(session.text.split(separator: "\n")[0].contains(worst.word), "\(session.text)")
  }

  @Test(arguments: ["200x60", "120x40", "80x24", "60x15", "40x10", "40x6", "20x5", "20x3", "20x2", "60x1"])
  func `a figure of a wall stands in ordinary digits too, and large ones are never torn`(size: String) throws {
    for keys in ["K right", "K right right", "K"] {
      let session = try session(size, keys)
      let digest = session.state.digest
      let figure = try #require(
        (digest.panels.first { .metric($0.metric.id) == session.state.page } ?? digest.panels[0]).figure)
      let metric = try #require(session.state.board.catalogue[figure.metric])
      #expect(session.text.contains(figure.written(metric)), "\(session.text)")
      // Each digit is three rows of blocks: its first row never stands without its last.
      let blocks = session.text.split(separator: "\n").count { $0.contains("█") || $0.contains("▀") }
      #expect(blocks == 0 || blocks >= 3, "\(session.text)")
    }
  }

  @Test(arguments: [14, 16, 19, 20, 23, 24, 27, 31, 35, 36, 38, 40])
  func `nothing runs over the border of a box, however narrow`(columns: Int) throws {
    for keys in ["", "tab tab tab tab tab", "enter enter", "enter enter enter", "!", "S"] {
      let session = try session("\(columns)x40", keys)
      for line in session.text.split(separator: "\n") where line.hasPrefix("│") {
        let last = line.last ?? " "
        #expect(line.count == columns && "│┃╮╯┤".contains(last), "\(keys) at \(columns): \(line)")
      }
    }
  }

  @Test func `the figure and its variance stay beside the name on a narrow screen`() throws {
    for columns in [20, 24, 28, 32, 36, 40, 44] {
      for keys in ["enter down", "enter enter", "S"] {
        let session = try session("\(columns)x20", keys)
        let figures = session.text.matches(of: /[0-9]+\.[0-9]/).count
        #expect(figures >= 4, "\(keys) at \(columns): \(session.text)")
      }
    }
  }
}

extension Session {
  /// Takes every alert as seen, and says nothing of it.
  fileprivate mutating func acknowledgeAll() {
    while !state.alerts.shown.isEmpty { obey(.acknowledge) }
    obey(.say(""))
  }
}
