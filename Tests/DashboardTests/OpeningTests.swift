import Metrics
import Screen
import Testing

@testable import Dashboard

/// From where a board is looked at when it opens, and after it was left and opened again.
@Suite struct OpeningTests {
  /// Testshire without its daily returns, which end on 14 November.
  private static let monthly: Board = {
    let months = Testshire.activity.observations.filter { $0.period.grain != .day }
    let activity = Contribution(
      file: Testshire.activity.file, layout: "performance", observations: Observations(Array(months)))
    return Board(Testshire.system, [activity, Testshire.waiting, Testshire.money])
  }()

  private func session(
    _ board: Board = Testshire.board, _ settings: ViewSettings = ViewSettings(followsLatest: true),
    size: Size = Size(columns: 120, rows: 40)
  ) -> Session {
    Session(board, size: size, viewSettings: settings)
  }

  @Test(arguments: ["80x24", "120x40", "200x60"])
  func `where daily returns are there it opens on the latest day that is in, and what has no days says its month`(
    size: String
  ) throws {
    let session = session(size: try #require(Size(text: size)))
    let header = try #require(session.text.split(separator: "\n").first)
    #expect(header.contains("14 Nov"), "\(header)")
    let panels = session.text.split(separator: "\n").dropFirst().joined()
    #expect(panels.contains("14 Nov") && panels.contains("Oct"))
    #expect(self.session(Self.monthly).state.viewSettings.grain == .month)
  }

  @Test func `p goes on from there, and what was chosen is kept over a new board`() throws {
    var session = session()
    try session.play("p p p p p p")
    #expect(!session.state.viewSettings.followsLatest)
    while session.state.viewSettings.grain != .month { try session.play("p") }
    session.obey(.show(Testshire.board))
    #expect(session.state.viewSettings.grain == .month)
    #expect(session.state.viewLine == ["overview", "months"])
  }

  @Test func `the view line leads back to the same, from a board that opens in the same way`() throws {
    for keys in ["", "p", "[", "t", "p t", "enter", "o"] {
      var left = session()
      try left.play(keys)
      var again = session()
      again.change { state in try? ViewLine.open(left.state.viewLine, in: &state) }
      #expect(again.state.viewSettings.period == left.state.viewSettings.period, "\(keys)")
      #expect(again.state.viewSettings.choice == left.state.viewSettings.choice, "\(keys)")
      #expect(again.state.viewSettings.perspective == left.state.viewSettings.perspective, "\(keys)")
      if left.state.viewSettings.period == nil {
        #expect(again.state.viewSettings.grain == left.state.viewSettings.grain, "\(keys)")
      }
    }
    // Against the standard is said by whoever opened against something else.
    var interim = session(Testshire.board, ViewSettings(choice: .interim, followsLatest: true))
    while interim.state.viewSettings.choice != .standard { try interim.play("t") }
    #expect(interim.state.viewLine.contains("standard"))
  }

  @Test func `daily returns that come while the board is open are followed, on a desk and on a wall`() throws {
    var desk = session(Self.monthly)
    desk.obey(.showPrepared(PreparedBoard(Testshire.board, for: desk.state)))
    #expect(desk.state.viewSettings.grain == .day && desk.text.contains("14 Nov"))
    var wall = session(Self.monthly)
    wall.obey(.beginKiosk(Playlist("metric ae 30s\nmetric ae months 30s", file: "wall.txt")))
    #expect(wall.text.contains("October 2016"))
    wall.obey(.show(Testshire.board))
    try wall.play("wait:30s")
    // An entry that says its own length keeps it.
    #expect(wall.text.contains("October 2016") && wall.state.viewSettings.grain == .month)
    try wall.play("wait:30s")
    #expect(wall.text.contains("14 Nov 2016") && wall.state.viewSettings.grain == .day)
  }

  @Test func `a board that opens by day and is read again tells nobody what was so before`() throws {
    for settings in [
      ViewSettings(), ViewSettings(followsLatest: true), ViewSettings(grain: .day), ViewSettings(choice: .trajectory),
    ] {
      for isPrepared in [false, true] {
        var session = session(Testshire.board, settings)
        let again = Board(Testshire.system, [Testshire.activity, Testshire.waiting, Testshire.money])
        session.obey(isPrepared ? .showPrepared(PreparedBoard(again, for: session.state)) : .show(again))
        #expect(session.effects.isEmpty && session.state.alerts.shown.isEmpty, "\(settings)")
      }
    }
  }

  @Test(arguments: ["120x40", "200x60"])
  func `against another target the standard stays on the chart, with its name`(size: String) throws {
    var session = session(
      Testshire.board, ViewSettings(choice: .trajectory), size: try #require(Size(text: size)))
    #expect(session.text.contains("trajectory 91.0"))
    try session.play("enter")
    #expect(session.text.contains(" standard") && session.text.contains(" target"))
    session.obey(.beginKiosk(Playlist("metric ae", file: "wall.txt")))
    #expect(session.text.contains(" standard") && session.text.contains("trajectory 91.0"))
  }

  @Test(arguments: ["60x15", "80x24", "100x30", "120x40", "200x60"], [TargetTable.Choice.interim, .trajectory])
  func `another target than the standard is named in the header at every size`(
    size: String, choice: TargetTable.Choice
  ) throws {
    var session = session(
      Testshire.board, ViewSettings(choice: choice, followsLatest: true), size: try #require(Size(text: size)))
    let header = try #require(session.text.split(separator: "\n").first)
    #expect(header.contains(choice.rawValue), "\(header)")
    session.obey(.kiosk)
    let title = try #require(session.text.split(separator: "\n").first)
    #expect(title.contains(choice.rawValue), "\(title)")
  }

  @Test(arguments: [(TargetTable.Choice.interim, "no interim target"), (.trajectory, "no trajectory")])
  func `a metric without a target of the kind asked for does not say that it has none`(
    choice: TargetTable.Choice, words: String
  ) throws {
    var session = session(Testshire.board, ViewSettings(choice: choice), size: Size(columns: 200, rows: 60))
    #expect(session.text.contains(words) && !session.text.contains("no target"), "\(session.text)")
    session.obey(.kiosk)
    #expect(!session.text.contains("no target"), "\(session.text)")
    for size in ["80x24", "120x40", "200x60"] {
      var summary = self.session(
        Testshire.board, ViewSettings(choice: choice), size: try #require(Size(text: size)))
      try summary.play("S")
      #expect(summary.text.contains("no \(choice.rawValue)") && !summary.text.contains("no target"))
      #expect(!summary.text.contains("\(choice.rawValue)…"), "\(summary.text)")
    }
  }

  @Test(arguments: [
    ("overview rtt", "overview does not show one metric alone; for that: metric rtt.incomplete"),
    ("summary four-hour", "summary does not show one metric alone; for that: metric ae.four-hour"),
    ("attention RT1", "attention does not show one organisation alone; for that: provider RT1"),
    ("attention rtt", "attention does not show one metric alone; for that: metric rtt.incomplete"),
    ("problems RT1", "problems does not show one organisation alone; for that: provider RT1"),
    ("actions RT2", "actions does not show one organisation alone; for that: provider RT2"),
    ("help rtt", "help does not show one metric alone; for that: metric rtt.incomplete"),
    (
      "metric rtt treatment-function",
      "metric does not show \"treatment-function\"; for example: detail QT1 rtt.incomplete"
    ),
  ])
  func `a word that a page does not use is refused, and what shows it is named`(line: String, words: String) {
    #expect {
      try ViewLine(line.split(separator: " ").map(String.init), on: Testshire.board, from: ViewSettings())
    } throws: { error in (error as? ViewLine.Failure)?.message.hasPrefix(words) ?? false }
  }

  @Test func `what needs attention in a place is a view of its own`() throws {
    let place = try #require(Testshire.board.tree.byCode.values.first { $0.role == .place })
    let line = try ViewLine(["attention", place.code.text], on: Testshire.board, from: ViewSettings())
    #expect(line.visits.map(\.page) == [.overview, .organisation(place.code), .attention])
  }
}
