import Metrics
import Screen
import Testing

@testable import Dashboard

/// What is typed after `/`.
@Suite struct FilterTests {
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
