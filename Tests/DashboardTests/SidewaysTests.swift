import Screen
import Testing

@testable import Dashboard

/// Tables wider than the screen, and lines that are whole views.
@Suite struct SidewaysTests {
  @Test func `the first column stays while the others move, as far as there are any`() throws {
    var session = Session(size: Size(columns: 60, rows: 24))
    try session.play("enter")
    let heading = try #require(session.text.split(separator: "\n").first { $0.contains("target") })
    #expect(!heading.contains("funnel") && !heading.contains("year ago"))
    var seen = ""
    for _ in 0..<12 {
      try session.play("right")
      seen += session.text
      #expect(session.text.contains("Fenwick"))
    }
    #expect(seen.contains("year ago") && seen.contains("before"))
    for _ in 0..<20 { try session.play("right") }
    #expect(session.state.message == "this is the last column")
    for _ in 0..<20 { try session.play("left") }
    #expect(session.state.message == "this is the first column")
  }

  @Test(arguments: [
    "overview", "metric rtt.incomplete", "organisation RT2", "detail RT1 rtt.incomplete", "summary QT1", "problems",
    "overview 2016-08 trajectory", "metric ae.four-hour days commissioners",
  ])
  func `a view's own line opens it again`(line: String) throws {
    var session = Session()
    try session.play(": " + line.split(separator: " ").map { "type:\($0)" }.joined(separator: " space ") + " enter")
    #expect(session.state.viewLine.joined(separator: " ") == line)
    #expect(session.state.message.isEmpty)
  }

  @Test func `a filter on the overview narrows every panel`() throws {
    var session = Session()
    try session.play("/ type:rt3 enter")
    #expect(OverviewPage(session.state).rows(of: 0) == [.organisation("RT3")])
    #expect(
      OverviewPage(session.state).rows(of: 5).allSatisfy {
        if case .exception(let key) = $0 { key.organisation == "RT3" } else { false }
      })
    try session.play("escape")
    #expect(OverviewPage(session.state).rows(of: 0).count > 1)
  }
}
