import Metrics
import Settings
import Testing

/// `[[layout]]`: files of a system's own making.
@Suite struct LayoutSettingsTests {
  private static let system = """
    code = "QZ9"
    [[organisation]]
    code = "RZ1"
    role = "provider"
    [[metric]]
    id = "ae.handovers"
    unit = "patients"
    cadence = "weekly"
    breakdowns = ["site"]

    """

  private func read(_ layout: String) -> (layouts: [LocalLayout], problems: [String]) {
    let (system, problems) = SystemSettings.read(Array((Self.system + layout).utf8), fileName: "system.toml")
    return (system.layouts, problems.map(\.text))
  }

  @Test func `every key is understood`() {
    let (layouts, problems) = read(
      """
      [[layout]]
      name = "Site return"
      metric = "ae.handovers"
      organisation-column = "Hospital"
      codes = { "Main site" = "RZ1" }
      ignore = ["Total"]
      period-column = "Week ending"
      value-column = "Over 30 min"
      breakdown = "site"
      item-column = "Site"
      sum-rows = true
      """)
    #expect(problems == [])
    #expect(
      layouts == [
        LocalLayout(
          name: "Site return", metric: "ae.handovers", organisations: .column("Hospital"), codes: ["Main site": "RZ1"],
          ignored: ["Total"], period: "Week ending", cadence: .weekly, figure: .value("Over 30 min"),
          part: LocalLayout.Part("site", column: "Site"), sumsRows: true, sumsParts: true)
      ])
  }

  /// What a layout has, its other keys being right.
  private func layout(_ keys: String, metric: String = "metric = \"ae.handovers\"") -> (LocalLayout?, [String]) {
    let (layouts, problems) = read("[[layout]]\n\(metric)\norganisation = \"RZ1\"\n\(keys)\n")
    return (layouts.first, problems)
  }

  @Test(arguments: [
    ("period = \"2018-02\"", LocalPeriods.always(.month(Month(year: 2018, month: 2)!))),
    ("period = { pattern = \"ED {period}\", in = \"name\" }", .pattern("ED {period}", in: .name)),
    ("year-column = \"Y\"\nmonth-column = \"M\"", .yearAndMonth(year: "Y", month: "M")),
  ])
  func `a period is said in one of several ways`(keys: String, period: LocalPeriods) {
    let (layout, problems) = layout(keys + "\nvalue-column = \"V\"")
    #expect(problems == [])
    #expect(layout?.period == period)
  }

  @Test(arguments: [
    ("year-column = \"Y\"\nvalue-column = \"V\"", "month-column"),
    ("period-column = \"P\"\nmonths-across = true\nvalue-column = \"V\"", "period-column"),
    ("period = { pattern = \"ED\", in = \"name\" }\nvalue-column = \"V\"", "{period}"),
    ("period-column = \"P\"\nvalue-column = \"V\"\nrange = \"B9:A1\"", "range"),
    ("period-column = \"P\"\nvalue-column = \"V\"\nscale = \"per cent\"", "scale"),
    ("period-column = \"P\"\nbreaches-column = \"B\"\ndenominator-column = \"A\"", "not a share"),
    ("period-column = \"P\"\nvalue-column = \"V\"\nwhere = { \"Measure\" = 3 }", "Measure"),
    ("period-column = \"P\"\nvalue-column = \"V\"\nunit = \"£k\"", "£000"),
  ])
  func `a key that cannot be is one problem that names it`(keys: String, word: String) {
    let (_, problems) = layout(keys)
    #expect(problems.count == 1)
    #expect(problems.first?.contains(word) == true, "\(problems)")
  }

  @Test func `money has its columns, its basis and its unit`() {
    let (found, problems) = layout(
      "period-column = \"Month\"\nactual-column = \"Actual\"\nbasis = \"including STF\"\nunit = \"£000\"",
      metric: "money = \"position\"")
    #expect(problems == [])
    #expect(found?.figure == .money(LocalMoney(.position, columns: [.actual: "Actual"], basis: .includingSTF)))
    #expect(found?.moneyUnit == .thousands)
    #expect(layout("period-column = \"Month\"\namount-column = \"A\"", metric: "money = \"bridge\"").1.count == 1)
  }

  @Test func `one organisation needs no code of a system`() {
    let (system, problems) = SystemSettings.read(
      Array("[[organisation]]\ncode = \"RZ1\"\nname = \"Fellgate\"\nrole = \"provider\"\n".utf8),
      fileName: "system.toml")
    #expect(problems.isEmpty)
    #expect(system.name == "Fellgate" && system.organisations.map(\.code) == ["RZ1"])
  }

  @Test func `a name that has two codes, in whichever case, is a problem, and the first counts in every run`() {
    for _ in 1...5 {
      let (layouts, problems) = read(
        """
        [[organisation]]
        code = "RZ2"
        role = "provider"
        [[layout]]
        metric = "ae.handovers"
        organisation-column = "Hospital"
        codes = { "Main site" = "RZ1", "main SITE" = "RZ2", "MAIN SITE" = "RZ1" }
        period-column = "Week ending"
        value-column = "Over 30 min"
        """)
      #expect(layouts.map(\.codes) == [["Main site": "RZ1"]])
      #expect(
        problems == [
          """
          system.toml:16:32: error: "main SITE" has another code than "Main site" on line 16, and a file may write either \
          name in any case
            fix: remove one of the two; until then the first is used
          """
        ])
    }
  }

  @Test func `a layout that reads the same figure a second time is left out`() {
    let layout = """
      [[layout]]
      name = "Return"
      metric = "ae.handovers"
      organisation-column = "Hospital"
      period-column = "Week ending"
      value-column = "Over 30 min"

      """
    let (layouts, problems) = read(layout + layout.replacing("Return", with: "Again"))
    #expect(layouts.map(\.name) == ["Return"])
    #expect(
      problems == [
        """
        system.toml:16:1: error: the layout "Again" reads the same columns for the same figure as the one on line 10
          fix: remove one of the two, or correct its columns
        """
      ])
  }

  @Test func `a layout of a built-in metric keeps the days it has, unless it says otherwise`() {
    let counts = """
      [[layout]]
      metric = "ae.four-hour"
      organisation = "RZ1"
      period-column = "Date"
      numerator-column = "Within"
      denominator-column = "Seen"

      """
    #expect(
      read(counts).layouts == [
        LocalLayout(
          name: "layout of ae.four-hour", metric: .fourHour, organisations: .one("RZ1"), period: "Date",
          figure: .counts(numerator: "Within", denominator: "Seen"))
      ])
    #expect(read(counts + "cadence = \"monthly\"").layouts.map(\.cadence) == [.monthly])
  }

  /// The lines after `[[layout]]`, which is line 10, and what they bring.
  private static let mistakes = [
    (
      "metric = \"ae.handover\"\norganisation = \"RZ1\"\nperiod-column = \"D\"\nvalue-column = \"V\"",
      """
      system.toml:11:1: error: there is no metric "ae.handover"; expected "ae.handovers"
        fix: write metric = "ae.handovers"
      """
    ),
    (
      "metric = \"ae.handovers\"\norganisation = \"RZ1\"\nperiods = \"D\"\nperiod-column = \"D\"\nvalue-column = \"V\"",
      """
      system.toml:13:1: error: "periods" is not a key of [[layout]]; expected "period"
        fix: write period, or remove the line
      """
    ),
    (
      "metric = \"ae.handovers\"\norganisation = \"RZ1\"\nvalue-column = \"V\"",
      """
      system.toml:10:1: error: [[layout]] has no "period-column"
        fix: add a line such as period-column = "Week ending"
      """
    ),
    (
      "metric = \"ae.handovers\"\nperiod-column = \"D\"\nvalue-column = \"V\"",
      """
      system.toml:10:1: error: [[layout]] has no "organisation-column"
        fix: add a line such as organisation-column = "Hospital"
      """
    ),
    (
      "metric = \"ae.handovers\"\norganisation = \"RZ1\"\norganisation-column = \"H\"\nperiod-column = \"D\"\nvalue-column = \"V\"",
      """
      system.toml:13:1: error: "organisation-column" and "organisation" are both given; expected only one of the two
        fix: remove one of them
      """
    ),
    (
      "metric = \"ae.handovers\"\norganisation = \"RZ1\"\nperiod-column = \"D\"",
      """
      system.toml:10:1: error: [[layout]] has no "value-column"
        fix: add a line such as value-column = "Over 30 min"
      """
    ),
    (
      "metric = \"ae.four-hour\"\norganisation = \"RZ1\"\nperiod-column = \"D\"\nnumerator-column = \"W\"",
      """
      system.toml:14:1: error: "numerator-column" is given without "denominator-column"
        fix: add denominator-column, or remove the line
      """
    ),
    (
      "metric = \"ae.handovers\"\norganisation = \"RZ1\"\nperiod-column = \"D\"\nnumerator-column = \"W\"\ndenominator-column = \"S\"",
      """
      system.toml:14:1: error: "ae.handovers" is counted in patients, and is not a share; expected its figure in one column
        fix: write value-column instead of numerator-column and denominator-column
      """
    ),
    (
      "metric = \"ae.handovers\"\norganisation = \"RZ1\"\nperiod-column = \"D\"\nvalue-column = \"V\"\nbreakdown = \"sites\"\nitem-column = \"S\"",
      """
      system.toml:15:1: error: "ae.handovers" has no breakdown "sites"; expected "site"
        fix: write breakdown = "site"
      """
    ),
    (
      "metric = \"ae.handovers\"\norganisation = \"RZ1\"\nperiod-column = \"D\"\nvalue-column = \"V\"\nitem-column = \"S\"",
      """
      system.toml:15:1: error: "item-column" is given without "breakdown"
        fix: add breakdown, or remove the line
      """
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake has its line, and what to write`(lines: String, problem: String) {
    #expect(read("[[layout]]\n" + lines).problems == [problem])
  }

  @Test func `a code that the system does not have is warned of, and used`() {
    let (layouts, problems) = read(
      """
      [[layout]]
      metric = "ae.handovers"
      organisation-column = "Hospital"
      period-column = "Date"
      value-column = "Count"
      codes = { "Main site" = "RZ11" }
      """)
    #expect(layouts.map(\.codes) == [["Main site": "RZ11"]])
    #expect(
      problems == [
        """
        system.toml:15:11: warning: no [[organisation]] has the code "RZ11"; expected "RZ1"
          fix: write "Main site" = "RZ1"
        """
      ])
  }
}
