import Metrics
import Screen
import Testing

@testable import Dashboard

/// The command line: what it offers, what it refuses, and why.
@Suite struct TypingTests {
  private func completed(_ line: String) -> String? { CommandCompletion(line, Session().state).completed }
  private func hint(_ line: String, room: Int = 500) -> String {
    CommandCompletion(line, Session().state).hint(room: room)
  }

  @Test(arguments: [
    ("prov", "provider "), ("provider fen", "provider fenwick "), ("provider FEN", "provider fenwick "),
    ("provider RT1", "provider RT1 "), ("provider roy", "provider royal-marsh "),
    ("metric rt", "metric rtt.incomplete "),
    ("detail RT1 fin", "detail RT1 finance."), ("theme mo", "theme mono "), ("wri", "write "),
    ("provider RT1 ae.four-hour dep", "provider RT1 ae.four-hour department "), ("provider zz", nil),
  ])
  func `Tab completes an organisation by its code and its name, a metric, a breakdown`(line: String, expected: String?)
  {
    #expect(completed(line) == expected)
  }

  @Test func `after a word come those that can follow it`() {
    #expect(hint("").contains("write"))
    #expect(hint("provider ").hasPrefix("0T1 north-ccg  0T2 south-ccg  QT1 testshire  RT1 fenwick"))
    let parts = hint("provider RT1 ae.four-hour ")
    #expect(parts.hasPrefix("department  2016-10  2016-09") && !parts.contains("RT2"))
    #expect(hint("metric ").hasPrefix("ae.four-hour"))
    #expect(hint("system ").contains("QHG"))
  }

  @Test(arguments: [0, 5, 20, 40, 60])
  func `what could follow is offered as far as there is room, and says that there is more`(room: Int) {
    let shown = hint("provider ", room: room)
    #expect(shown.count <= room)
    #expect(shown.isEmpty || shown.hasSuffix(" …"))
  }

  @Test(arguments: [
    ("system space type:nope", "no system has the code \"nope\"; :system lists them"),
    (
      "kiosk space type:list.txt",
      "\"list.txt\" is not a time; expected one such as 30s (for a playlist start sitrep with --kiosk list.txt)"
    ),
    ("theme space type:neon", "no theme is called \"neon\"; the themes are default, mono"),
    ("theme space type:mono", "theme mono"),
  ])
  func `a command that cannot be done says why`(line: String, message: String) throws {
    var session = Session()
    try session.play(": type:\(line) enter")
    #expect(session.state.message == message)
    #expect(session.text.contains(message))
    #expect(!session.state.isOnWall)
  }

  @Test func `a system is opened by its code`() throws {
    var session = Session()
    try session.play(": type:system space type:qhg enter")
    #expect(session.effects == [.system("QHG")])
  }

  @Test func `the wall begun with a key turns as often as was settled, and with a time as often as that says`() throws {
    var session = Session()
    session.obey(.beginKiosk(nil, every: 7))
    try session.play("escape")
    let seconds = session.state.kiosk?.entries.map(\.seconds) ?? []
    #expect(Set(seconds) == [7])
    var other = Session()
    other.setSeconds(5)
    try other.play("K")
    #expect(Set(other.state.kiosk?.entries.map(\.seconds) ?? []) == [5])
    var third = Session()
    try third.play(": type:kiosk space type:45s enter")
    #expect(third.state.isOnWall && Set(third.state.kiosk?.entries.map(\.seconds) ?? []) == [45])
  }

  @Test(arguments: ["", "enter", "!"])
  func `a key that nobody knows is answered`(keys: String) throws {
    var session = Session()
    try session.play(keys)
    session.press(.unknown)
    #expect(session.state.message == "that key does nothing here; ? shows the keys")
    #expect(session.text.contains(session.state.message))
  }

  @Test func `a key that does nothing while a line is typed says so beside the line, and the line stays`() throws {
    var session = Session()
    try session.play(": type:metr")
    session.press(.unknown)
    session.press(.function(5))
    #expect(session.text.contains(":metr  F5 does nothing while you type"))
    try session.play("type:ic")
    #expect(session.text.contains(":metric") && !session.text.contains("does nothing"))
  }

  @Test func `on the wall ? opens the keys, and back leads to the view the wall showed`() throws {
    var session = Session()
    try session.play("K right ?")
    #expect(session.state.page == .help && session.text.contains("Enter"))
    try session.play("escape")
    #expect(session.state.page == .metric(.fourHour) && !session.state.isOnWall)
  }

  @Test func `what is wrong with a theme is among the problems for as long as it is`() throws {
    var session = Session()
    let before = session.state.problems.count
    let problem = Problem(.error, file: "ours.toml", line: 2, "\"concern\" is not a role of the board")
    session.obey(.settings(themes: ["default", "ours"], problems: [problem]))
    try session.play("!")
    #expect(session.state.problems.count == before + 1 && session.text.contains("\"concern\" is not a role"))
    session.obey(.settings(themes: ["default", "ours"], problems: []))
    #expect(session.state.problems.count == before && !session.text.contains("concern\" is no"))
    try session.play("T")
    #expect(session.state.theme == "ours")
  }

  @Test func `all of the words in the header that count the problems lead to them`() throws {
    var session = Session()
    let header = session.text.split(separator: "\n")[0]
    let place = try #require(header.firstRange(of: "9 data problems")).lowerBound.utf16Offset(in: header)
    session.press(.mouse(MouseEvent(.press, at: Position(row: 0, column: place + 8))))
    #expect(session.state.page == .problems)
  }

  @Test func `a bar stands for a figure: what was not returned has none`() throws {
    let session = try { () throws -> Session in
      var session = Session()
      try session.play("p [")
      return session
    }()
    for panel in session.state.digest.panels where panel.rankedFigures.allSatisfy({ $0.figure?.value == nil }) {
      #expect(!panel.rankedFigures.isEmpty || !panel.hasValue)
    }
    #expect(!session.text.contains("─────┃") && !session.text.contains("━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━"))
  }
}

extension Session {
  /// As `--every` settles it, without a wall at the start.
  mutating func setSeconds(_ seconds: Int) { change { $0.secondsOfAView = seconds } }
}
