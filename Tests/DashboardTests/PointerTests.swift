import Foundation
import Metrics
import Screen
import Testing

@testable import Dashboard

/// Clicks, double clicks and the wheel: what is drawn is what can be pressed.
@Suite struct PointerTests {
  /// Where a word stands on the picture.
  private func place(of word: String, in session: Session) throws -> Position {
    for (row, line) in session.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let range = line.range(of: word) else { continue }
      return Position(row: row, column: line.distance(from: line.startIndex, to: range.lowerBound))
    }
    throw NotThere(word: word)
  }
  private struct NotThere: Error { let word: String }

  private func click(_ word: String, _ session: inout Session, _ kind: MouseEvent.Kind = .press) throws {
    session.press(.mouse(MouseEvent(kind, at: try place(of: word, in: session))))
  }

  @Test func `a click selects the row under it, and a double click opens it`() throws {
    var session = Session()
    try click("RTT 18 weeks", &session)
    #expect(session.state.visit.pane == 1)
    try session.play("enter")
    let row = try place(of: "Royal Marsh", in: session)
    session.press(.mouse(MouseEvent(.press, at: row)))
    #expect(session.state.selectedRow == .organisation("RT3"))
    session.press(.mouse(MouseEvent(.doubleClick, at: row)))
    #expect(session.state.page == .organisation("RT3"))
  }

  @Test func `a crumb leads back, the arrows of the period move it, and the problems open`() throws {
    var session = Session()
    try session.play("enter enter enter")
    try click("A&E four-hour", &session)
    #expect(session.state.page == .metric(.fourHour))
    try click("Testshire", &session)
    #expect(session.state.page == .overview)
    try click("[", &session)
    #expect(session.state.viewSettings.period == .month(Testshire.month(2016, 9)))
    try click("]  ", &session)
    try click("data problems", &session)
    #expect(session.state.page == .problems)
  }

  @Test func `a key in the bar is that key`() throws {
    var session = Session()
    try click("? help", &session)
    #expect(session.state.page == .help)
  }

  @Test func `the wheel moves the cursor of the panel under it`() throws {
    var session = Session()
    let place = try place(of: "Needs attention", in: session)
    session.press(.mouse(MouseEvent(.wheelDown, at: Position(row: place.row + 2, column: place.column))))
    #expect(session.state.visit.pane == 5)
    #expect(session.state.visit.cursors[5] != nil)
    session.press(.mouse(MouseEvent(.wheelUp, at: Position(row: place.row + 2, column: place.column))))
    #expect(session.state.selectedRow == session.state.content.rows(of: 5).first)
  }

  @Test func `a press where nothing is says so`() throws {
    var session = Session()
    try session.play("?")
    session.press(.mouse(MouseEvent(.press, at: Position(row: 20, column: 40))))
    #expect(session.state.message == "nothing to click there")
  }
}
