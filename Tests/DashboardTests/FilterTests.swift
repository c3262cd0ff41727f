import Metrics
import Screen
import Testing

@testable import Dashboard

/// Finding: what fits best is what the cursor stands on.
@Suite struct FilterTests {
  @Test func `what Enter opens in the list of systems is the best match of what was typed`() throws {
    var session = Session()
    try session.play(": type:system enter / type:somerset enter enter")
    #expect(session.effects.contains(.system("QSL")))
  }

  @Test func `every organisation is found by its name as well, and hidden by another`() throws {
    var session = Session()
    try session.play(": type:system enter / type:somerset")
    #expect(!session.text.contains("Every organisation"))
    try session.play("ctrl-u type:every")
    #expect(session.state.selectedRow == .organisation(.all))
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func `names, codes and dates of systems are never cut`(size: Size) throws {
    var session = Session(size: size)
    try session.play(": type:system enter")
    #expect(!session.text.contains("…"))
    #expect(session.text.contains("from Jul 2022"))
  }

  @Test func `a filter moves the cursor to the best match and, dropped, puts it back`() throws {
    var session = Session()
    try session.play("enter home")
    let before = session.text
    try session.play("/ type:marsh")
    #expect(session.state.selectedRow == .organisation("RT3"))
    try session.play("escape")
    #expect(session.text == before)
  }

  @Test func `a cursor that was moved among what was found stays there when the filter is dropped`() throws {
    var session = Session()
    try session.play("enter home / type:t enter down")
    let found = session.state.selectedRow
    try session.play("escape")
    #expect(session.state.selectedRow == found)
  }

  @Test(arguments: [
    ("fell", "Fellgate", NameFilter.Fit.start), ("bay", "Salter Bay", .wordStart), ("alter", "Salter Bay", .inside),
    ("sltr", "Salter Bay", .lettersFromAWord), ("lry", "Salter Bay", .letters), ("rz1", "RZ1", .start),
  ])
  func `a name is fitted by its start, its words, its middle or its letters`(
    typed: String, name: String, fit: NameFilter.Fit
  ) {
    #expect(NameFilter(typed).fit([name]) == fit)
  }

  @Test func `a sentence is fitted by what stands in it, never by scattered letters`() {
    #expect(NameFilter("RZ4").fit([], sentences: ["RZ1 ae.four-hour 4 Feb"]) == nil)
    #expect(NameFilter("RZ4").fit([], sentences: ["the return of RZ4 is late"]) == .wordStart)
    #expect(NameFilter("sltr").fit(["Fellgate", "RZ1"], sentences: ["Fellgate General Hospital NHS Trust"]) == nil)
  }

  @Test func `the problems of one code are those that name it`() throws {
    var session = Session(
      Board(
        Testshire.system, [],
        problems: (1...4).map { Problem(.warning, file: "a.csv", "RT\($0) on 4 Oct says 12, its days 14") }))
    try session.play("! / type:RT4 enter")
    #expect(ProblemsPage(session.state).shown.map(\.message) == ["RT4 on 4 Oct says 12, its days 14"])
  }

  @Test func `the best fit comes first and gets the cursor, wherever it was`() throws {
    var session = Session()
    try session.play("enter G / type:ma")
    #expect(session.state.selectedRow == .organisation("RT3"))
    try session.play("enter")
    #expect(session.state.selectedRow == .organisation("RT3"))
    #expect(["b", "a"].fitting("") { ([$0], []) } == ["b", "a"])
    let names = ["Bay of Salt", "Salter", "East Salter", "Desalter"]
    #expect(names.fitting("salter") { ([$0], []) } == ["Salter", "East Salter", "Desalter"])
  }

  @Test func `by name means by the name that is shown`() throws {
    for (size, isLong) in [(Size(columns: 80, rows: 40), false), (Size(columns: 200, rows: 60), true)] {
      var session = Session(size: size)
      try session.play("enter s")
      let rows = MetricPage(session.state, .fourHour).rows.dropFirst().filter { $0.organisation.role == .provider }
      let shown = rows.map { isLong ? $0.organisation.name : $0.organisation.shortName }
      #expect(shown == shown.sorted() && shown.count > 2, "\(shown)")
    }
  }
}
