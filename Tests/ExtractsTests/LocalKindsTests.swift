import Metrics
import Testing

@testable import Extracts

/// The kinds of files that trusts keep: where their figures, periods and organisations are.
@Suite struct LocalKindsTests {
  private static let own = Metric(
    "ed.late", title: "Late", unit: .patients, direction: .lower, rollUp: .flow, cadence: .monthly,
    breakdowns: [Metric.Breakdown("ward", title: "By ward")])
  private static let cost = Metric("fin.agency", title: "Agency", unit: .pounds, direction: .lower, rollUp: .flow)
  private static let organisations = [
    Organisation(code: "RZ1", name: "Fellgate General Hospital NHS Trust", shortName: "Fellgate", role: .provider),
    Organisation(code: "RZ2", name: "Keldholme NHS Trust", shortName: "Keldholme", role: .provider),
  ]

  private func read(_ text: String, _ layouts: [LocalLayout], file: SourceFile = SourceFile(name: "file.csv"))
    -> Contribution
  {
    let context = ReadingContext(
      metrics: [Self.own, Self.cost] + Metric.builtIn, localLayouts: layouts, organisations: Self.organisations)
    var reader = ExtractReader(file: file, context: context)
    Array(text.utf8).withUnsafeBytes { reader.read($0) }
    return reader.finish().contribution
  }

  private static func layout(
    _ metric: MetricID, _ period: LocalPeriods, _ figure: LocalLayout.Figure,
    _ change: (inout LocalLayout) -> Void = { _ in }, part: LocalLayout.Part? = nil,
    organisations: LocalLayout.Organisations = .column("Trust")
  ) -> LocalLayout {
    var layout = LocalLayout(
      name: "Kind", metric: metric, organisations: organisations, period: period, figure: figure, part: part)
    change(&layout)
    return layout
  }

  @Test(arguments: [
    (
      "Trust,Month,Att,Over 4h\nRZ1,Apr-19,1200,100\n",
      layout("ae.four-hour", "Month", .breaches("Over 4h", denominator: "Att")), "ae.four-hour RZ1 2019-04 1100/1200 @2"
    ),
    (
      "Yr,Mth,Trust,Late\n2019/20,January,RZ1,7\n",
      layout("ed.late", .yearAndMonth(year: "Yr", month: "Mth"), .value("Late")),
      "ed.late RZ1 2020-01 7 @2"
    ),
    (
      "Return for:,March 2019\nTrust,Late\nRZ1,7\n",
      layout("ed.late", .pattern("return for: {period}", in: .header), .value("Late")), "ed.late RZ1 2019-03 7 @3"
    ),
    (
      "Trust,Late\nRZ1,7\n", layout("ed.late", .always(.month(Month(year: 2019, month: 3)!)), .value("Late")),
      "ed.late RZ1 2019-03 7 @2"
    ),
    (
      "Trust,Measure,Value\nRZ1,Arrivals,40\nRZ1,LATE,7\n",
      layout("ed.late", .always(.month(Month(year: 2019, month: 3)!)), .value("Value")) {
        $0.rows = ["Measure": ["Late"]]
      },
      "ed.late RZ1 2019-03 7 @3"
    ),
    (
      "Trust,Measure,Month,Value\nRZ1,Seen,Mar-19,40\nRZ1,Missed,Mar-19,4\n",
      layout(
        "ae.four-hour", "Month",
        .rows(value: "Value", numerator: ["Measure": ["Missed"]], denominator: ["Measure": ["Seen"]], areBreaches: true)
      ),
      "ae.four-hour RZ1 2019-03 36/40 @2"
    ),
    (
      "Trust,Month,Perf\nRZ1,Mar-19,0.917\n",
      layout("ae.four-hour", "Month", .value("Perf")) { $0.scale = 100 }, "ae.four-hour RZ1 2019-03 91.7% @2"
    ),
    (
      "Trust,Week,Late\nRZ1,01/02/2019,5\n",
      layout("ed.late", "Week", .value("Late")) { $0.isMonthFirst = true }, "ed.late RZ1 2019-01-02 5 @2"
    ),
    (
      "Trust,Month,Late,x,Trust,Month,Late\nRZ1,Mar-19,1,,RZ2,Apr-19,2\nRZ1,Apr-19,3,,RZ2,May-19,4\n",
      layout("ed.late", "Month", .value("Late")) { $0.area = LocalArea(range: "E1:G2")! }, "ed.late RZ2 2019-04 2 @2"
    ),
    (
      "Trust,Month,Cost (£000)\nRZ1,Mar-19,\"1,250\"\n", layout("fin.agency", "Month", .value("Cost (£000)")),
      "fin.agency RZ1 2019-03 £1.3m @2"
    ),
    (
      "Trust,Month,Late\nFellgate General Hospital,Mar-19,5\n", layout("ed.late", "Month", .value("Late")),
      "ed.late RZ1 2019-03 5 @2"
    ),
  ])
  func `a kind of file becomes its figure`(text: String, layout: LocalLayout, line: String) {
    let read = read(text, [layout])
    #expect(read.problems.map(\.text) == [])
    #expect(read.lines == [line])
  }

  @Test func `months across the top are figures each, and those still to come are none`() {
    let layout = Self.layout("ed.late", .across, .value(""))
    let read = read("Trust,Apr-19,2019-05-01,June 2019,Jul-19\nRZ1,1,,3,\nRZ2,4,5,6,\n", [layout])
    #expect(read.problems.map(\.text) == [])
    #expect(
      read.lines == [
        "ed.late RZ1 2019-04 1 @2", "ed.late RZ1 2019-05 - @2", "ed.late RZ1 2019-06 3 @2", "ed.late RZ2 2019-04 4 @3",
        "ed.late RZ2 2019-05 5 @3", "ed.late RZ2 2019-06 6 @3",
      ])
  }

  @Test func `a period is found in the name of a file, and its absence is said once`() {
    let layout = Self.layout("ed.late", .pattern("ED return {period}", in: .name), .value("Late"))
    let rows = "Trust,Late\nRZ1,7\nRZ2,8\n"
    #expect(
      read(rows, [layout], file: SourceFile(name: "ED_return_Mar 2019 final.csv")).lines == [
        "ed.late RZ1 2019-03 7 @2", "ed.late RZ2 2019-03 8 @3",
      ])
    let lost = read(rows, [layout], file: SourceFile(name: "Copy.csv"))
    #expect(lost.lines == [])
    #expect(lost.errors.count == 1)
  }

  @Test func `a sheet that a layout names is read, and no other`() {
    let layout = Self.layout("ed.late", "Month", .value("Late")) { $0.area.sheet = "returns" }
    let rows = "Trust,Month,Late\nRZ1,Mar-19,7\n"
    func sheet(_ name: String) -> SourceFile {
      SourceFile(name: "b.xlsx:\(name)", sheet: SourceSheet(name: name, hiding: ""))
    }
    #expect(read(rows, [layout], file: sheet("Returns")).lines == ["ed.late RZ1 2019-03 7 @2"])
    #expect(read(rows, [layout], file: sheet("Notes")).lines == [])
  }

  @Test func `parts are added up where none is missing, and nowhere else`() {
    let layout = Self.layout(
      "ed.late", "Month", .value("Late"), { $0.sumsParts = true }, part: LocalLayout.Part("ward", column: "Ward"))
    let read = read(
      """
      Trust,Month,Ward,Late
      RZ1,Jan-19,A,1
      RZ1,Jan-19,B,2
      RZ1,Feb-19,A,3
      RZ1,Mar-19,A,4
      RZ1,Mar-19,B,*
      RZ1,Apr-19,A,5
      RZ1,Apr-19,B,6

      """, [layout])
    #expect(
      read.lines.filter { !$0.contains("ward") } == ["ed.late RZ1 2019-01 3 @2x2", "ed.late RZ1 2019-04 11 @7x2"])
  }

  @Test func `half of a share in two rows is a problem and no figure`() {
    let layout = Self.layout(
      "ae.four-hour", "Month",
      .rows(value: "Value", numerator: ["Measure": ["In"]], denominator: ["Measure": ["All"]], areBreaches: false))
    let read = read("Trust,Measure,Month,Value\nRZ1,In,Mar-19,4\n", [layout])
    #expect(read.lines == [])
    #expect(read.errors.count == 1)
  }

  @Test func `money is read in its unit, and a unit that the header denies is refused`() throws {
    func layout(_ unit: Money.Unit?) -> LocalLayout {
      Self.layout(
        "finance.control-total", "Month",
        .money(LocalMoney(.position, columns: [.actual: "Actual (£000)", .plan: "Plan (£000)"])),
        { $0.moneyUnit = unit })
    }
    let text = "Trust,Month,Plan (£000),Actual (£000)\nRZ1,Apr-19,\"1,200\",(300)\n"
    for unit in [nil, Money.Unit.thousands] {
      let position = try #require(read(text, [layout(unit)]).finance.positions.first)
      #expect(position.planToDate?.pounds == 1_200_000)
      #expect(position.actualToDate?.pounds == -300_000)
    }
    #expect(read(text, [layout(.millions)]).finance.positions.isEmpty)
    #expect(read(text, [layout(.millions)]).errors.count == 1)
  }

  @Test(arguments: [("Actual", nil), ("Actual (£000)", Money.Unit.millions)])
  func `a unit that nothing states, or that the header denies, is said once and not for every row`(
    title: String, unit: Money.Unit?
  ) {
    let layout = Self.layout(
      "finance.control-total", "Month", .money(LocalMoney(.position, columns: [.actual: title])),
      { $0.moneyUnit = unit })
    let rows = (1...9).map { "RZ\($0),Apr-19,\($0)000\n" }.joined()
    let read = read("Trust,Month,\(title)\n\(rows)", [layout])
    #expect(read.finance.positions.isEmpty)
    #expect(read.errors.count == 1)
  }

  @Test func `breaches read as those within the standard are a warning`() {
    let layout = Self.layout("ae.four-hour", "Month", .counts(numerator: "4hr breaches", denominator: "Att"))
    let read = read("Trust,Month,Att,4hr breaches\nRZ1,Apr-19,1200,100\n", [layout])
    #expect(read.problems.map(\.severity) == [.warning])
  }

  @Test func `the mapping of a workbook as it is saved places organisations in systems, in whichever row they are`() {
    let read = contribution(
      "Org code,Region ,Name,STP,,,STP,Code\nRZ1,N,FELLGATE TRUST,NORTH ICB,,,SOUTH ICB,QZ8\nRZ2,N,OUSBY,SOUTH ICB,,,NORTH ICB,QZ9\n"
    )
    #expect(read.problemTexts == [])
    #expect(read.organisations.filter { $0.role == .provider }.map(\.parent) == ["QZ9", "QZ8"])
  }
}
