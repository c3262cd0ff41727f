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
