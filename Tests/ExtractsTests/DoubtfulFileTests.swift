import Metrics
import TestSupport
import Testing

@testable import Extracts

private let head = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
private let accident =
  "Period,Org Code,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
  + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"

/// Rows that state a total are held against their parts and are no organisation.
@Suite struct `the names that totals go by` {
  @Test(arguments: ["Total", "England", "ENG", "All", "Grand Total", "National", "-", " total ", "TOTAL", "–"])
  func `are no organisation in a file of one's own`(name: String) {
    let rows = "ae.four-hour,RZ1,2018-02,,,900,1000,\nae.four-hour,RZ2,2018-02,,,800,1000,\n"
    let right = contribution(head + rows + "ae.four-hour,\(name),2018-02,,,1700,2000,\n")
    #expect(Set(right.observations.map(\.organisation.text)) == ["RZ1", "RZ2"])
    #expect(right.problemTexts == [])
    let wrong = contribution(head + rows + "ae.four-hour,\(name),2018-02,,,1600,2000,\n")
    #expect(
      wrong.problemTexts == [
        """
        test.csv:4: warning: "numerator" is 1,600 in the total row, but the organisations add up to 1,700: a difference of 100; expected the \
        same; the organisations count
          fix: download the file again
        """
      ])
  }

  @Test(arguments: ["TOTAL", "Total ", "England", "-", "Grand Total"]) func `are no provider of a published file`(
    name: String
  ) {
    let read = contribution(accident + "MSitAE-MAY-2018,RZ1,A,10,,,1,,\nMSitAE-MAY-2018,\(name),,10,,,1,,\n")
    #expect(Set(read.observations.map(\.organisation.text)) == ["RZ1"])
    #expect(read.problemTexts == [])
    let delays =
      "Period,Provider Org Code,Local Authority Code,Acute Or Non Acute Description,Reason For Delay,NHS,Social Care,Both B\n"
    let other = contribution(delays + "MSitDT-MAY-2018,\(name),612,Acute,I_HOUSING,1,,\n")
    #expect(other.observations.isEmpty)
    #expect(
      other.problemTexts == [
        """
        test.csv:2:2: warning: "Provider Org Code" is "\(name.last == " " ? "Total" : name)", which names a total and not \
        an organisation; the row is left out
          fix: nothing, if the organisations have rows of their own
        """
      ])
  }

  @Test func `are England's figure where the file has no other`() {
    let read = contribution(head + "ae.four-hour,England,2018-02,,,1700,2000,\nae.four-hour,Total,2018-03,,,1,2,\n")
    #expect(read.figure(.fourHour, .england, "2018-02") == .share(within: Count(1700), of: Count(2000)))
    #expect(
      read.problemTexts == [
        """
        test.csv:3: warning: the row states a total, but the file has no organisation for it; it is left out; expected rows \
        of organisations
          fix: add the rows of the organisations, or give the row an organisation's code
        """
      ])
  }
}

/// One organisation has one code, however a file spells it.
@Suite struct `a code` {
  @Test(arguments: ["rz1", " \"RZ1\"", "RZ1 ", "\"RZ1\u{A0}\"", "'RZ1", "\"=\"\"RZ1\"\"\"", "Rz1"])
  func `is compared without case, stray quotes and spaces`(code: String) {
    let read = contribution(head + "ae.four-hour,RZ1,2018-01,,,1,2,\nae.four-hour,\(code),2018-02,,,1,2,\n")
    #expect(read.observations.map(\.organisation.text) == ["RZ1", "RZ1"])
    #expect(read.problemTexts == [])
  }

  @Test func `is spelled as the system spells it`() {
    let system = HealthSystem(
      code: "QZ9", name: "Northmere",
      organisations: [Organisation(code: "milton-keynes", role: .place), Organisation(code: "rz1", role: .provider)])
    let read = reading(
      Array((head + "ae.four-hour,Milton-Keynes,2018-01,,,1,2,\nae.four-hour,RZ1,2018-01,,,1,2,\n").utf8),
      context: ReadingContext(of: system)
    ).contribution
    #expect(read.observations.map(\.organisation.text) == ["milton-keynes", "rz1"])
  }

  @Test(arguments: ["1.00E+05", "5.00E+01", "1", "01-Mar", "Mar-01"])
  func `that a spreadsheet has changed is said, and its figures are read`(code: String) {
    let read = contribution(head + "ae.four-hour,\(code),2018-02,,,1,2,\nae.four-hour,\(code),2018-03,,,1,2,\n")
    #expect(read.observations.count == 2)
    #expect(
      read.problemTexts == [
        """
        test.csv:2:2: warning: "organisation" is "\(code)", which may be a code that a spreadsheet changed into a number or a \
        date; expected a code such as RD8 or 06F
          fix: format the column as text, then enter the code again
        """
      ])
  }
}

/// The trusts of the clinical review made no four-hour return.
@Suite struct `a trust of the clinical review of standards` {
  @Test(arguments: [
    ("RC9", "APRIL-2019", false), ("RC9", "MAY-2019", true), ("RYJ", "APRIL-2021", true), ("R0D", "MAY-2023", true),
    ("RX1", "JUNE-2023", false), ("RXQ", "APRIL-2021", false), ("rgt", "APRIL-2021", true),
  ]) func `has attendances and no four-hour figure from May 2019 to May 2023`(code: String, month: String, isOut: Bool)
  {
    let read = contribution(accident + "MSitAE-\(month),\(code),A,1000,,500,0,,0\n")
    let shares = read.observations.filter { $0.metric == .fourHour }
    #expect(shares.allSatisfy { ($0.measurement == .notReturned) == isOut })
    #expect(read.observations.contains { $0.metric == .attendances && $0.measurement == .count(Count(1500)) })
  }

  @Test func `is in no total, as the page on metrics says`() throws {
    let read = contribution(
      accident + "MSitAE-APRIL-2021,RC9,A,10000,,5000,0,,0\n" + "MSitAE-APRIL-2021,RZ2,B,8000,,2000,2000,,0\n")
    let total = read.sum(.fourHour)
    let attended = try #require(read.figure(.attendances, "RC9", "2021-04"))
    #expect(
      ReferenceFolder.documents.text("metrics.md").contains(
        "*Example.* RC9's \(attended.text) attendances of April 2021 with 0 over four hours are no four-hour return; beside "
          + "8,000 of 10,000 elsewhere the total is \(total.text)."))
  }

  @Test(
    .enabled(if: hasRealFiles, noRealFiles),
    arguments: [
      ("April-2020-RESERIALISED", 739_471, 78_135), ("October-2020-RESERIALISED", 1_198_227, 221_002),
      ("July-2021-RESERIALISED", 1_493_118, 428_003), ("March-2022-RESERIALISED", 1_388_093, 549_773),
      ("December-2022-RESERIALISED", 1_333_914, 711_881), ("2023-04-revised-trial", 1_353_879, 460_788),
      ("2023-05-revised-trial", 1_481_444, 520_293), ("2023-06-revised", 1_633_255, 592_471),
    ]) func `leaves England's published figure to the last patient`(name: String, within: Int, over: Int) throws
  {
    let read = try real("ae-msitae-\(name).csv")
    #expect(read.sum(.fourHour) == .share(within: Count(within), of: Count(within + over)))
  }
}

/// What a file is instead of a table, and what spreadsheets and disks leave in one.
@Suite struct `a file that is not what it seems` {
  private static let files: [(String, String)] = [
    (
      "<html><head><title>Sign in to your account</title></head><body>Redirecting</body></html>",
      "test.csv: error: the file is a web page that asks to sign in; expected CSV\n  fix: sign in, then download the file again"
    ),
    (
      "\n<!DOCTYPE html><html><body>Not found</body></html>",
      "test.csv: error: the file is a web page; expected CSV\n  fix: download the file itself, not the page"
    ),
    (
      "{\"error\":\"token expired\"}",
      """
      test.csv: error: the file is the answer of a web service (JSON); expected CSV
        fix: read what it says, then download the file again
      """
    ),
    (
      "Site,Month,Attendances,Breaches\nFellgate,Apr-19,1200,100\n",
      """
      test.csv:1: error: no layout fits this file, whose columns are "Site", "Month", "Attendances", "Breaches"; expected a \
      published file, or a file that a [[layout]] describes
        fix: run sitrep draft with this file: it writes a [[layout]] for system.toml to start from
      """
    ),
    (
      head + "ae.four-hour,RZ1,2018-02,,,#REF!,1000,\n",
      """
      test.csv:2:6: error: "numerator" is "#REF!", an error of the spreadsheet; expected a number
        fix: correct the formula, or leave the cell empty if there is no figure
      """
    ),
    (
      head + "ae.four-hour,RZ1,2018-02,,,########,########,\n",
      """
      test.csv:2:6: error: "numerator" is "########": the spreadsheet's column was too narrow to show the number; expected a \
      number
        fix: widen the column and save the file again
      """
    ),
    (
      head + "ae.four-hour,RZ1,2018-02,,,9.00E+02,1.00E+03,\n",
      """
      test.csv:2:6: error: "numerator" is "9.00E+02", a number that a spreadsheet has shortened; expected a number with all \
      its digits
        fix: format the column as a number and save the file again
      """
    ),
    (
      head.dropLast() + ",value\nae.four-hour,RZ1,2018-02,,,900,1000,,85\n",
      """
      test.csv:1:9: warning: the column "value" appears twice; column 8 is read, this one is not; expected each column once
        fix: remove one of the two, or rename it
      """
    ),
    (
      head + "ae.four-hour,RZ1,2018-02,,,,,0.92\nae.four-hour,RZ1,2018-03,,,,,1\nae.four-hour,RZ2,2018-02,,,,,0.9\n",
      """
      test.csv:2: warning: all 3 percentages of ae.four-hour are between 0 and 1; they look like fractions; expected \
      percentages such as 92.0
        fix: multiply them by 100, or write scale = "fraction" in their [[layout]]; do nothing if they really are below 1%
      """
    ),
    (
      head + "ae.four-hour,RZ1,2018-02,,,900,1000,\n" + String(repeating: "\u{0}", count: 300),
      """
      test.csv:3: warning: the file ends in zero bytes; the rows before them are read; expected the end of the file
        fix: download the file again, or check whether the disk is full
      """
    ),
  ]

  @Test(arguments: files) func `is named`(text: String, problem: String) {
    #expect(contribution(text).problemTexts == [problem])
  }

  @Test func `is read where its rows are whole`() {
    let row = "ae.four-hour,RZ1,2018-02,,,900,1000,\n"
    for text in [
      head + row + "\u{1A}", head + row + String(repeating: "\u{0}", count: 700),
      (head + row).replacing(",", with: "|"), head + row.dropLast(2) + "\nae.four-hour,RZ2,2018-02,,,1,2,\n",
    ] {
      let read = contribution(text)
      #expect(read.figure(.fourHour, "RZ1", "2018-02") == .share(within: Count(900), of: Count(1000)))
      #expect(read.errors == [])
    }
  }

  @Test(arguments: ["<5", "< 5", "[c]", "*", "**"]) func `may hide a small number`(text: String) {
    let read = contribution(head + "dtoc.bed-days,RZ1,2018-02,reason,DII_NURSING_HOME,,,\(text)\n")
    #expect(read.observations.map(\.measurement) == [.suppressed])
  }

  @Test(arguments: [
    ("14/02/2018", "2018-02-14"), ("01/02/2018 00:00", "2018-02-01"), ("2018-02-14T00:00:00", "2018-02-14"),
    ("2018-02-14 00:00:00.000", "2018-02-14"), ("Apr-17", "2017-04"), ("2018-19 Q1", "2018/19 Q1"),
    ("Q1 2018/19", "2018/19 Q1"), ("2018-19", "2018/19"), ("2019/04", "2019-04"), ("201904", "2019-04"),
    ("Jan 2018-19", "2019-01"), ("01 April 2019", "2019-04-01"), ("2018-02", "2018-02"),
  ]) func `has its dates as a spreadsheet writes them`(text: String, period: String) {
    #expect(contribution(head + "ae.four-hour,RZ1,\(text),,,1,2,\n").observations.map(\.period.text) == [period])
  }

  @Test(arguments: ["13/13/2018", "2018-02-30", "Apr", "week 3", "Total 2018", "99:99", "T00:00"])
  func `has no period in what is no date`(text: String) {
    #expect(contribution(head + "ae.four-hour,RZ1,\(text),,,1,2,\n").errors.count == 1)
  }
}

/// Sheets of the A&E workbook that are nearly the one that counts.
@Suite struct `another sheet of the A&E workbook` {
  private static let blocks =
    "Type 1 Departments - Major A&E,Type 2 Departments - Single Specialty,Type 3 Departments - Other A&E/Minor Injury Unit"
  private static let columns =
    ",Code,Region,Name,\(blocks),Total attendances,\(blocks),Total Attendances < 4 hours,\(blocks),Total Attendances > 4 hours\n"
  private static let row = ",RZ1,R,Fellgate,9,0,1,10,6,0,1,7,3,0,0,3\n"
  private static let numbers = ",,,,4,5,6,,,,,,10,11,12\n"

  @Test(arguments: [
    (numbers + ",Title:,A&E\n,Period:,May 26\n", "Non-Booked Data", "leaves out booked appointments"),
    (
      ",Summary:,\"A&E attendances, performance and emergency admission.\"\n,Period:,April 2026\n", "Non-Booked Data",
      "leaves out booked appointments"
    ),
    (
      ",Title:,A&E Booked Appointment Attendances  \n,Period:,May 26\n", "Booked Appointments Data",
      "counts booked appointments only"
    ),
    (
      ",Period:,May 26\n,Acute Trust Footprint Data\n", "Acute Trust Footprint Data",
      "adds the activity of other providers to that of acute trusts"
    ),
    (
      ",,,,,vlookup ref,4,5,6\n", "Acute Trust Mapping",
      "says how the activity of other providers is shared between acute trusts"
    ),
  ]) func `is refused by its name`(above: String, sheet: String, what: String) {
    let line = above.filter { $0 == "\n" }.count + 1
    #expect(
      contribution(above + Self.columns + Self.row).problemTexts == [
        """
        test.csv:\(line): error: this is the sheet "\(sheet)" of the A&E workbook, which \(what); expected the sheet "Provider \
        Level Data"
          fix: save the sheet "Provider Level Data" as CSV
        """
      ])
  }

  @Test(arguments: [
    numbers + ",Title:,A&E,,7,8,9,,,,,,13,14,15\n,Period:,May 26\n", ",Period:,April 2019\n",
    ",,,,4,5,6,,,,,,7,8,9\n,Title:,A&E\n,Period:,July 2020\n",
    ",Summary:,\"A&E attendances, performance and emergency admission.\"\n,Period:,April 2021\n",
  ]) func `is not the one that counts`(above: String) {
    let read = contribution(above + Self.columns + Self.row)
    #expect(read.errors == [])
    #expect(read.observations.contains { $0.metric == .fourHour && $0.organisation == "RZ1" })
  }

  @Test func `of systems has no column of names`() {
    let text =
      ",Period:,May 26\n" + Self.columns.replacing("Region,Name", with: "System") + ",QZ9,N,9,0,1,10,6,0,1,7,3,0,0,3\n"
    #expect(contribution(text).observations.isEmpty)
    #expect(contribution(text).problemTexts.first?.contains("\"System Level Data\"") == true)
  }

  @Test func `that was given the columns of providers has no organisation called -`() {
    let text = ",Period:,April 2026\n,System Level Data\n" + Self.columns.replacing("Region,", with: "")
    let read = contribution(text + ",-,-,9,0,1,10,6,0,1,7,3,0,0,3\n,QZ9,N,9,0,1,10,6,0,1,7,3,0,0,3\n")
    #expect(Set(read.observations.map(\.organisation.text)) == ["QZ9"])
  }
}

/// Dates with the month first.
@Suite struct `a column of dates with the month first` {
  private static let layout = LocalLayout(
    name: "Site return", metric: .attendances, organisations: .column("Hospital"), period: "Day", figure: .value("N"))

  private static func read(_ dates: [String]) -> Contribution {
    let rows = dates.map { "RZ1,\($0),1\n" }.joined()
    return reading(
      Array(("Hospital,Day,N\n" + rows).utf8), context: ReadingContext(metrics: Metric.builtIn, localLayouts: [layout])
    ).contribution
  }

  @Test(arguments: [["01/02/2018", "01/13/2018"], ["01/13/2018", "02/01/2018 00:00"], ["12/31/18", "12/01/18"]])
  func `is not read at all`(dates: [String]) {
    let read = Self.read(dates)
    #expect(read.observations.isEmpty)
    #expect(read.errors.count == 1)
    #expect(read.errors.first?.contains("with the month first") == true)
  }

  @Test func `is said with the first date that shows it`() {
    #expect(
      Self.read(["01/02/2018", "01/13/2018", "01/14/2018"]).problemTexts == [
        """
        test.csv:3:2: error: "Day" is "01/13/2018" here, with the month first, and so in 2 rows; no date in the column can be \
        trusted, and none of its figures is read; expected dates such as 2018-02-14 or 14/02/2018
          fix: write all dates of the column as year-month-day, or date-order = "month-first" in its [[layout]]
        """
      ])
  }

  @Test func `is one mistake where another date can only be day-first`() {
    let read = Self.read(["13/01/2018", "01/13/2018", "01/02/2018"])
    #expect(read.observations.map(\.period.text).sorted() == ["2018-01-13", "2018-02-01"])
    #expect(read.errors.count == 1)
  }
}
