import Metrics
import Settings
import Testing

@Suite struct `A system file` {
  static let whole = """
    # Everything that own-layouts.md shows.
    name = "Bedfordshire, Luton and Milton Keynes"
    short-name = "BLMK"
    code = "QHG"
    as-at = "2016-11-22T09:00"
    history = true
    cost-of-bed-day = 150
    population = 972679

    [[organisation]]
    code = "milton-keynes"
    name = "Milton Keynes"
    role = "place"
    beds = 9

    [[organisation]]
    code = "RD8"
    name = "Milton Keynes University Hospital NHS Foundation Trust"
    short-name = "MKUH"
    role = "provider"
    parent = "milton-keynes"
    from = "2016-04"
    to = "2020-03"
    successor = "RC9"
    counts = true
    population = 75600
    practices = 12

    [[target]]
    metric = "dtoc.bed-days"
    organisation = "QHG"
    breakdown = "setting"
    item = "acute and community"
    kind = "local"
    from = "2016-11"
    to = "2017-10"
    value = 1350.5
    source = "the plan"

    [[chart]]
    metric = "ae.four-hour"
    organisation = "RD8"
    baseline = 12
    rebase = ["2017-04", "2018-W07"]
    reason = "new streaming service"

    [[metric]]
    id = "ae.handovers"
    title = "Handovers"
    unit = "patients"
    direction = "lower"
    rolls-up = "flow"
    cadence = "weekly"
    target = 0
    counted = "handovers"
    """

  let read = SystemSettings.read([UInt8](whole.utf8), fileName: "system.toml")

  @Test func `is read without a problem`() { #expect(read.problems == []) }

  @Test func `names the system, its clock, its size and its costs`() {
    let system = read.system
    #expect(system.code == "QHG")
    #expect(system.name == "Bedfordshire, Luton and Milton Keynes")
    #expect(system.shortName == "BLMK")
    #expect(system.asAt == Moment("2016-11-22T09:00"))
    #expect(system.keepsHistory)
    #expect(system.costOfBedDay == 150)
    #expect(system.stated == StatedSize(population: 972679))
  }

  @Test func `names its organisations, whose parent is the system unless they say another`() {
    #expect(
      read.system.organisations == [
        Organisation(
          code: "milton-keynes", name: "Milton Keynes", role: .place, parent: "QHG", stated: StatedSize(beds: 9)),
        Organisation(
          code: "RD8", name: "Milton Keynes University Hospital NHS Foundation Trust", shortName: "MKUH",
          role: .provider, parent: "milton-keynes", from: Month(year: 2016, month: 4),
          to: Month(year: 2020, month: 3), successor: "RC9", counts: true,
          stated: StatedSize(population: 75600, practices: 12)),
      ])
  }

  @Test func `sets targets, and one for a metric of its own`() {
    #expect(
      read.system.targets == [
        Target("ae.handovers", kind: .local, value: Decimal(0), source: "system.toml"),
        Target(
          .delayedDays, scope: .organisation("QHG"), part: BreakdownItem("setting", "acute and community"),
          kind: .local, value: Decimal(13505, places: 1), from: Month(year: 2016, month: 11),
          to: Month(year: 2017, month: 10), source: "the plan"),
      ])
  }

  @Test func `sets charts`() {
    #expect(
      read.system.charts == [
        ChartSetting(
          metric: .fourHour, organisation: "RD8", baseline: 12,
          rebase: [Period("2017-04"), Period("2018-W07")].compactMap(\.self), reason: "new streaming service")
      ])
  }

  @Test func `defines metrics`() {
    #expect(
      read.system.metrics == [
        Metric(
          "ae.handovers", title: "Handovers", unit: .patients, direction: .lower, rollUp: .flow, cadence: .weekly,
          calendar: .after(days: 3), countedThings: "handovers")
      ])
  }

  @Test func `that is empty is about every organisation`() {
    let read = SystemSettings.read([], fileName: "system.toml")
    #expect(read.system == .everything)
    #expect(read.problems == [])
  }

  @Test func `may say its own size, name and code as an organisation with the role system`() {
    let text = """
      [[organisation]]
      code = "QSL"
      name = "Somerset"
      role = "system"
      practices = 74
      """
    let read = SystemSettings.read([UInt8](text.utf8), fileName: "system.toml")
    #expect(read.system == HealthSystem(code: "QSL", name: "Somerset", stated: StatedSize(practices: 74)))
    #expect(read.problems == [])
  }

  static let scopes: [(word: String, scope: Target.Scope)] = [
    ("*", .everyone), ("ENG", .england), ("RD8", .organisation("RD8")),
  ]

  @Test(arguments: scopes) func `sets targets for one organisation, for England or for all`(
    _ one: (word: String, scope: Target.Scope)
  ) {
    let text = "[[target]]\nmetric = \"ae.four-hour\"\norganisation = \"\(one.word)\"\nvalue = 95"
    #expect(SystemSettings.read([UInt8](text.utf8), fileName: "x").system.targets.map(\.scope) == [one.scope])
  }

  static let moments = ["\"2016-11-22T09:00\"", "2016-11-22T09:00:00", "2016-11-22 09:00:00"]

  @Test(arguments: moments) func `gives its clock as text or as TOML's own date and time`(_ moment: String) {
    let read = SystemSettings.read([UInt8]("as-at = \(moment)".utf8), fileName: "x")
    #expect(read.system.asAt == Moment("2016-11-22T09:00"))
  }

  static let counts: [(line: String, counts: Bool)] = [("", false), ("counts = true", true), ("counts = false", false)]

  @Test(arguments: counts) func `counts a provider that spans systems only where it says so`(
    _ one: (line: String, counts: Bool)
  ) {
    let text = "code = \"QU9\"\n[[organisation]]\ncode = \"RNU\"\nrole = \"provider\"\n\(one.line)"
    let read = SystemSettings.read([UInt8](text.utf8), fileName: "x")
    #expect(read.system.organisations.map(\.counts) == [one.counts])
  }

  @Test func `keeps what is right beside what is wrong`() {
    let text = Self.whole.replacing("population = 75600", with: "population = \"many\"")
      .replacing("cost-of-bed-day", with: "cost-of-bedday")
    let damaged = SystemSettings.read([UInt8](text.utf8), fileName: "system.toml")
    var expected = read.system
    expected.costOfBedDay = nil
    expected.organisations[1].stated.population = nil
    #expect(damaged.system == expected)
    #expect(damaged.problems.map(\.line) == [7, 26])
  }
}
