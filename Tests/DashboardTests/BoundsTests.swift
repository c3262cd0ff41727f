import Metrics
import Screen
import Testing

@testable import Dashboard

/// However many keys are pressed, what the board remembers of them is bounded.
@Suite struct BoundsTests {
  @Test func `the way back is a hundred pages long, and leads to the overview`() {
    var session = Session()
    session.change { state in for place in 0..<300 { state.visit(place.isMultiple(of: 2) ? .help : .problems) } }
    #expect(session.state.visits.count == 100)
    #expect(session.state.visits.first?.page == .overview)
    session.change { state in for _ in 0..<100 { _ = reduce(&state, .back) } }
    #expect(session.state.page == .overview && session.state.visits.count == 1)
  }

  @Test func `the part of the system that is shown stays the one that was opened, however long the way from it`() {
    var session = Session()
    let place: OrganisationCode = "south"
    session.change { state in
      state.visit(.organisation(place))
      for number in 0..<300 { state.visit(number.isMultiple(of: 2) ? .help : .problems) }
    }
    #expect(session.state.scope == place && session.state.visits.count == 100)
  }

  @Test(arguments: ["/", ":"])
  func `a line has two hundred letters at most, typed or pasted, and says so`(key: String) throws {
    var session = Session()
    try session.play(key)
    session.change { state in for _ in 0..<300 { _ = reduce(&state, .type("x")) } }
    #expect(session.state.prompt?.text.count == State.mostLetters)
    #expect(session.state.message == "a line has 200 letters at most")
    session.change { state in for _ in 0..<10 { _ = reduce(&state, .erase) } }
    session.press(.paste(String(repeating: "y", count: 100_000)))
    #expect(session.state.prompt?.text.count == State.mostLetters)
  }

  @Test func `a paste stands where the caret is, and types nothing where no line is typed`() throws {
    var session = Session()
    try session.play(": type:prov left left")
    session.press(.paste("XY"))
    #expect(session.state.prompt == .command("prXYov"))
    try session.play("escape")
    session.press(.paste("q"))
    #expect(session.state.message == "a paste does nothing here; ? shows the keys")
    #expect(!session.effects.contains(.quit))
  }

  @Test func `a hundred command lines are remembered`() throws {
    var session = Session()
    session.change { state in
      for number in 0..<150 {
        _ = reduce(&state, .startCommand)
        _ = reduce(&state, .paste("theme\(number)"))
        _ = reduce(&state, .submit)
      }
    }
    #expect(session.state.commandHistory.count == 100)
    #expect(session.state.commandHistory.last == "theme149")
  }
}
