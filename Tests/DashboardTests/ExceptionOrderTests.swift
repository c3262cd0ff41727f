import Metrics
import Testing

@testable import Dashboard
@testable import Reports

/// The panel, `e` and `print` show one list in one order.
@Suite struct ExceptionOrderTests {
  private static let board = Testshire.board
  private static var found: [Exception] { board.exceptions(of: "QT1", ViewSettings()) }

  @Test func `the panel has the board's list`() {
    let session = Session()
    #expect(Self.found.count > 5)
    #expect(session.state.digest.exceptions.map(\.figure.key) == Self.found.map(\.figure.key))
  }

  @Test func `e goes through it from the first to the last, and round again`() throws {
    var session = Session()
    for key in Self.found.map(\.figure.key) + [Self.found[0].figure.key] {
      try session.play("e")
      #expect(session.state.page == .detail(key.metric, key.organisation, key.part))
    }
  }

  @Test func `print lists it in the same order`() throws {
    let lines = FigureListing(Self.board).exceptionLines
    let start = try #require(lines.firstIndex(of: "needs attention, worst first"))
    let rows = lines[(start + 2)...].prefix { !$0.isEmpty }
    #expect(rows.count == Self.found.count)
    for (line, exception) in zip(rows, Self.found) {
      let title = Self.board.catalogue[exception.figure.metric]?.title ?? ""
      #expect(line.contains(exception.organisation.shortName) && line.contains(title))
    }
  }
}
