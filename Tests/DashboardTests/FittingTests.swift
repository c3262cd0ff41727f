import Metrics
import Screen
import Testing

@testable import Dashboard

/// Texts in little room: shorter words that still make sense, and no word cut.
@Suite struct FittingTests {
  @Test(arguments: [
    (40, 1, ["one page, of all residents (2016)"]), (20, 1, ["one page, of all…"]), (14, 1, ["one page"]),
    (28, 1, ["one page, of all residents"]),
    (20, 2, ["one page, of all", "residents (2016)"]), (7, 1, ["one…"]),
  ])
  func `a text is whole, or its first clauses, or its first words`(width: Int, lines: Int, expected: [String]) {
    #expect(fitted("one page, of all residents (2016)", to: width, lines: lines) == expected)
  }

  @Test func `a bracket is never left open`() {
    #expect(
      fitted("organisations differ in basis (with, without STF)", to: 32, lines: 1) == ["organisations differ in basis"]
    )
  }

  @Test func `names that would be cut to the same words are told apart`() {
    let names = ["Accumulated deficit of the three CCGs", "Accumulated deficit of two trusts", "Position"]
    #expect(toldApart(names, to: 26) == ["Accumulated…the three CCGs", "Accumulated…two trusts", "Position"])
  }

  @Test func `whatever names there are, no two are alike, none is too long, and what fits is whole`() {
    var random = FuzzTests.Seeded(state: 11)
    let words = [
      "University", "Hospitals", "Hospital", "of", "the", "North", "South", "East", "West", "NHS", "Trust",
      "Foundation",
      "Community", "General", "St", "Mary's", "Testshire", "Royal", "Infirmary", "(fictional),", "and", "1", "12", "é",
    ]
    for _ in 0..<400 {
      let stem = (0..<Int.random(in: 0...4, using: &random)).map { _ in words.randomElement(using: &random)! }
      let names = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        let own = (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random)! }
        return (stem + own).joined(separator: " ")
      }
      let width = Int.random(in: 8...40, using: &random)
      for isDrawn in [false, true] {
        let told = isDrawn ? toldApart(names, to: width, cut: cutAsDrawn) : toldApart(names, to: width)
        #expect(told.count == names.count && told.allSatisfy { !$0.isEmpty && $0.count <= width })
        #expect(Set(told).count == Set(names).count, "\(names) in \(width): \(told)")
        for (name, words) in zip(names, told) where name.count <= width { #expect(name == words) }
      }
    }
  }

  @Test(
    arguments: ["80x24", "120x40", "200x60"],
    ["", "enter", "5 enter", ": type:attention enter", "K space", "K space right"])
  func `organisations whose names begin alike are told apart on every page that lists them`(size: String, keys: String)
    throws
  {
    let codes: [OrganisationCode] = ["RT1", "RT2", "RT3", "0T1"]
    let ends = ["North Downs", "South Downs", "Weald", "Marsh"]
    var system = Testshire.system
    system.organisations = system.organisations.map { organisation in
      guard let place = codes.firstIndex(of: organisation.code) else { return organisation }
      var renamed = organisation
      renamed.name = "University Hospitals of the County of Testshire \(ends[place]) NHS Foundation Trust"
      renamed.shortName = "University Hospitals of Testshire \(ends[place])"
      return renamed
    }
    let board = Board(system, [Testshire.activity, Testshire.waiting, Testshire.money])
    var session = Session(board, size: try #require(Size(text: size)))
    try session.play(keys)
    // The header and the status line speak of one of them, in as many words as fit.
    let starts = session.text.split(separator: "\n").dropFirst().dropLast(2).flatMap { line in
      line.matches(of: /Univ[^│╭╮─]*/).map { String($0.0.split(separator: "  ")[0]) }
    }
    // Wherever one is cut, what is left says which of them it is.
    for start in starts where !ends.contains(where: { start.contains($0) }) {
      let told = ends.filter { end in end.split(separator: " ").contains { start.contains($0.prefix(3)) } }
      #expect(told.count == 1, "\(start)")
    }
  }

  @Test func `a file and line are cut in their middle`() {
    #expect(elided("Monthly-AE-February-2018.csv:12", to: 15) == "Monthly….csv:12")
    #expect(elided("a.csv:1", to: 15) == "a.csv:1")
  }

  @Test(arguments: ["80x24", "120x40", "200x60"])
  func `that another perspective is shown is said in whole words at every size`(size: String) throws {
    var session = Session(size: try #require(Size(text: size)))
    try session.play("o")
    #expect(session.text.contains("by provider"))
    #expect(!session.text.contains("provid…"))
  }

  @Test(arguments: ["80x24", "120x40", "200x60"])
  func `the document behind a figure is cut after a clause where it does not fit`(size: String) throws {
    let session = Session(Planshire.board, size: try #require(Size(text: size)))
    #expect(session.text.contains("Planshire plan"))
    #expect(!session.text.contains("October…"))
  }

  @Test(arguments: [
    ("80x24", "4 enter", "Testshire › DTOC bed-days"), ("80x24", "enter enter", "Testshire › A&E four-hour › Fenwick"),
    ("80x24", "enter enter enter", "Fenwick › A&E four-hour"),
    ("120x40", "enter enter enter", "Fenwick › A&E four-hour"),
  ])
  func `where the user is gives way last in the header`(size: String, keys: String, way: String) throws {
    var session = Session(size: try #require(Size(text: size)))
    try session.play(keys)
    let header = try #require(session.text.split(separator: "\n").first)
    #expect(header.contains(way))
    #expect(header.contains("!9") || header.contains("9 data problems"))
  }

  @Test(arguments: ["80x24", "120x40", "200x60"])
  func `periods of an organisation's metrics are whole`(size: String) throws {
    var session = Session(size: try #require(Size(text: size)))
    try session.play("enter enter")
    #expect(!session.text.contains("M7 2016…"))
    #expect(!session.text.contains("16/…"))
  }

  @Test func `two lines of a plan that begin alike are both said in full`() throws {
    let session = Session(Planshire.board, size: Size(columns: 120, rows: 40))
    #expect(session.text.contains("the three CCGs"))
    #expect(session.text.contains("two trusts"))
  }
}
