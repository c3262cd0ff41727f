import Metrics
import Testing

@testable import Extracts

/// Files of a system's own making, read as `[[layout]]` says.
@Suite struct LocalLayoutTests {
  private static let handovers = Metric(
    "ae.handovers", title: "Handovers over 30 min", unit: .patients, direction: .lower, rollUp: .flow, cadence: .weekly,
    breakdowns: [Metric.Breakdown("site", title: "By site")])
  private static let organisations = [
    Organisation(code: "RZ1", name: "Fellgate General Hospital NHS Trust", shortName: "Fellgate", role: .provider),
    Organisation(code: "RZ2", name: "Keldholme NHS Trust", shortName: "Keldholme", role: .provider),
  ]
  private static let site = LocalLayout(
    name: "Site return", metric: "ae.handovers", organisations: .column("Hospital"),
    codes: ["Kelds": "RZ2"], ignored: ["Total"], period: "Week ending", cadence: .weekly,
    figure: .value("Over 30 min"))

  private func read(_ text: String, _ layouts: [LocalLayout]) -> Contribution {
    let context = ReadingContext(
      metrics: [Self.handovers] + Metric.builtIn, localLayouts: layouts, organisations: Self.organisations)
    return reading(Array(text.utf8), context: context).contribution
  }

  @Test
  func `its own column names become figures of its metric, organisations by code, name or what the layout calls them`()
  {
    let read = read(
      """
      Week ending,Hospital,Over 30 min,Comment
      18/02/2018,fellgate,41,busy
      18/02/2018,RZ2,"1,002",
      25/02/2018,Kelds,,no return
      25-Feb-18,Fellgate General Hospital NHS Trust,*,
      25/02/2018,TOTAL,43,
      """, [Self.site])
    #expect(read.layout == "Site return")
    #expect(read.problems.isEmpty)
    #expect(
      read.lines == [
        "ae.handovers RZ1 2018-W07 41 @2", "ae.handovers RZ1 2018-W08 * @5", "ae.handovers RZ2 2018-W07 1002 @3",
        "ae.handovers RZ2 2018-W08 - @4",
      ])
  }

  @Test func `capitals alone are a code in a column of codes, and else a name`() {
    func layout(_ column: String) -> LocalLayout {
      LocalLayout(
        name: "Codes", metric: "ae.handovers", organisations: .column(column), period: "Week",
        figure: .value("Over 30 min"))
    }
    let codes = read("Org_Code,Week,Over 30 min\nNTPAD,18/02/2018,41\nntpal,18/02/2018,1\n", [layout("Org Code")])
    #expect(codes.lines == ["ae.handovers NTPAD 2018-02-18 41 @2"])
    #expect(codes.errors.count == 1)
    #expect(read("Site,Week,Over 30 min\nNTPAD,18/02/2018,41\n", [layout("Site")]).errors.count == 1)
  }

  @Test func `two layouts of one file each read their figure, and a fault in one does not lose the other`() {
    let share = LocalLayout(
      name: "Four hours", metric: .fourHour, organisations: .column("Hospital"), period: "Week ending",
      cadence: .weekly,
      figure: .counts(numerator: "Within", denominator: "Seen"))
    let read = read(
      "Hospital,Week ending,Within,Seen,Over 30 min\nRZ1,18/02/2018,90,100,x\nRZ2,18/02/2018,7,5,3\n",
      [Self.site, share])
    #expect(read.layout == "Site return and Four hours")
    #expect(read.lines == ["ae.four-hour RZ1 2018-W07 90/100 @2", "ae.handovers RZ2 2018-W07 3 @3"])
    #expect(
      read.problems.map(\.place) == ["test.csv:2:5", "test.csv:3:3"] && read.errors.count == 2)
  }

  @Test func `a layout of the system's own goes before a published one`() {
    let own = LocalLayout(
      name: "mine", metric: "ae.handovers", organisations: .one("RZ1"), period: "period", figure: .value("value"))
    let text = "metric,organisation,period,numerator,denominator,value\nae.four-hour,RD8,2018-02,,,12\n"
    #expect(read(text, [own]).lines == ["ae.handovers RZ1 2018-02 12 @2"])
    #expect(read(text, []).lines == ["ae.four-hour RD8 2018-02 12% @2"])
  }

  @Test func `rows are summed where the layout says so, and parts have their item`() {
    let ward = LocalLayout(
      name: "Wards", metric: "ae.handovers", organisations: .one("RZ1"), period: "Date", figure: .value("Count"),
      part: LocalLayout.Part("site", column: "Ward"), sumsRows: true)
    let read = read("Date,Ward,Count\n2018-02-14,North,3\n2018-02-14,North,4\n2018-02-14,South,5\n", [ward])
    #expect(
      read.lines == [
        "ae.handovers RZ1 2018-02-14 site=North 7 @2x2", "ae.handovers RZ1 2018-02-14 site=South 5 @4",
      ])
  }

  @Test func `a name that two organisations have is nobody's, until the layout or a code says whose`() {
    let twice = [
      Organisation(code: "RZ1", name: "Fellgate General", shortName: "Fellgate", role: .provider),
      Organisation(code: "RZ2", name: "Fellgate Community", shortName: "FELLGATE", role: .provider),
      Organisation(code: "RZ3", name: "RZ1", role: .provider),
    ]
    let context = ReadingContext(
      metrics: [Self.handovers] + Metric.builtIn, localLayouts: [Self.site], organisations: twice)
    let text = "Hospital,Week ending,Over 30 min\nFellgate,18/02/2018,1\nRZ1,18/02/2018,2\nKelds,18/02/2018,3\n"
    let read = reading(Array(text.utf8), context: context).contribution
    #expect(read.lines == ["ae.handovers RZ1 2018-W07 2 @3", "ae.handovers RZ2 2018-W07 3 @4"])
    #expect(
      read.problemTexts == [
        """
        test.csv:2:1: error: "Hospital" is "Fellgate", which is the name of RZ1 and RZ2; expected a name that only one \
        organisation has
          fix: write the code in the file, or add the name to codes in [[layout]]
        """
      ])
  }

  private static let mistakes = [
    (
      "Fellgat,18/02/2018,1",
      """
      test.csv:2:1: error: "Hospital" is "Fellgat", which is not the name of an organisation; expected a name such as Fellgate
        fix: write codes = { "Fellgat" = "its code" } in [[layout]], or ignore = ["Fellgat"] to leave its rows out
      """
    ),
    (
      ",18/02/2018,1",
      "test.csv:2:1: error: \"Hospital\" is empty; expected a code\n  fix: correct the row, or download the file again"
    ),
    (
      "RZ1,31/02/2018,1",
      """
      test.csv:2:2: error: "Week ending" is "31/02/2018"; expected a period such as 14/02/2018, 2018-02-14, 2018-W07 \
      or February 2018
        fix: write the period as 14/02/2018, 2018-02-14, 2018-W07 or February 2018
      """
    ),
    (
      "RZ1,18/02/2018,many",
      """
      test.csv:2:3: error: "Over 30 min" is "many"; expected a whole number or a half
        fix: leave the cell empty if there is no figure, or download the file again
      """
    ),
    (
      "RZ1,18/02/2018,1\nRZ1,17/02/2018,2",
      """
      test.csv:3: error: the row contradicts line 2: 2 here, 1 there; expected one row; line 2 is used, neither is \
      added to the other
        fix: delete the row that is wrong
      """
    ),
  ]

  @Test(arguments: mistakes)
  func `what is wrong with a row has its place and what to do`(rows: String, problem: String) {
    #expect(read("Hospital,Week ending,Over 30 min\n" + rows + "\n", [Self.site]).problemTexts == [problem])
  }

  @Test func `a header that lacks a column names the layout that comes nearest`() {
    #expect(
      read("Hospital,Week ending,Over 15 min\nRZ1,18/02/2018,1\n", [Self.site]).problemTexts == [
        """
        test.csv:1: error: no layout fits this file; the nearest is Site return, which lacks the column "Over 30 \
        min"; expected a header with the names as published
          fix: put the published names back into the header, or download the file again
        """
      ])
  }

  @Test func `rates have no sum`() {
    let rate = LocalLayout(
      name: "Rates", metric: .fourHour, organisations: .one("RZ1"), period: "Month", figure: .value("%"), sumsRows: true
    )
    let read = read("Month,%\n2018-02,90.1\n2018-02,91.2\n", [rate])
    #expect(read.lines == ["ae.four-hour RZ1 2018-02 90.1% @2"])
    #expect(
      read.problemTexts == [
        """
        test.csv:3: error: the row cannot be added to the one before it: ae.four-hour has rates or means here, which \
        have no sum; expected counts
          fix: name a column of numerators and one of denominators in [[layout]]
        """
      ])
  }

  @Test(arguments: [
    ("14/02/2018", "2018-02-14"), ("14.2.2018", "2018-02-14"), ("4/2/18", "2018-02-04"), ("14-Feb-2018", "2018-02-14"),
    ("2018-02-14", nil), ("31/04/2018", nil), ("14/02", nil), ("14/02/201", nil), ("x/02/2018", nil),
  ])
  func `British dates are days`(text: String, day: String?) {
    #expect(Day(british: text).map { Period.day($0).text } == day)
  }
}
