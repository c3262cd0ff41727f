import Metrics
import Screen
import Testing

@testable import Dashboard

/// Panels that are kept from one picture to the next. That they look as if they had been drawn anew is checked after every
/// key of every other test, by `Session`.
@Suite struct DrawnPanelsTests {
  /// The numbers of the panels that are taken over once keys have been pressed, after a first picture.
  private func kept(after keys: String, size: Size = Size(columns: 120, rows: 40)) throws -> [Int] {
    var session = Session(size: size)
    var last = FrameCache()
    _ = render(session.state, after: &last)
    try session.play(keys)
    let page = OverviewPage(session.state)
    return last.panels.unchanged(of: page.layout.places, for: session.state).map(\.pane)
  }

  @Test func `a cursor that moves in a panel leaves the others as they were drawn`() throws {
    #expect(try kept(after: "down") == [1, 2, 3, 4, 5])
  }

  @Test func `the panel the cursor left is drawn again, and the one it came to`() throws {
    #expect(try kept(after: "tab") == [2, 3, 4, 5])
  }

  @Test func `a clock that ticks leaves every panel but the one with the cursor`() throws {
    #expect(try kept(after: "wait:1s") == [1, 2, 3, 4, 5])
  }

  @Test(arguments: ["[", "p", "t", "o", "resize:100x30", "/ f e n enter"])
  func `another period, grain, target, perspective, size or filter draws all of them again`(keys: String) throws {
    #expect(try kept(after: keys) == [])
  }

  @Test func `a page that was opened and left meanwhile costs no panel`() throws {
    #expect(try kept(after: "? escape") == [1, 2, 3, 4, 5])
  }
}
