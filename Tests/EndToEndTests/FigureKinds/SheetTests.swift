import Foundation
import Testing

/// The sheets of the A&E workbook, saved as CSV, and the trusts that made no four-hour return.
@Suite struct SheetTests {
  private static let types =
    "Type 1 Departments - Major A&E,Type 2 Departments - Single Specialty,Type 3 Departments - Other A&E/Minor Injury Unit"

  /// A trust of a month: attendances and those within four hours, `nil` where it made no four-hour return.
  struct Trust: Sendable {
    let code: String, attendances: Int
    let within: Int?
  }

  private static func row(_ code: String, _ name: String, region: Bool, _ all: Int, _ within: Int?) -> String {
    let over = within.map { all - $0 }
    let figures = [all, within, over].map { number in
      number.map { "\($0),0,0,\($0)" } ?? "-,-,-,-"
    }
    return ",\(code)," + (region ? "Northmere," : "") + "\(name)," + figures.joined(separator: ",") + "\n"
  }

  /// A sheet as a spreadsheet saves it: what stands above, its columns, England and the trusts.
  private static func sheet(
    _ title: String, section: String, period: String, groups: [String], region: Bool = true, _ trusts: [Trust]
  ) -> String {
    let blank = ",,," + (region ? "," : "")
    let returned = trusts.filter { $0.within != nil }
    let england = row(
      "-", region ? "-,England" : "-", region: false, trusts.reduce(0) { $0 + $1.attendances },
      returned.reduce(0) { $0 + ($1.within ?? 0) })
    // England's attendances over four hours are those returned.
    var fields = england.dropLast().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let over = returned.reduce(0) { $0 + $1.attendances - ($1.within ?? 0) }
    fields.replaceSubrange(fields.count - 4..<fields.count, with: ["\(over)", "0", "0", "\(over)"])
    let titles =
      ",Code," + (region ? "Region," : "") + "Name,\(types),Total attendances,\(types),Total Attendances < 4 hours,"
      + "\(types),Total Attendances > 4 hours\n"
    return ",Title:,\(title),,\n,Period:,\(period),,\n,\(section),,,\n" + blank + groups.joined(separator: ",,,,")
      + "\n"
      + titles + fields.joined(separator: ",") + "\n"
      + trusts.map { row($0.code, "Trust \($0.code)", region: region, $0.attendances, $0.within) }.joined()
  }

  private static let groups = [
    "A&E attendances", "\"A&E attendances less than 4 hours from arrival to admission, transfer or discharge\"",
    "\"A&E attendances greater than 4 hours from arrival to admission, transfer or discharge\"",
  ]

  /// The numbers in white beside the title, which the sheet without booked appointments does not have.
  private static let numbers = ",,,,7,8,9\n"

  private static func provider(_ period: String, _ trusts: [Trust]) -> String {
    numbers + sheet("A&E Attendances", section: "Provider Level Data", period: period, groups: groups, trusts)
  }

  private static let trusts = [
    Trust(code: "RZ1", attendances: 1000, within: 700), Trust(code: "RZ2", attendances: 3000, within: 2900),
  ]

  /// Sheets that are not the provider sheet, whatever their files are called, with other figures.
  private static func sisters(_ period: String) -> [(name: String, text: String)] {
    let other = [Trust(code: "RZ1", attendances: 9000, within: 10), Trust(code: "RZ2", attendances: 10, within: 10)]
    let plain = sheet("A&E Attendances", section: "Provider Level Data", period: period, groups: groups, other)
    let booked = sheet(
      "A&E Booked Appointment Attendances  ", section: "Provider Level Data", period: period, groups: groups, other)
    let footprint = sheet(
      "A&E Attendances", section: "Acute Trust Footprint Data", period: period, groups: groups, other)
    let sheets: [(name: String, text: String)] = [
      ("Booked Appointments Data", booked), ("Non-Booked Data", ",,,,4,5,6,,,,,,10,11,12,,\n" + plain),
      ("Acute Trust Footprint Data", footprint),
    ]
    // Since April 2025 the sheet without booked appointments has a sentence of its own.
    guard period.hasSuffix("26") else { return sheets }
    let sentence = ",Summary:,\"A&E attendances, performance and emergency admission.\",,\n"
    return sheets + [("Non-Booked Data", sentence + plain)]
  }

  @Test(arguments: ["April 2026", "November  2024", "May 26", "August 2020"])
  func `another sheet of the workbook changes no figure, and the sheet that counts is named`(period: String) throws {
    let right = try PrintedBoard(rows: "", files: ["provider.csv": SheetTests.provider(period, SheetTests.trusts)])
    let line = right.line("ae.four-hour", "ALL")
    #expect(line.hasSuffix(" 90 missed by 200, 2 of 2"), "\(right.text)")
    for (name, text) in SheetTests.sisters(period) {
      // Whether it is read before or after.
      for file in ["a.csv", "z.csv"] {
        let board = try PrintedBoard(
          rows: "", files: ["provider.csv": SheetTests.provider(period, SheetTests.trusts), file: text])
        #expect(board.text.contains("sitrep check"))
        #expect(
          board.line("ae.four-hour", "ALL") == line
            && board.line("ae.four-hour", "RZ1") == right.line("ae.four-hour", "RZ1"))
        #expect(
          board.messages.contains { $0.contains("this is the sheet \"\(name)\" of the A&E workbook") },
          "\(board.messages)")
        #expect(board.problems.allSatisfy { ($0["fix"] as? String)?.contains("\"Provider Level Data\"") == true })
      }
    }
  }

  /// What stands above the headings, and whether it tells the sheet from the one without booked appointments.
  private static let tells: [(period: String, above: String, isTold: Bool)] = [
    ("April 2026", "", false), ("August 2020", "", false), ("November  2024", "", false),
    ("March 2025", ",Summary:,\"A&E attendances, performance and emergency admission.\",,\n", false),
    ("April 2026", numbers, true), ("August 2020", numbers, true), ("July 2020", "", true), ("April 2019", "", true),
    ("May 26", ",Summary:,The total of booked and non-booked A&E attendances.,,\n", true),
    ("June 2020", ",,,,4,5,6,,,,,,7,8,9\n", true),
  ]

  @Test(arguments: tells.indices)
  func `a sheet with nothing above its headings to tell it by is read with a warning`(place: Int) throws {
    let (period, above, isTold) = SheetTests.tells[place]
    let sheet = SheetTests.sheet(
      "A&E Attendances", section: "Provider Level Data", period: period, groups: SheetTests.groups, SheetTests.trusts)
    let board = try PrintedBoard(rows: "", files: ["s.csv": above + sheet])
    #expect(board.line("ae.four-hour", "ALL").contains(" 90 "), "\(board.text)")
    #expect(board.messages.isEmpty == isTold, "\(board.messages)")
    #expect(isTold || board.messages.contains { $0.contains("\"Non-Booked Data\" leaves out booked") })
  }

  @Test(arguments: ["April 2026", "May 26", "June 2022"])
  func `the sheet of systems has systems and no provider called a dash`(period: String) throws {
    let systems = [
      Trust(code: "QZ8", attendances: 500, within: 400), Trust(code: "QZ9", attendances: 1500, within: 1200),
    ]
    let text = SheetTests.sheet(
      "A&E Attendances", section: "System Level Data", period: period, groups: SheetTests.groups, region: false, systems
    )
    let board = try PrintedBoard(rows: "", files: ["s.csv": text])
    #expect(
      !board.figures.contains { $0["organisation"] as? String == "-" || $0["organisation_name"] as? String == "-" })
    #expect(board.line("ae.four-hour", "ALL").hasSuffix(" 80 missed by 300, 2 of 2"), "\(board.text)")
    #expect(board.line("ae.four-hour", "QZ8").hasSuffix(" 80 missed by 75"))
  }

  private static let saved = Program.project + "/../shared/extracts/workbooks/saved-as-csv"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: saved), "the published sheets saved as CSV are not beside the checkout"
    ))
  func `of a published workbook's sheets saved as CSV the provider sheet alone counts`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SheetTests.saved).filter { $0.hasSuffix(".csv") }
    let counts = try #require(names.first { $0.contains("Provider Level Data") })
    func figures(_ names: [String]) throws -> [String] {
      let paths = names.map { "\(SheetTests.saved)/\($0)" }
      let json = try Program.run(["print"] + paths + ["--format", "json", "--now", "2026-07-01T09:00"])
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      return (object?["figures"] as? [[String: Any]] ?? []).filter { $0["role"] as? String == "provider" }
        .map { "\($0["organisation"] ?? "") \($0["metric"] ?? "") " + PrintedBoard.words($0) }.sorted()
    }
    let alone = try figures([counts])
    #expect(alone.count > 100)
    #expect(try figures(names.filter { !$0.contains("System Level Data") }) == alone)
  }

  struct Trial: Sendable {
    let period: String, month: String, trusts: [Trust]
    /// England's line, and who is left out.
    let line: String, missing: [String]
  }

  private static let trials: [Trial] = [
    Trial(
      period: "May 2019", month: "MAY-2019",
      trusts: [
        Trust(code: "RC9", attendances: 1500, within: nil), Trust(code: "RZ2", attendances: 1000, within: 800),
      ], line: "2019-05 80 missed by 150, 1 of 1", missing: ["RC9"]),
    Trial(
      period: "May 2023", month: "MAY-2023",
      trusts: [
        Trust(code: "RYJ", attendances: 900, within: nil), Trust(code: "R0D", attendances: 800, within: nil),
        Trust(code: "RZ2", attendances: 1000, within: 960), Trust(code: "RZ3", attendances: 1000, within: 940),
      ], line: "2023-05 95 met, 2 of 2", missing: ["RYJ", "R0D"]),
    Trial(
      period: "December 2022", month: "DECEMBER-2022",
      trusts: [Trust(code: "RGT", attendances: 700, within: nil), Trust(code: "RX9", attendances: 400, within: 100)],
      line: "2022-12 25 missed by 280, 1 of 1", missing: ["RGT"]),
    // Before and after the trial they are trusts like any other.
    Trial(
      period: "April 2019", month: "APRIL-2019",
      trusts: [
        Trust(code: "RC9", attendances: 1000, within: 1000), Trust(code: "RZ2", attendances: 1000, within: 500),
      ],
      line: "2019-04 75 missed by 400, 2 of 2", missing: []),
    Trial(
      period: "June 2023", month: "JUNE-2023",
      trusts: [
        Trust(code: "RX1", attendances: 1000, within: 1000), Trust(code: "RZ2", attendances: 1000, within: 500),
      ],
      line: "2023-06 75 missed by 400, 2 of 2", missing: []),
  ]

  /// The monthly CSV of the same trusts: 0 over four hours where the sheet has a dash.
  private static func monthly(_ month: String, _ trusts: [Trust]) -> String {
    "Period,Org Code,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Other A&E Department,"
      + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"
      + trusts.map { trust in
        let over = trust.within.map { trust.attendances - $0 } ?? 0
        return "MSitAE-\(month),\(trust.code),Trust \(trust.code),\(trust.attendances),0,0,\(over),0,0\n"
      }.joined()
  }

  @Test(arguments: trials.indices, ["csv", "sheet", "both"])
  func `a trust of the trial made no return, in either file and in both`(place: Int, files: String) throws {
    let one = SheetTests.trials[place]
    var written: [String: String] = [:]
    if files != "sheet" { written["m.csv"] = SheetTests.monthly(one.month, one.trusts) }
    if files != "csv" { written["n.csv"] = SheetTests.provider(one.period, one.trusts) }
    let board = try PrintedBoard(rows: "", files: written)
    #expect(board.line("ae.four-hour", "ALL") == one.line, "\(board.text)")
    #expect(board.problems.isEmpty, "\(board.messages)")
    for trust in one.trusts {
      let row = board.row("ae.four-hour", trust.code)
      let isMissing = one.missing.contains(trust.code)
      #expect((row["value"] is NSNull) == isMissing && (row["numerator"] as? Double == nil) == isMissing)
      // The attendances themselves were returned.
      #expect(board.row("ae.attendances", trust.code)["value"] as? Double == Double(trust.attendances))
    }
    let page = try board.page(["metric", "ae.four-hour"])
    for code in one.missing { #expect(!page.contains("Trust \(code)  100.0"), "\(page)") }
    let all = one.trusts.reduce(0) { $0 + $1.attendances }
    #expect(board.row("ae.attendances", "ALL")["value"] as? Double == Double(all))
  }
}
