import Foundation
import Metrics
import Testing

@testable import Feeds

/// Workbooks as they were downloaded: `Fixtures/workbooks` holds one as .xlsx, .xls and .ods.
@Suite struct WorkbookTests {
  let folder = TemporaryFolder()

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/workbooks").path

  private func load(_ paths: String...) -> Loaded { Feed(paths: paths) { _ in (.everything, []) }.load() }

  private func copy(_ name: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: Self.fixtures + "/" + name, toPath: folder.path + "/" + other)
  }

  private func share(_ metric: MetricID, _ organisation: OrganisationCode, _ month: String, in loaded: Loaded)
    -> String?
  {
    loaded.board.figure(Series.Key(metric, organisation), in: Period(month)!)?.measurement.value?.text(places: 1)
  }

  @Test(arguments: ["xlsx", "xls", "ods"])
  func `each sheet that a layout fits is a file of its own, hidden or not, and the others are known with why not`(
    _ kind: String
  ) {
    let loaded = load(Self.fixtures + "/own-returns.\(kind)")
    let name = "own-returns.\(kind)"
    #expect(loaded.files.map(\.name) == ["\(name):Returns", "\(name):Archive"])
    #expect(loaded.board.contributions.map(\.file.sheet?.hiding) == ["", "hidden"])
    #expect(share(.fourHour, "RZ1", "2018-01", in: loaded) == "90.0")
    #expect(share(.fourHour, "RZ1", "2018-02", in: loaded) == "85.0")
    #expect(share(.fourHour, "RZ3", "2018-02", in: loaded) == "80.0")
    #expect(share(.cancer62Day, "RZ1", "2018-02", in: loaded) == "82.5")
    let unread = loaded.board.unreadSheets
    // An .ods knows one kind of hiding, and only the .xlsx has a chart.
    #expect(unread.map(\.sheet.name) == ["Cover", "Lookup"] + (kind == "xlsx" ? ["Chart"] : []))
    #expect(unread.map(\.sheet.hiding).prefix(2) == ["", kind == "ods" ? "hidden" : "very hidden"])
    #expect(unread.allSatisfy { $0.file == name && !$0.reason.isEmpty })
    #expect(unread.dropFirst(2).allSatisfy { $0.reason == "a chart" })
  }

  @Test(arguments: ["xlsx", "xls", "ods"])
  func `what is wrong in a cell is said with the sheet, the row and the letter of the column`(_ kind: String) {
    #expect(
      load(Self.fixtures + "/own-returns.\(kind)").board.problems.map(\.text) == [
        """
        own-returns.\(kind):Returns:6:F: error: "numerator" is "n.k."; expected a whole number
          fix: leave the cell empty if the provider made no return, or download the file again
        """
      ])
  }

  @Test(arguments: ["xlsx", "xls", "ods"])
  func `the rows of a figure are found again by the numbers the sheet gives them`(_ kind: String) throws {
    let loaded = load(Self.fixtures + "/own-returns.\(kind)")
    let request = try #require(
      RowRequest(Series.Key(.fourHour, "RZ1"), Period("2018-02")!, contribution: 0, in: loaded))
    let reading = request.read()
    #expect(reading.rows.map(\.line) == [5])
    #expect(
      reading.rows.first?.fields == ["ae.four-hour", "RZ1", "2018-02", "", "", "85", "100", "", "beyond the header"])
    #expect(reading.fileName == "own-returns.\(kind):Returns" && reading.remark == "")
  }

  @Test func `workbooks in a folder are opened, what Excel keeps beside them is not`() throws {
    try copy("own-returns.xlsx", to: "own.XLSX")
    folder.write("x", to: "~$own.xlsx")
    folder.write(performance("RZ9"), to: "a.csv")
    let loaded = load(folder.path)
    #expect(loaded.files.map(\.name) == ["a.csv", "own.XLSX:Returns", "own.XLSX:Archive"])
  }

  @Test func `a workbook is told by its bytes, whatever its name says`() throws {
    try copy("own-returns.xls", to: "renamed.xlsx")
    try copy("own-returns.ods", to: "renamed.xls")
    #expect(load(folder.path).files.map(\.name).filter { $0.hasSuffix("Returns") }.count == 2)
  }

  @Test(arguments: [
    ("a.xlsx", "Code,Name\n", "is plain text, not a workbook; expected a workbook\n  fix: rename it to end in .csv"),
    (
      "a.xls", "<html><table></table></html>",
      """
      is a web page, not a workbook; expected a workbook
        fix: open it: if it is a table, save it as Excel Workbook (.xlsx); if it is a sign-in page, download the file again
      """
    ),
    ("a.ods", "", "is empty; expected a whole workbook\n  fix: download the file again"),
    (
      "a.xlsb", "PK\u{3}\u{4} cut",
      """
      is damaged: it is no zip, or cut short; none of it is used; expected a whole workbook
        fix: download the file again, or open it in Excel and save it anew
      """
    ),
  ])
  func `a workbook that is none says what it is`(_ name: String, _ text: String, _ problem: String) {
    folder.write(text, to: name)
    #expect(load(folder.path + "/" + name).board.problems.map(\.text) == ["\(name): error: " + problem])
  }

  @Test func `a workbook of which no layout fits a sheet is an error, with its sheets`() {
    let names = ["One", "Two", "Three", "Four", "Five", "Six"]
    #expect(
      FeedFault.noSheet(names).problem(of: "a.xlsx", at: "/r/a.xlsx").text == """
        a.xlsx: error: no layout fits any of its sheets: "One", "Two", "Three", "Four", "Five" and 1 more; expected a sheet \
        with the column names of a layout
          fix: see what each sheet lacks: sitrep check "/r/a.xlsx"; describe a file of your own in a [[layout]]
        """)
  }

  @Test func `a copy of a workbook counts once`() throws {
    try copy("own-returns.xlsx", to: "a.xlsx")
    try copy("own-returns.xlsx", to: "b.xlsx")
    let loaded = load(folder.path)
    #expect(loaded.files.map(\.name) == ["a.xlsx:Returns", "a.xlsx:Archive"])
    #expect(
      loaded.board.problems.map(\.message).filter { $0.contains("same contents") } == [
        "has the same contents as a.xlsx:Archive, which is used",
        "has the same contents as a.xlsx:Returns, which is used",
      ])
  }

  @Test
  func `a workbook that comes while the board is open is read, and one half written leaves its figures as they were`()
    throws
  {
    let kept = KeptBoard()
    kept.folder.write(performance("RZ9"), to: "z.csv")
    kept.look()
    let bytes = try #require(FileManager.default.contents(atPath: Self.fixtures + "/own-returns.xlsx"))
    let path = kept.folder.path + "/a.xlsx"
    #expect(FileManager.default.createFile(atPath: path, contents: bytes))
    kept.settle()
    #expect(kept.within("RZ1") == "85")
    #expect(kept.loaded?.board.unreadSheets.map(\.sheet.name) == ["Cover", "Lookup", "Chart"])
    #expect(kept.loaded?.board.problems.map(\.place) == ["a.xlsx:Returns:6:F"])
    #expect(FileManager.default.createFile(atPath: path, contents: bytes.prefix(900)))
    kept.settle()
    #expect(kept.within("RZ1") == "85" && kept.label == "incomplete since 09:00")
    #expect(FileManager.default.createFile(atPath: path, contents: bytes))
    kept.settle()
    #expect(kept.within("RZ1") == "85" && kept.label == "current")
  }
}
