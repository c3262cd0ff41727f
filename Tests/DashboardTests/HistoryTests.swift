import Metrics
import Screen
import Testing

@testable import Dashboard

/// What a board shows of its history: the time it is shown at, restated figures, figures that no file has, what changed.
@Suite struct HistoryTests {
  private static let key = Series.Key(.fourHour, "RT1")

  /// The board as it was known on 20 October, with one figure restated since it was first published.
  private static func board(asOf: String? = nil) throws -> Board {
    var board = Testshire.board
    let point = try #require(board.series(key)[.month(Testshire.last)])
    let first = BoardHistory.Version(.share(within: Count(1), of: Count(3)), seen: Moment("2016-10-03T09:00")!)
    let now = BoardHistory.Version(point.measurement, seen: Moment("2016-11-10T09:00")!)
    board.history = BoardHistory(
      asOf: asOf.flatMap { Moment($0) },
      versions: [BoardHistory.FigureKey(key.metric, key.organisation, nil, point.period): [first, now]])
    return board
  }

  static let sizes = [
    "238x67", "200x60", "120x40", "100x30", "80x24", "60x15", "40x12", "40x10", "40x5", "30x3", "20x3", "20x2", "40x1",
    "20x1",
    "12x1",
  ]
  static let keys = ["", "enter", "!", "S", "down enter enter", "? ", ": type:attention enter"]

  @Test(arguments: sizes, keys) func `an earlier board says of which day it is at every size and on every page`(
    size: String, keys: String
  ) throws {
    var session = Session(try Self.board(asOf: "2016-10-20T23:59:59"), size: try #require(Size(text: size)))
    try session.play(keys)
    #expect(session.text.contains("20 Oct"), "\(session.text)")
    #expect(SpokenText(session.state).lines.contains { $0.contains("as known on 20 Oct 2016, not those of now") })
  }

  @Test(arguments: sizes) func `so does the wall`(size: String) throws {
    var session = Session(try Self.board(asOf: "2016-10-20T09:00"), size: try #require(Size(text: size)))
    session.obey(.beginKiosk(nil))
    #expect(session.text.contains("20 Oct"), "\(session.text)")
  }

  @Test(arguments: sizes) func `a board of now says nothing of the kind`(size: String) throws {
    let session = Session(try Self.board(), size: try #require(Size(text: size)))
    #expect(!session.text.contains("as of") && !session.text.contains("as known"))
  }

  @Test func `:as-of asks for an earlier board, and a word that is no day is said to be none`() throws {
    var session = Session()
    try session.play(": type:as-of space type:20 space type:Oct enter")
    #expect(session.effects == [.asOf(Moment("2016-10-20T23:59:59"))])
    try session.play(": type:as-of space type:now enter")
    #expect(session.effects.last == .asOf(nil))
    try session.play(": type:as-of space type:soon enter")
    #expect(session.state.message.hasPrefix("\"soon\" is no day; expected one such as 20 Nov"))
  }

  @Test func `an earlier board is no change of figures, and tells no alert`() throws {
    var session = Session()
    let earlier = Board(Testshire.system, [Testshire.waiting])
    var past = earlier
    past.history = BoardHistory(asOf: Moment("2016-10-20T23:59:59"))
    session.obey(.show(past))
    session.obey(.show(Testshire.board))
    #expect(session.effects.isEmpty && session.state.unseen.isEmpty)
  }

  @Test func `a restated figure is marked, and the detail says what it was, what it is, and when it changed`() throws {
    var session = Session(try Self.board(), size: Size(columns: 238, rows: 67))
    try session.play(": type:detail space type:RT1 space type:ae.four-hour enter")
    #expect(session.text.contains("≠"))
    #expect(Legend(session.frame).lines.contains { $0.sign == "≠" })
    #expect(session.text.contains("Restated"))
    #expect(session.text.contains("first 33.3%, 1 of 3, seen 3 Oct 09:00"))
    #expect(session.text.contains("seen 10 Nov 09:00"))
    let figure = try #require(session.state.board.figure(Self.key, in: .month(Testshire.last)))
    #expect(figure.isRestated && figure.caveat.contains("first published as 1 of 3 on 3 Oct, changed on 10 Nov"))
    let sum = try #require(
      session.state.board.figure(Series.Key(.fourHour, "QT1"), in: .month(Testshire.last)))
    #expect(sum.isRestated && sum.caveat.contains("restated by Fenwick"))
  }

  @Test(
    arguments: ["80x24", "120x40", "200x60"],
    [("metric ae.four-hour", "Fenwick"), ("organisation RT1", "A&E"), ("summary RT1", "A&E"), ("summary", "A&E")])
  func `a restated figure is marked in every table, and the digits stand below each other`(
    size: String, page: (words: String, row: String)
  ) throws {
    let columns = try #require(Size(text: size))
    func rows(_ board: Board) throws -> (session: Session, lines: [Substring]) {
      var session = Session(board, size: columns)
      try session.play(": type:\(page.words.replacing(" ", with: " space type:")) enter")
      return (session, session.text.split(separator: "\n"))
    }
    let (session, lines) = try rows(try Self.board())
    // Without the legend below the page, which is there where there is room.
    let marked = lines.filter { $0.contains("≠") && !$0.contains("≠ restated") }
    #expect(!marked.isEmpty && marked.contains { $0.contains(page.row) }, "\(session.text)")
    #expect(Legend(session.frame).lines.contains { $0.sign == "≠" && $0.words == "restated since first published" })
    // The sign stands behind the figure, in a column of its own that no digit reaches.
    let places = Set(
      marked.compactMap { line in line.firstIndex(of: "≠").map { line.distance(from: line.startIndex, to: $0) } })
    #expect(places.count == 1, "\(session.text)")
    let place = try #require(places.first)
    for line in lines where line.count > place && line.contains("▼") && line.hasPrefix("│") {
      let sign = line[line.index(line.startIndex, offsetBy: place)]
      #expect(sign == "≠" || sign == " ", "\(line)")
    }
    #expect(try !rows(Testshire.board).session.text.contains("≠"))
  }

  @Test func `a figure that no file has any more says so on its page`() throws {
    let day = Period("2016-09")!
    var recalled = Contribution(
      file: SourceFile(name: "history of a.csv"), layout: "history",
      observations: [
        Observation(.fourHour, of: "RT1", in: day, .share(within: Count(9), of: Count(10)), rows: RowSpan(line: 1))
      ])
    recalled.recollection = Recollection([
      Recollection.Entry(rows: RowSpan(line: 7), returned: Moment("2016-10-03T09:00")!)
    ])
    let now = Contribution(
      file: SourceFile(name: "a.csv"), layout: "figures",
      observations: [
        Observation(
          .fourHour, of: "RT1", in: Period("2016-10")!, .share(within: Count(9), of: Count(10)), rows: RowSpan(line: 2))
      ])
    var board = Board(Testshire.system, [now, recalled])
    board.history = BoardHistory()
    var session = Session(board, size: Size(columns: 160, rows: 48))
    try session.play(": type:detail space type:RT1 space type:ae.four-hour space type:2016-09 enter")
    #expect(session.text.contains("◌"))
    #expect(Legend(session.frame).lines.contains { $0.sign == "◌" })
    let figure = try #require(board.figure(Self.key, in: day))
    #expect(figure.caveat == "as returned on 3 Oct; the file no longer has it")
    #expect(board.source(of: figure).map { "\($0.file):\($0.rows.line)" } == "history of a.csv:7")
    #expect(session.text.contains("as returned on 3 Oct; the file no longer has it"))
  }

  @Test func `what changed since the last look is marked until it is looked at`() throws {
    var session = Session()
    let since = Moment("2016-11-14T17:02")!
    let changes = State.changes(
      from: Board(Testshire.system, [Testshire.waiting, Testshire.money]), to: Testshire.board, ViewSettings(),
      today: session.state.today)
    #expect(!changes.isEmpty && changes.contains(Self.key))
    session.obey(.changedSince(since, changes))
    #expect(session.state.unseen == changes)
    #expect(session.text.contains("•"))
    #expect(session.state.remark == "\(changes.count) figures changed since 14 Nov 17:02")
    session.obey(.changedSince(since, []))
    #expect(session.state.remark == "nothing has changed since 14 Nov 17:02")
    #expect(State.changes(from: Testshire.board, to: Testshire.board, ViewSettings(), today: session.state.today) == [])
  }
}
