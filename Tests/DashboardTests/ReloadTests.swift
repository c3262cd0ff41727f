import Metrics
import Screen
import Testing

@testable import Dashboard

/// A new board takes the place of the old while somebody looks at it.
@Suite struct BoardReplacementTests {
  @Test(arguments: [
    "", "down", "enter s down", "enter / type:mrsh enter", "[ [", "enter enter b", "p enter", "! down", "S",
  ])
  func `page, cursor, sort, filter and period stay, and the picture is the one it was`(keys: String) throws {
    var session = Session()
    try session.play(keys)
    let before = session.frame
    let visits = session.state.visits
    session.obey(.showPrepared(PreparedBoard(Testshire.board, for: session.state)))
    #expect(session.frame == before && session.state.visits == visits)
  }

  @Test func `the cursor stays on its organisation when the rows move`() throws {
    var session = Session()
    try session.play("enter down")
    let organisation = try #require(session.state.selectedRow)
    // Everyone's figures change, and with them the order: the last month is taken away.
    let fewer = Board(Testshire.system, [Testshire.waiting, Testshire.money])
    session.obey(.showPrepared(PreparedBoard(fewer, for: session.state)))
    session.obey(.showPrepared(PreparedBoard(Testshire.board, for: session.state)))
    #expect(session.state.selectedRow == organisation)
  }

  @Test func `a board prepared for another page is shown right on the page that is open by then`() throws {
    var session = Session(Testshire.bare)
    let prepared = PreparedBoard(Testshire.board, for: session.state)
    try session.play(": type:summary enter")
    session.obey(.showPrepared(prepared))
    var fresh = Session()
    try fresh.play(": type:summary enter")
    #expect(session.frame.text == fresh.frame.text)
  }

  @Test func `a board prepared before midnight is judged by the day it is shown on`() throws {
    var session = Session()
    let prepared = PreparedBoard(Testshire.board, for: session.state)
    session.obey(.tick(session.state.now.advanced(bySeconds: 40 * 86_400)))
    session.obey(.showPrepared(prepared))
    #expect(session.text.contains("late"))
  }

  @Test func `the rows of a file are asked for again when it may be another one`() throws {
    var session = Session()
    try session.play("down enter enter enter enter")
    let asked = session.effects.count
    session.obey(.showPrepared(PreparedBoard(Testshire.board, for: session.state)))
    #expect(session.effects.count == asked + 1)
  }

  @Test(arguments: [
    (Staleness.Reason.missing, "missing since 09:12"), (.unreadable, "unreadable since 09:12"),
    (.incomplete, "incomplete since 09:12"),
  ])
  func `figures from before a file went wrong say so on their panel and in the header`(
    reason: Staleness.Reason, words: String
  ) throws {
    var activity = Testshire.activity
    activity.staleness = Staleness(reason, since: try #require(Moment("2016-11-15T09:12")))
    let session = Session(Board(Testshire.system, [activity, Testshire.waiting, Testshire.money]))
    let lines = session.text.split(separator: "\n")
    #expect(lines.first?.contains("× A&E 4h \(words)") == true)
    #expect(lines.dropFirst().contains { $0.contains(words) })
    // Waiting times come from another file.
    #expect(session.state.digest[.incomplete]?.freshness.word == "current")
    #expect(session.state.digest[.fourHour]?.figure?.value == Session().state.digest[.fourHour]?.figure?.value)
  }

  @Test func `a clock that jumps moves nothing but the clock and what is due`() throws {
    var session = Session()
    let before = session.frame
    let now = session.state.now
    for seconds in [-400 * 86_400, 800 * 86_400, -3_000_000_000, 3_000_000_000] {
      session.obey(.tick(now.advanced(bySeconds: seconds)))
      #expect(session.text.contains("A&E four-hour"))
    }
    session.obey(.tick(now))
    #expect(session.frame == before)
  }

  @Test func `a thousand resizes leave the picture as it was`() throws {
    var session = Session()
    let before = session.frame
    for step in 0..<1_000 {
      session.obey(.resize(Size(columns: 1 + step * 7 % 240, rows: 1 + step * 5 % 80)))
    }
    session.obey(.resize(before.size))
    #expect(session.frame == before)
  }
}
