import Metrics
import Screen
import Testing

@testable import Dashboard

/// Every action of the keymap, pressed, and what it did.
@Suite struct ActionTests {
  /// An action, the keys that bring it about, and what must then be so.
  struct Script: Sendable {
    let action: Action
    let keys: String
    let holds: @Sendable (Session) -> Bool

    /// What of the files is not read yet.
    let reading: LoadingStatus?

    init(
      _ action: Action, _ keys: String, while reading: LoadingStatus? = nil,
      _ holds: @escaping @Sendable (Session) -> Bool
    ) {
      self.action = action
      self.keys = keys
      self.reading = reading
      self.holds = holds
    }
  }

  static let scripts: [Script] = [
    Script(.open, "enter") { $0.state.page == .metric(.fourHour) },
    Script(.back, "enter escape") { $0.state.page == .overview && $0.state.visits.count == 1 },
    Script(.up, "enter G k") { session in
      let rows = session.state.content.rows(of: 0)
      return session.state.selectedRow == rows[rows.count - 2]
    },
    Script(.down, "enter j") { $0.state.visit.cursors[0] != nil },
    Script(.left, "2 h") { $0.state.visit.pane == 0 },
    Script(.right, "l") { $0.state.visit.pane == 1 },
    Script(.nextPane, "tab") { $0.state.visit.pane == 1 },
    Script(.previousPane, "tab tab backtab") { $0.state.visit.pane == 1 },
    Script(.pane(2), "3") { $0.state.visit.pane == 2 },
    Script(.first, "enter G g") { $0.state.selectedRow == .organisation("QT1") },
    Script(.last, "enter G") { $0.state.selectedRow == .organisation("south") },
    Script(.pageUp, "enter G pageup") { $0.state.selectedRow != .organisation("south") },
    Script(.pageDown, "enter enter enter pagedown") {
      $0.state.selectedRow == .period(.month(Testshire.last.advanced(by: -10)))
    },
    Script(.source, "enter enter enter i") { if case .source = $0.state.page { true } else { false } },
    Script(.startFilter, "enter / type:mrsh") { $0.state.visit.filter == "mrsh" },
    Script(.nextException, "e") { if case .detail = $0.state.page { true } else { false } },
    Script(.startCommand, ": type:metric space type:rtt enter") { $0.state.page == .metric(.incomplete) },
    Script(.earlier, "[") { $0.state.viewSettings.period == .month(Testshire.month(2016, 9)) },
    Script(.later, "[ [ ]") { $0.state.viewSettings.period == .month(Testshire.month(2016, 9)) },
    Script(.nextGrain, "p") { $0.state.viewSettings.grain == .day },
    Script(.nextTarget, "t") { $0.state.viewSettings.choice == .interim },
    Script(.nextPerspective, "o") { $0.state.viewSettings.perspective == .commissioners },
    Script(.nextBreakdown, ": type:detail space type:RT1 space type:finance.control enter b") {
      $0.state.visit.breakdown == 1
    },
    Script(.sort, "enter s") { $0.state.visit.sortColumn == 1 },
    Script(.reverse, "enter r") { $0.state.visit.isReversed },
    Script(.copy, "enter enter y") { session in
      session.effects.contains { if case .copy(let text) = $0 { text.contains("A&E four-hour") } else { false } }
    },
    Script(.write, "w") { $0.effects == [.write("sitrep-overview")] },
    Script(.kiosk, "K") { $0.state.isOnWall },
    Script(.kiosk, "K escape") { !$0.state.isOnWall && $0.state.page == .overview },
    Script(.kioskPause, "K space") { $0.state.kiosk?.mode == .paused },
    Script(.kioskPause, "K x") { $0.state.kiosk?.mode == .paused },
    Script(.kioskPause, "K space space") { $0.state.kiosk?.mode == .turning },
    Script(.kioskMove(1), "K right") { $0.state.kiosk?.position == 1 && $0.state.page == .metric(.fourHour) },
    Script(.kioskMove(-1), "K left") { $0.state.kiosk?.position == ($0.state.kiosk?.entries.count ?? 0) - 1 },
    Script(.kioskOpen, "K right enter") { !$0.state.isOnWall && $0.state.page == .metric(.fourHour) },
    Script(.summary, "S") { $0.state.page == .summary("QT1") },
    Script(.page(.problems), "!") { $0.state.page == .problems },
    Script(.acknowledge, "a") { $0.state.message == "no alert to acknowledge" },
    // Ninety days on every metric is late.
    Script(.acknowledge, "wait:2160h a") { session in
      let told = session.effects.count { if case .notify = $0 { true } else { false } }
      return session.state.alerts.shown.count == told - 1 && session.state.message.hasPrefix("acknowledged: ")
    },
    Script(.stopOrResumeReading, "x") { $0.state.message == "no files are being read" },
    Script(.stopOrResumeReading, "x", while: .underway("reading")) { $0.effects == [.stopReading] },
    Script(.stopOrResumeReading, "x", while: .stopped(3)) { $0.effects == [.resumeReading] },
    Script(.act, "A") { $0.state.message.hasPrefix("no folder of actions is open") },
    Script(.note, "N") { $0.state.message.hasPrefix("no folder of actions is open") },
    Script(.accept, "! A") { $0.state.message.hasPrefix("the cursor is not on a doubted file") },
    Script(.redraw, "ctrl-l") { $0.effects == [.redraw] },
    Script(.nextTheme, "T") { $0.effects == [.theme("mono")] },
    Script(.help, "?") { $0.state.page == .help },
    Script(.quit, "q") { $0.effects == [.quit] },
    Script(.submit, ": type:help enter") { $0.state.page == .help },
    Script(.complete, ": type:summ tab") { $0.state.prompt == .command("summary ") },
    Script(.cancel, ": type:summ escape") { $0.state.prompt == nil && $0.state.page == .overview },
    Script(.recall, ": type:help enter : up") { $0.state.prompt == .command("help") },
    Script(.recallNext, ": type:help enter : type:problems enter : up up down") {
      $0.state.prompt == .command("problems")
    },
    Script(.erase, ": type:helpx backspace enter") { $0.state.page == .help },
    Script(.eraseNext, ": type:help home delete") { $0.state.prompt == .command("elp") },
    Script(.eraseWord, ": type:metric space type:rtt ctrl-w type:ae") { $0.state.prompt == .command("metric ae") },
    Script(.caret(by: -1), ": type:hep left type:l") { $0.state.prompt == .command("help") },
    Script(.caret(by: 1), ": type:hlp home right type:e") { $0.state.prompt == .command("help") },
    Script(.caretToStart, ": type:elp ctrl-a type:h") { $0.state.prompt == .command("help") },
    Script(.caretToEnd, ": type:hel home ctrl-e type:p") { $0.state.prompt == .command("help") },
    Script(.help, "K ?") { !$0.state.isOnWall && $0.state.page == .help },
    Script(.eraseAll, ": type:nonsense ctrl-u type:help enter") { $0.state.page == .help },
  ]

  @Test(arguments: scripts.indices)
  func `an action does what its help says`(index: Int) throws {
    let script = Self.scripts[index]
    var session = Session()
    session.obey(.reading(script.reading))
    try session.play(script.keys)
    #expect(script.holds(session), "\(script.action) by \(script.keys)")
  }

  @Test(arguments: ["80x24", "80x10", "60x11", "40x10", "20x3", "24x1"])
  func `what is said of an action is seen at every size`(size: String) throws {
    var said = 0
    for script in Self.scripts {
      var session = Session(size: try #require(Size(text: size)))
      session.obey(.reading(script.reading))
      try session.play(script.keys)
      // Most actions are seen in what they change, and need no word.
      guard !session.state.message.isEmpty, session.state.prompt == nil else { continue }
      said += 1
      let words = session.state.message.split(separator: " ").prefix(2).joined(separator: " ")
      let shown = session.text.replacing("\n", with: " ")
      #expect(shown.contains(words.prefix(16)), "\(script.keys): \(session.state.message)")
    }
    #expect(said >= 15, "\(said)")
  }

  @Test func `every action of the keymap has its script`() {
    let scripted = Set(Self.scripts.map { "\($0.action)".prefix { $0 != "(" } })
    for binding in Keymap.bindings + Keymap.promptBindings {
      #expect(scripted.contains("\(binding.action)".prefix { $0 != "(" }), "\(binding.action)")
    }
  }
}
