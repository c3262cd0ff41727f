import Foundation
import Testing

/// Files that people have, each of which was once refused or misread: what `check` now says of each, in a word of it.
@Suite struct OwnFileCaseTests {
  private static let cases = URL(fileURLWithPath: Program.project + "/../shared/cases/files").path

  /// A folder, whether `check` ends with 1, and what it says.
  static let said: [(folder: String, fails: Bool, words: [String])] = [
    ("breaches", false, ["breaches-column = \"Breaches\""]),
    ("britime", false, ["2 read, 0 skipped", "Apr 2019", "no problems"]),
    ("isotime", false, ["2 read, 0 skipped", "Apr 2019", "no problems"]),
    ("excel-saved", false, ["Apr 2017 to Aug 2017", "no problems"]),
    ("dates-in-performance", false, ["1 Feb 2018 to 14 Feb 2018", "no problems"]),
    ("year-month", true, ["year-column and month-column"]),
    ("unknown-local", true, ["no layout fits this file, whose columns are", "sitrep draft"]),
    ("finance-own-columns", false, ["finance position", "7 read, 0 skipped", "no problems"]),
    ("trust", false, ["299 read, 0 skipped", "no problems"]),
    ("longdecimals", false, ["8 read, 0 skipped", "no problems"]),
    // A list of organisations alone has no figures, which `check` answers with 1.
    ("system-mapping", true, ["system mapping", "no problems"]),
    ("excel-trailing", false, ["32 read, 0 skipped", "no problems"]),
    ("codes-excel", false, ["\"1.00E+05\", which may be a code", "\"01-Mar\", which may be a code"]),
    ("quoted-org", false, ["organisations  2", "no problems"]),
    ("names", false, ["organisations  2", "no problems"]),
    ("dupcols", false, ["the column \"value\" appears twice"]),
    ("nul-end", false, ["1 read, 0 skipped", "ends in zero bytes"]),
    ("ctrlz", false, ["1 read, 0 skipped", "no problems"]),
    ("pipe", false, ["vertical bars"]),
    ("xlerr", true, ["\"#REF!\", an error of the spreadsheet", "too narrow"]),
    ("suppressed-count", false, ["2 read, 0 skipped", "no problems"]),
    ("sci", true, ["\"9.00E+02\", a number that a spreadsheet has shortened"]),
    ("web-page-as-csv", true, ["a web page that asks to sign in", "answer of a web service", "the file is empty"]),
    ("odd", true, ["4 read, 1 skipped", "contradicts line 3"]),
    ("proportion", false, ["they look like fractions", "scale = \"fraction\""]),
  ]

  private static let isThere = FileManager.default.fileExists(atPath: cases)

  @Test(.enabled(if: isThere, "../shared/cases/files is absent"), arguments: said.indices)
  func `each is read or refused as it should be`(number: Int) throws {
    let (folder, fails, words) = Self.said[number]
    let check = try Program.run(["check", Self.cases + "/" + folder])
    #expect(check.status == (fails ? 1 : 0), "\(check.output)")
    for word in words { #expect(check.output.contains(word), "\(word): \(check.output)") }
  }

  @Test(.enabled(if: isThere, "../shared/cases/files is absent"))
  func `none is forgotten`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.cases)
    #expect(Set(folders) == Set(Self.said.map(\.folder)))
  }

  @Test(
    arguments: ["80x24", "120x40", "200x60"],
    [
      ("£000", "(10,700)", "10.700"), ("£000", "(1,234,567)", "1234.567"), ("£", "1,234,567,890", "1234."),
      ("£m", "3.1", "3.1"),
    ])
  func `no number of the summary is cut, however long an amount is`(
    size: String, money: (unit: String, amount: String, shown: String)
  ) throws {
    let folder = TemporaryFolder()
    let amounts = Array(repeating: "\"\(money.amount)\"", count: 4).joined(separator: ",")
    let rows = ["2026-08", "2026-09", "2026-10"].map { "RZ1,\($0),\(money.unit),including STF,\(amounts)\n" }.joined()
    folder.write(
      "organisation,period,unit,basis,control total,plan to date,actual to date,forecast outturn\n" + rows, to: "m.csv")
    let page = try Program.run(
      [folder.path, "summary", "RZ1", "--frame", "--size", size, "--now", "2026-11-20T09:00"])
    let digits = page.output.replacing(",", with: "")
    #expect(digits.contains(money.shown) && !digits.contains(" … "), "\(page.output)\(page.error)")
  }
}
