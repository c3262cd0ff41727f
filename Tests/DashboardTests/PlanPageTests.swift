import Metrics
import Screen
import Testing

@testable import Dashboard
@testable import Reports

/// Pages of a system that publishes rates, single periods and plans.
@Suite struct PlanPageTests {
  private let wide = Size(columns: 120, rows: 40)

  @Test func `organisations that returned rates leave no roll-up, not no return`() throws {
    var session = Session(Planshire.board, size: wide)
    try session.play(": type:metric space type:cancer.62-day enter")
    let lines = session.text.split(separator: "\n").map(String.init)
    for name in ["Planshire", "East"] {
      #expect(lines.contains { $0.contains(name) && $0.contains("no roll-up") })
    }
    #expect(!session.text.contains("no return"))
    let print = FigureListing(Planshire.board).text(asAt: session.state.today).split(separator: "\n")
    #expect(print.contains { $0.hasPrefix("  Planshire") && $0.hasSuffix("no roll-up") })
    #expect(SpokenText(session.state).lines.contains { $0.hasPrefix("Planshire") && $0.contains("no roll-up") })
  }

  @Test func `the five topics come first, whichever measure of them was published`() {
    let panels = OverviewPage(Session(Planshire.board).state).panels
    #expect(
      Array(panels.prefix(5)) == [
        .metric(.fourHour), .metric(.incomplete), .metric(.cancer62Day), .metric(.delayedBeds), .metric(.controlTotal),
      ])
    #expect(Session(Planshire.board, size: Size(columns: 80, rows: 24)).text.contains("150 beds"))
  }

  @Test func `a wall has the topics in the order of the overview`() throws {
    var session = Session(Planshire.board, size: wide)
    try session.play("K")
    let text = session.text
    let delays = try #require(text.firstRange(of: "DTOC beds"))
    let further = try #require(text.firstRange(of: "Cancer two-week wait"))
    #expect(delays.lowerBound < further.lowerBound)
  }

  @Test func `a number that should be higher is too few, and an amount of its own kind is no forecast`() throws {
    let board = Planshire.board
    let standards = try #require(board.shownFigure("local.standards", of: "QP1", ViewSettings()))
    #expect(board.meaning(of: standards) == "2 short of target")
    let cost = try #require(board.shownFigure("local.cost", of: "QP1", ViewSettings()))
    #expect(cost.written(try #require(board.catalogue["local.cost"])) == "£300k")
    let text = Session(board, size: Size(columns: 200, rows: 60)).text
    #expect(text.contains("£300k, Planshire plan"))
    #expect(!text.contains("forecast"))
  }

  @Test func `the plan stands in the panel of the position alone`() {
    let digest = Digest(Planshire.board, scope: "QP1", viewSettings: ViewSettings(), today: Day(number: 17_000))
    #expect(digest.panels.filter { $0.money != nil }.map(\.metric.id) == [.controlTotal])
  }

  @Test func `a page of a single period has no empty columns, and bars in the place of a chart`() throws {
    var session = Session(Planshire.board, size: wide)
    try session.play(": type:metric space type:cancer.62-day enter")
    for heading in ["trend", "chart", "before", "year ago"] { #expect(!session.text.contains(heading)) }
    #expect(session.text.contains("Providers · Cancer 62-day"))
    #expect(session.text.contains("Commissioners · Cancer 62-day"))
    try session.play("down enter")
    for heading in ["trend", "chart"] { #expect(!session.text.contains(heading)) }
  }

  @Test func `a page of money without a position shows the plan above a table of what is there`() throws {
    var session = Session(Planshire.board, size: wide)
    try session.play(": type:metric space type:finance enter")
    #expect(session.text.contains("Plan, £m"))
    #expect(session.text.contains("no return"))
    #expect(!session.text.contains("control total  "))
  }
}
