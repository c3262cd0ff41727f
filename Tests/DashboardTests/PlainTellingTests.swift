import Metrics
import Screen
import Testing

@testable import Dashboard

/// Pages in lines of words, and the words that lead back to a page.
@Suite struct PlainTellingTests {
  @Test(arguments: ExpectedScreenTests.pages.indices)
  func `every page is told as it was recorded`(page: Int) throws {
    let (name, keys) = ExpectedScreenTests.pages[page]
    var session = Session(size: Size(columns: 200, rows: 200))
    try session.play(keys)
    let lines = SpokenText(session.state).lines
    try expectRecorded(lines.joined(separator: "\n"), "plain/\(name).txt")
    // Nothing that only a picture explains: no lines, bars, dots or arrows.
    let drawn = lines.joined().unicodeScalars.filter { (0x2190...0x2BFF).contains($0.value) }
    // The help page names the keys by their arrows.
    #expect(drawn.isEmpty || name == "help")
  }

  @Test(arguments: ExpectedScreenTests.pages.indices)
  func `the view line of a page leads to that page`(page: Int) throws {
    var session = Session()
    try session.play(ExpectedScreenTests.pages[page].keys)
    var again = Session().state
    try ViewLine.open(session.state.viewLine, in: &again)
    let isTop = session.state.page == .overview
    #expect(again.page == session.state.page || isTop && again.visits.count == 1)
    #expect(again.viewLine == session.state.viewLine)
  }

  @Test func `a view line keeps an earlier period, and the metric's row`() throws {
    var session = Session()
    try session.play("enter [ down")
    var again = Session().state
    try ViewLine.open(session.state.viewLine, in: &again)
    #expect(again.viewSettings.period == session.state.viewSettings.period && again.viewSettings.period != nil)
    #expect(again.selectedRow == session.state.selectedRow)
  }
}
