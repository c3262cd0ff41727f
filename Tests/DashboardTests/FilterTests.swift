import Metrics
import Screen
import Testing

@testable import Dashboard

/// Finding: what fits best is what the cursor stands on.
@Suite struct FilterTests {
  @Test func `what Enter opens in the list of systems is the best match of what was typed`() throws {
    var session = Session()
    try session.play(": type:system enter / type:somerset enter enter")
    #expect(session.effects.contains(.system("QSL")))
  }

  @Test func `every organisation is found by its name as well, and hidden by another`() throws {
    var session = Session()
    try session.play(": type:system enter / type:somerset")
    #expect(!session.text.contains("Every organisation"))
    try session.play("ctrl-u type:every")
    #expect(session.state.selectedRow == .organisation(.all))
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func `names, codes and dates of systems are never cut`(size: Size) throws {
    var session = Session(size: size)
    try session.play(": type:system enter")
    #expect(!session.text.contains("…"))
    #expect(session.text.contains("from Jul 2022"))
  }

  @Test(arguments: [
    ("dev", ["Devon"], FilterMatch.beginning), ("devon", ["Devon"], .whole), ("wilt", ["Bath and Wiltshire"], .word),
    ("eth", ["Hethersett"], .inside), ("dvn", ["Devon"], .scattered), ("xyz", ["Devon"], nil),
    ("qjk", ["Devon", "QJK"], .whole),
  ])
  func `the closer a name is to what was typed the better it fits`(
    filter: String, names: [String], expected: FilterMatch?
  ) {
    #expect(FilterMatch(filter, names) == expected)
  }

  @Test func `a filter moves the cursor to the best match and, dropped, puts it back`() throws {
    var session = Session()
    try session.play("enter home")
    let before = session.text
    try session.play("/ type:marsh")
    #expect(session.state.selectedRow == .organisation("RT3"))
    try session.play("escape")
    #expect(session.text == before)
  }

  @Test func `a cursor that was moved among what was found stays there when the filter is dropped`() throws {
    var session = Session()
    try session.play("enter home / type:t enter down")
    let found = session.state.selectedRow
    try session.play("escape")
    #expect(session.state.selectedRow == found)
  }
}
