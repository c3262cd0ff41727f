import Metrics
import Screen
import Testing

@testable import Dashboard

/// Views worked out before a key asks for them: nobody can tell but by the clock.
@Suite struct ViewsAheadTests {
  private static func lookAhead(_ session: inout Session) -> [ViewAhead] {
    var views: [ViewAhead] = []
    session.state.lookAhead(while: { true }) { views.append($0) }
    for view in views { session.obey(.atHand(view)) }
    return views
  }

  @Test func `a key that was looked ahead of shows what was worked out, and the way back what was left`() throws {
    var session = Session()
    let opened = session.state.digest.edition
    let views = Self.lookAhead(&session)
    #expect(views.count >= 2)
    try session.play("[")
    #expect(views.map(\.digest.edition).contains(session.state.digest.edition))
    #expect(session.state.digest.edition != opened)
    try session.play("]")
    #expect(session.state.digest.edition == opened)
  }

  @Test func `what was worked out of a board is not shown of the next one, nor on another day`() throws {
    var session = Session()
    _ = Self.lookAhead(&session)
    session.obey(.show(Testshire.board))
    let ahead = Self.lookAhead(&session)
    session.obey(.show(Testshire.board))
    try session.play("[")
    #expect(!ahead.map(\.digest.edition).contains(session.state.digest.edition))
    let views = Self.lookAhead(&session)
    session.obey(.tick(session.state.now.advanced(bySeconds: 86_400)))
    try session.play("[")
    #expect(!views.map(\.digest.edition).contains(session.state.digest.edition))
    let prepared = PreparedBoard(Testshire.board, for: session.state)
    _ = Self.lookAhead(&session)
    session.obey(.showPrepared(prepared))
    #expect(session.state.ahead.digest(of: session.state.scope, session.state.viewSettings, session.state.today) == nil)
  }

  @Test(arguments: [UInt64(3), 20_261_129])
  func `whatever is pressed, a board that looks ahead shows what one shows that does not`(seed: UInt64) {
    var random = FuzzTests.Seeded(state: seed)
    let opened = Session().state
    var (plain, ahead) = (opened, opened)
    let looking: [Action] = [.earlier, .later, .nextGrain, .nextTarget, .nextPerspective, .back, .open, .help]
    for step in 0..<80 {
      var action = looking.randomElement(using: &random) ?? .back
      if step % 3 == 0, let key = KeymapTests.keys.randomElement(using: &random) {
        action = Keymap.action(for: key, in: plain)
      }
      if step == 40 { action = .show(Testshire.board) }
      _ = reduce(&plain, action)
      _ = reduce(&ahead, action)
      if step % 7 == 0 {
        var views: [ViewAhead] = []
        ahead.lookAhead(while: { true }) { views.append($0) }
        for view in views { _ = reduce(&ahead, .atHand(view)) }
      }
      guard render(ahead) != render(plain) else { continue }
      Issue.record("after \(action), step \(step): \(render(plain).text)\nbut looking ahead: \(render(ahead).text)")
      return
    }
  }
}
