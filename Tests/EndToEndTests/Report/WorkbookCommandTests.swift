import Foundation
import Testing

/// `sitrep print --format xlsx`: the figures of `print` as a workbook that goes into a pack.
@Suite struct WorkbookCommandTests {
  let folder = TemporaryFolder()

  private struct Book: Decodable {
    struct Cell: Decodable { let text: String?, number: Double?, format: String? }
    struct Sheet: Decodable { let name: String, rows: [[Cell?]] }
    struct Facts: Decodable { let frozen: Int, widths: Int, formulas: Int }
    let names: [String], facts: [String: Facts], dates: [String], core: String, sheets: [Sheet]

    func rows(_ name: String) -> [[Cell?]] { sheets.first { $0.name == name }?.rows ?? [] }
    func cell(_ row: [Cell?], _ heading: String, of sheet: String) -> Cell? {
      guard let place = rows(sheet).first?.firstIndex(where: { $0?.text == heading }), place < row.count else {
        return nil
      }
      return row[place]
    }
  }

  private func written(_ arguments: [String], to name: String = "board.xlsx") throws -> Book {
    let outcome = try Program.run(["print"] + arguments + ["--format", "xlsx", "--out", "\(folder.path)/\(name)"])
    #expect(outcome.status == 0 && outcome.output == "" && outcome.error == "", "\(outcome.error)")
    return try read(name)
  }

  private func read(_ name: String) throws -> Book {
    let read = try Program.run(
      ["\(Program.project)/Tests/Readers/workbook", "\(folder.path)/\(name)"], program: "/usr/bin/python3")
    try #require(read.status == 0, "\(read.error)")
    return try JSONDecoder().decode(Book.self, from: Data(read.output.utf8))
  }

  private func printed(_ arguments: [String]) throws -> [String: Any] {
    let output = try Program.run(["print"] + arguments + ["--format", "json"]).output
    return try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  /// A number of a sheet in the unit of the JSON.
  private func number(_ cell: Book.Cell?) -> Double? {
    guard let cell, let number = cell.number, let format = cell.format else { return nil }
    return format.hasSuffix("%") ? number * 100 : format == "[m]:ss" ? number * 86_400 : number
  }

  @Test(arguments: [
    ["demo"], ["demo", "--all-periods", "--breakdowns"], ["published/somerset-2016"], ["layouts/ambsys.csv"],
  ])
  func `every figure of print is a number in it, in the same order`(arguments: [String]) throws {
    let book = try written(arguments)
    let figures = try #require(try printed(arguments)["figures"] as? [[String: Any]])
    let rows = book.rows("Figures").dropFirst()
    #expect(rows.count == figures.count && !figures.isEmpty)
    let numbers = [
      "numerator", "denominator", "value", "target", "variance", "gap", "mean", "lower limit", "upper limit",
    ]
    for (row, figure) in zip(rows, figures) {
      for (heading, member) in [("metric", "metric"), ("organisation", "organisation"), ("item", "item")]
      where member != "item" {
        #expect(book.cell(row, heading, of: "Figures")?.text == figure[member] as? String)
      }
      for heading in numbers {
        let wanted = figure[heading.replacingOccurrences(of: " ", with: "_")] as? Double
        let found = number(book.cell(row, heading, of: "Figures"))
        #expect((wanted == nil) == (found == nil), "\(heading) of \(figure)")
        if let wanted, let found {
          #expect(abs(wanted - found) <= 1e-9 * max(1, abs(wanted)), "\(heading) of \(figure)")
        }
      }
      #expect(book.cell(row, "caveat", of: "Figures")?.text == figure["caveat"] as? String)
    }
  }

  @Test func `percentages are shown in percent, days are days, and headings stay where they are`() throws {
    let book = try written(["demo"])
    #expect(book.names == ["Figures", "Problems", "Provenance", "About"])
    for (name, facts) in book.facts { #expect(facts.frozen == 1 && facts.formulas == 0 && facts.widths > 0, "\(name)") }
    let rows = book.rows("Figures").dropFirst()
    let shares = rows.filter { book.cell($0, "unit", of: "Figures")?.text == "percent" }
    let values = shares.compactMap { book.cell($0, "value", of: "Figures") }
    #expect(values.count > 20)
    #expect(
      values.allSatisfy { $0.format == "0.0%" || $0.format == "0.00%" } && values.allSatisfy { ($0.number ?? 2) <= 1 })
    let days = rows.compactMap { book.cell($0, "to", of: "Figures") }
    #expect(days.allSatisfy { $0.format == "d mmm yyyy" } && days.contains { $0.number == 43_159 })
    let problems = try #require(try printed(["demo"])["problems"] as? [[String: Any]])
    #expect(book.rows("Problems").dropFirst().map { $0[4]?.text } == problems.map { $0["message"] as? String })
    let files = book.rows("Provenance").dropFirst()
    #expect(files.count == 119)
    #expect(files.allSatisfy { book.cell($0, "SHA-256", of: "Provenance")?.text?.count == 64 })
  }

  @Test func `nothing in it is a formula, whatever a text begins with`() throws {
    let hostile = [
      "=1+1", "+SUM(A1)", "-2+3", "@x", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "\t=1", "＝1",
    ]
    let rows = hostile.map { text in
      "own.metric,RZ1,2017-09,kind,\"\(text.replacingOccurrences(of: "\"", with: "\"\""))\",,,5\n"
    }
    folder.write(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\n" + rows.joined()
        + "own.metric,=9,x,,,,,=1\n", to: "=1+1.csv")
    folder.write(
      """
      code = "QZ9"
      name = "=2+2"
      [[organisation]]
      code = "RZ1"
      role = "provider"
      name = "=3+3"
      [[metric]]
      id = "own.metric"
      title = "@measure"
      unit = "patients"
      direction = "lower"
      breakdowns = ["kind"]
      """, to: "system.toml")
    let book = try written([folder.path, "--breakdowns"], to: "b.xlsx")
    #expect(book.facts.values.allSatisfy { $0.formulas == 0 })
    let texts = Set(book.sheets.flatMap { $0.rows.joined() }.compactMap { $0?.text })
    // Each is there as it was written; an odd blank is a blank.
    for text in hostile where !text.hasPrefix("\t") { #expect(texts.contains(text), "\(text)") }
    #expect(texts.isSuperset(of: ["=3+3", "@measure", "=1+1.csv"]))
  }

  @Test func `the same figures at the same time give the same bytes`() throws {
    _ = try written(["demo", "--now", "2018-03-20T09:00"], to: "one.xlsx")
    _ = try written(["demo", "--now", "2018-03-20T09:00"], to: "other.xlsx")
    let bytes = ["one.xlsx", "other.xlsx"].map { FileManager.default.contents(atPath: "\(folder.path)/\($0)") }
    #expect(bytes[0] != nil && bytes[0] == bytes[1])
    #expect(try read("one.xlsx").core.contains("2018-03-20T09:00:00Z"))
    let piped = try Program.run(
      [
        "-c", "\"$0\" print demo --now 2018-03-20T09:00 --format xlsx --out - | cat > '\(folder.path)/piped.xlsx'",
        Program.path,
      ],
      program: "/bin/bash")
    #expect(piped.status == 0 && FileManager.default.contents(atPath: "\(folder.path)/piped.xlsx") == bytes[0])
  }

  @Test func `a disk that is full ends with 74, and the old file stays as it was`() throws {
    folder.write("old", to: "board.xlsx")
    for blocks in [1, 8, 24] {
      let line = "ulimit -f \(blocks); exec \"$0\" print demo --format xlsx --out '\(folder.path)/board.xlsx'"
      let outcome = try Program.run(["-c", line, Program.path], program: "/bin/bash")
      #expect(outcome.status == 74 && outcome.error.contains("board.xlsx could not be written whole"), "\(blocks)")
    }
    #expect(folder.read("board.xlsx") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["board.xlsx"])
    let full = try Program.run(["print", "demo", "--format", "xlsx", "--out", "/dev/full"])
    #expect(full.status == 74 && full.error.contains("No space left on device"))
  }

  @Test(.enabled(if: MountedFolder.isAllowed, "this user may not mount a file system: run as root"))
  func `a disk that fills up while it is written ends with 74, whenever that is`() throws {
    // What is written first goes to files of the library's own, which does not look whether they were taken.
    var isWhole = false
    for kilobytes in [4, 16, 48, 96, 160, 240, 400, 4000] {
      let disk = MountedFolder(kilobytes: kilobytes)
      let outcome = try Program.run(["print", "demo", "--format", "xlsx", "--out", "\(disk.path)/board.xlsx"])
      let names = try FileManager.default.contentsOfDirectory(atPath: disk.path)
      if outcome.status == 0 {
        isWhole = true
        #expect(names == ["board.xlsx"])
      } else {
        #expect(outcome.status == 74 && names == [], "\(kilobytes)")
      }
    }
    #expect(isWhole)
  }

  @Test(.enabled(if: MountedFolder.isAllowed, "this user may not mount a file system: run as root"))
  func `without the library it says what to install, and everything else works`() throws {
    folder.write("", to: "none")
    let script = """
      for library in /usr/lib/*/libxlsxwriter.so*; do mount --bind "$1/none" "$library" 2>/dev/null; done
      "$0" print demo --format csv > "$1/csv" && "$0" print demo --format xlsx --out "$1/board.xlsx"
      """
    let outcome = try Program.run(
      ["--mount", "/bin/bash", "-c", script, Program.path, folder.path],
      environment: ["PATH": "/usr/sbin:/usr/bin:/bin"],
      program: "/usr/bin/unshare")
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("needs libxlsxwriter, which is not installed; install it"))
    #expect(folder.read("csv").hasPrefix("metric,"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/board.xlsx"))
  }

  @Test func `a workbook needs a file, and every other format may have one`() throws {
    let outcome = try Program.run(["print", "demo", "--format", "xlsx"])
    #expect(outcome.status == 64 && outcome.output == "" && outcome.error.contains("--out board.xlsx"))
    for format in ["text", "json", "csv"] {
      let printed = try Program.run(["print", "demo", "--format", format])
      _ = try Program.run(["print", "demo", "--format", format, "--out", "\(folder.path)/\(format)"])
      #expect(folder.read(format) == printed.output)
    }
  }
}
