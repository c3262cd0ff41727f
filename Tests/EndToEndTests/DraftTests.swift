import Foundation
import Testing

/// `sitrep draft`: what it prints is a `system.toml` that reads the file it looked at.
@Suite struct DraftTests {
  /// Files as trusts keep them, and a layout or figure that `check` or `print` then shows.
  static let files: [(name: String, text: String)] = [
    ("breaches.csv", "Trust,Month,Att,Breaches\nRZ1,Apr-19,1200,100\nRZ2,Apr-19,900,100\n"),
    ("times.csv", "Trust,Month,Att,Within\nRZ1,01/04/2019 00:00,1200,1100\nRZ2,01 April 2019,900,800\n"),
    ("years.csv", "Year,Month,Trust,Att,Breaches\n2019,4,RZ1,1200,100\n2019,5,RZ1,1100,90\n"),
    ("names.csv", "Site,Month,Attendances,Breaches\nFellgate,Apr-19,1200,100\nGrand Total,Apr-19,1200,100\n"),
    ("fractions.csv", "Trust,Month,Perf\nRZ1,Apr-19,0.917\nRZ2,Apr-19,0.889\nRZ1,May-19,1\n"),
    ("long.csv", "Org Code,Month,Measure,Value\nRZ1,Apr-19,Arrivals,120\nRZ1,Apr-19,Late,12\n"),
    ("across.csv", "Trust,Apr-19,May-19,Jun-19\nRZ1,1,2,3\nRZ2,4,5,6\n"),
    (
      "wards.csv",
      "Week Commencing,Ward Group,NCTR Patients\n29/06/2026,Medicine,37\n29/06/2026,Surgery,8\n06/07/2026,Medicine,36\n06/07/2026,Surgery,9\n"
    ),
    (
      "finance M7.csv",
      "Month,Plan YTD (£000),Actual YTD (£000)\nApr-26,\"-1,100\",\"(1,177)\"\nMay-26,\"-2,200\",\"(2,408)\"\n"
    ),
    ("measures across.csv", "Measure,Trust,Apr-19,May-19\nArrivals,RZ1,10,20\nLate,RZ1,1,2\n"),
    ("beds.csv", "Trust,Month,Beds open,Average NCTR\nRZ1,Apr-19,101.5,37.43\nRZ2,Apr-19,87.37,20\n"),
    ("Return Mar 2019.csv", "Trust,Trust Name,Late\nRZ1,Fellgate General,7\nRZ2,Ousby Infirmary,8\n"),
    ("above.csv", "Late returns,,\nMonth:,March 2019,\nTrust,Late,Arrivals\nRZ1,7,70\nRZ2,8,80\n"),
    ("american.csv", "Trust,Date,Late\nRZ1,01/02/2019,7\nRZ1,01/13/2019,8\n"),
  ]

  @Test(arguments: files)
  func `the draft of a file reads it without an error and without an edit`(name: String, text: String) throws {
    let folder = TemporaryFolder()
    folder.write(text, to: name)
    let draft = try Program.run(["draft", folder.path + "/" + name])
    #expect(draft.status == 0)
    folder.write(draft.output, to: "system.toml")
    let check = try Program.run(["check", folder.path])
    #expect(check.status == 0, "\(check.output)\n\(draft.output)")
    #expect(check.output.contains("0 skipped"))
    #expect(!check.output.contains("periods        none"), "\(check.output)")
  }

  @Test func `the draft of a workbook reads each of its sheets, without an edit`() throws {
    let folder = TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Program.project + "/Fixtures/workbooks/own-exports.xlsx", toPath: folder.path + "/own-exports.xlsx")
    let draft = try Program.run(["draft", folder.path + "/own-exports.xlsx"])
    #expect(draft.status == 0)
    #expect(draft.output.contains("sheet = \"ED daily\"") && draft.output.contains("sheet = \"Beds\""))
    #expect(!draft.output.contains("sheet = \"Notes\""), "\(draft.output)")
    folder.write(draft.output, to: "system.toml")
    let check = try Program.run(["check", folder.path])
    #expect(check.status == 0, "\(check.output)\n\(draft.output)")
    #expect(check.output.contains("own-exports.xlsx:ED daily") && check.output.contains("own-exports.xlsx:Beds"))
    let figures = try Program.run(["print", folder.path, "--format", "json", "--all-periods", "--breakdowns"])
    #expect(figures.output.contains("\"value\": 37.43") && figures.output.contains("\"numerator\": 235"))
  }

  private static let exports = Program.project + "/Fixtures/exports"
  private static let five = [
    "ED daily return.csv", "ambulance_handovers.csv", "NCTR weekly.csv", "Finance M7.csv", "Waiting lists.xlsx",
  ]

  @Test func `five exports are drafted one after the other to a board, as docs own-files tells it`() throws {
    let folder = TemporaryFolder()
    var system = ""
    for file in Self.five {
      try FileManager.default.copyItem(
        atPath: Self.exports + "/" + file, toPath: folder.path + "/" + file)
      let draft = try Program.run(["draft", folder.path + "/" + file])
      #expect(draft.status == 0, "\(file)")
      system += draft.output + "\n"
      folder.write(system, to: "system.toml")
    }
    let check = try Program.run(["check", folder.path])
    #expect(check.status == 0 && check.output.contains("5 files, no problems"), "\(check.output)")
  }

  @Test func `the system of the five exports reads them, and its board shows their figures`() throws {
    let check = try Program.run(["check", Self.exports])
    #expect(check.status == 0 && check.output.contains("5 files, no problems"), "\(check.output)")
    let board = try Program.run([Self.exports, "--frame", "--size", "120x40", "--now", "2026-11-16T07:30"])
    // The last rows of three files: 85 breaches of 314, 22 handovers over 30 minutes, and 83 patients on three wards.
    for text in ["72.9%, 229 of 314", "Over 30 mins", "week 46 2026", "Control total"] {
      #expect(board.output.contains(text), "\(text)")
    }
  }

  @Test
  func `a file that no layout fits is answered with the command, and beside a system only what it lacks is drafted`()
    throws
  {
    let folder = TemporaryFolder()
    folder.write("Trust,Month,Late\nRZ1,Apr-19,7\n", to: "late.csv")
    let check = try Program.run(["check", folder.path])
    #expect(check.status == 1 && check.output.contains("sitrep draft"))
    folder.write("code = \"QZ9\"\n[[organisation]]\ncode = \"RZ1\"\nrole = \"provider\"\n", to: "system.toml")
    let draft = try Program.run(["draft", folder.path + "/late.csv"])
    #expect(draft.output.contains("[[layout]]") && !draft.output.contains("[[organisation]]"))
  }

  @Test func `what is no table is refused with its reason`() throws {
    let folder = TemporaryFolder()
    folder.write("", to: "empty.csv")
    #expect(try Program.run(["draft", folder.path + "/empty.csv"]).status == 1)
    #expect(try Program.run(["draft", folder.path + "/gone.csv"]).status == 1)
  }

  private static let cases = URL(fileURLWithPath: Program.project + "/../shared/cases/files")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: cases.path), "../shared/cases/files is absent"))
  func `the shared cases are drafted to systems that read them`() throws {
    // Cells that no system.toml can mend; a list of organisations, which has no figures; and what is no table.
    let unmendable = ["odd/ed.csv", "sci/p.csv", "xlerr/p.csv", "system-mapping/System-Mapping.csv"]
    let noTable = ["json.csv", "od.csv", "sub.csv"].map { "web-page-as-csv/" + $0 }
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.cases.path).filter { $0.hasSuffix(".csv") }
    #expect(files.count > 30)
    for file in files {
      let folder = TemporaryFolder()
      let source = Self.cases.appendingPathComponent(file)
      try FileManager.default.copyItem(
        atPath: source.path, toPath: folder.path + "/" + source.lastPathComponent)
      let draft = try Program.run(["draft", folder.path + "/" + source.lastPathComponent])
      #expect(draft.status == (noTable.contains(file) ? 1 : 0), "\(file): \(draft.output)")
      if noTable.contains(file) { continue }
      folder.write(draft.output, to: "system.toml")
      let check = try Program.run(["check", folder.path])
      #expect(check.status == (unmendable.contains(file) ? 1 : 0), "\(file): \(check.output)")
      #expect(!check.output.contains("system.toml:"), "\(file): \(check.output)")
    }
  }
}
