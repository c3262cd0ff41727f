import Screen
import Testing

@testable import Dashboard

/// The pages as text files: `make screens` records them again, and then fails, so that nobody commits an unseen one.
@Suite struct ExpectedScreenTests {
  static let pages: [(name: String, keys: String)] = [
    ("overview", ""), ("metric", "enter"), ("money", "5 enter"), ("organisation", "enter enter"),
    ("detail", "enter enter enter"), ("breakdown", "2 enter enter enter tab"), ("source", "2 enter enter enter enter"),
    ("problems", "!"), ("help", "?"), ("summary", "S"), ("place", "enter end enter"),
  ]
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60)]

  @Test(arguments: pages.indices, sizes)
  func `every page looks as it was recorded`(page: Int, size: Size) throws {
    let (name, keys) = Self.pages[page]
    var session = Session(size: size)
    try session.play(keys)
    try compareScreen(session.text, with: "\(name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: ["60x15", "40x10", "20x3"])
  func `the overview gives way panel by panel on a smaller screen`(size: String) throws {
    let session = Session(size: try #require(Size(text: size)))
    try compareScreen(session.text, with: "overview-\(size)")
  }

  @Test func `a changed word fails with the lines it changed, and no others`() {
    let before = "one\n90.7% below target\nthree\n"
    let after = "one\n90.7% under target\nthree\n"
    #expect(changedLines(from: before, to: after) == ["- 2 90.7% below target", "+ 2 90.7% under target"])
    #expect(changedLines(from: before, to: before).isEmpty)
    let long = (0..<100).map(String.init).joined(separator: "\n")
    #expect(changedLines(from: long, to: "").count < 40)
  }

  @Test func `a system without figures shows its levels`() throws {
    try compareScreen(Session(Testshire.bare, size: Self.sizes[0]).text, with: "levels-80x24")
  }
}
