import Metrics
import Testing

@testable import Extracts

@Suite struct `A&E monthly` {
  @Test func `booked appointments are added and the total row is compared, not counted`() throws {
    let read = try fixture("ae-monthly-2020-08")
    #expect(read.layout == "A&E monthly, from August 2020")
    #expect(read.problemTexts == [])
    #expect((read.rowsRead, read.rowsSkipped) == (4, 0))
    #expect(
      read.lines == [
        "ae.attendances NTV0B 2018-02 2333 @3", "ae.attendances NTV0B 2018-02 department=other 2333 @3",
        "ae.attendances RD8 2018-02 13900 @2", "ae.attendances RD8 2018-02 department=1 8537 @2",
        "ae.attendances RD8 2018-02 department=other 5363 @2", "ae.attendances RZZ 2018-02 - @4",
        "ae.emergency-admissions NTV0B 2018-02 0 @3", "ae.emergency-admissions NTV0B 2018-02 department=other 0 @3",
        "ae.emergency-admissions RD8 2018-02 2481 @2", "ae.emergency-admissions RD8 2018-02 department=1 2112 @2",
        "ae.emergency-admissions RD8 2018-02 department=other 0 @2",
        "ae.four-hour NTV0B 2018-02 2275/2333 @3", "ae.four-hour NTV0B 2018-02 department=other 2275/2333 @3",
        "ae.four-hour RD8 2018-02 11260/13900 @2", "ae.four-hour RD8 2018-02 department=1 5907/8537 @2",
        "ae.four-hour RD8 2018-02 department=other 5353/5363 @2", "ae.four-hour RZZ 2018-02 - @4",
        "ae.twelve-hour NTV0B 2018-02 0 @3", "ae.twelve-hour RD8 2018-02 3 @2",
      ])
    #expect(read.statedTotals.count == 18)
    #expect(read.statedTotals.allSatisfy { $0.stated == $0.summed })
    #expect(
      read.organisations.first
        == Organisation(code: "RD8", name: "MILTON KEYNES UNIVERSITY HOSPITAL NHS FOUNDATION TRUST", role: .provider))
  }

  @Test(arguments: [
    ("ae-monthly-2019-04", "A&E monthly, to March 2020"), ("ae-monthly-2020-04", "A&E monthly, April to July 2020"),
  ])
  func `the older generations name fewer columns`(name: String, layout: String) throws {
    let read = try fixture(name)
    #expect(read.layout == layout)
    #expect(read.problemTexts == [])
    #expect(read.sum(.fourHour) == .share(within: Count(14775), of: Count(17000)))
    #expect(read.sum(.attendances, BreakdownItem("department", "1")) == .count(Count(14000)))
    #expect(read.sum(.emergencyAdmissions) == .count(Count(5120)))
  }

  @Test func `a total that differs from its rows says by how much`() throws {
    let text = """
      Period,Org Code,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Other A&E Department,\
      Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department
      MSitAE-MAY-2020,RXQ,100,0,0,10,0,0
      TOTAL,TOTAL,110,0,0,10,0,0
      """
    let read = contribution(text)
    #expect(
      read.problemTexts == [
        """
        test.csv:3:3: warning: "A&E attendances Type 1" is 110 in the total row, but the providers add up to 100: a difference of 10; \
        expected the same; the providers count
          fix: download the file again
        """
      ])
    #expect(read.problems.first?.amount == Ratio(10))
  }

  @Test(arguments: ["TOTAL", "Total", "Total ", "TOTAl"])
  func `a total row is never an organisation, however it is spelt`(word: String) {
    let head = "Period,Org Code,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
    let read = contribution(
      head + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"
        + "MSitAE-may-2020,RXQ,100,,,10,,\n\(word),x,100,,,10,,\n")
    #expect(read.organisations.map(\.code) == ["RXQ"])
    #expect(read.problemTexts == [])
  }

  private static let short =
    "Org Code,Period,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
    + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"

  @Test func `a total row is found by its Period wherever that column stands`() {
    let read = contribution(Self.short + "RXQ,MSitAE-may-2020,100,,,10,,\n,Total,100,,,10,,\n")
    #expect(read.problemTexts == [])
    #expect(read.statedTotals.map(\.stated) == [Ratio(100), Ratio(10)])
  }

  @Test func `a total row that names its month is held against the rows of that month, wherever they stand`() {
    let rows = ["RXQ,MSitAE-may-2020,100,,,10,,", "RXQ,MSitAE-june-2020,200,,,20,,"]
    let totals = ["TOTAL,MSitAE-may-2020,100,,,10,,", "TOTAL,MSitAE-june-2020,201,,,20,,"]
    let read = contribution(Self.short + (rows + totals).joined(separator: "\n"))
    #expect(
      read.problems.map(\.message) == [
        "\"A&E attendances Type 1\" is 201 in the total row, but the providers add up to 200: a difference of 1"
      ])
    #expect(read.statedTotals.count == 4)
  }

  @Test func `a total is held against no sum that a hidden number is part of`() {
    let read = contribution(
      Self.short + "RXQ,MSitAE-may-2020,100,*,,10,,\nRTH,MSitAE-may-2020,100,,,10,,\nTOTAL,TOTAL,200,3,,20,,\n")
    #expect(read.problemTexts == [])
    #expect(read.statedTotals.map(\.title) == ["A&E attendances Type 1", "Attendances over 4hrs Type 1"])
  }

  @Test func `attendances within four hours are as good as those over them`() throws {
    let read = try fixture("ae-monthly-2018-within")
    #expect(read.layout == "A&E monthly, within 4 hours")
    #expect(read.figure(.fourHour, "RZ1", "2018-03") == .share(within: Count(6775), of: Count(8000)))
  }

  @Test func `a trust that returned attendances without waits is out of numerator and denominator alike`() {
    let head = "Period,Org Code,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
    let read = contribution(
      head + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"
        + "MSitAE-may-2020,RC9,100,,50,,,5\n")
    #expect(read.figure(.fourHour, "RC9", "2020-05") == .share(within: Count(45), of: Count(50)))
    #expect(read.figure(.fourHour, "RC9", "2020-05", BreakdownItem("department", "1")) == .notReturned)
    #expect(read.figure(.attendances, "RC9", "2020-05") == .count(Count(150)))
  }

  @Test(
    .enabled(if: hasRealFiles, noRealFiles),
    arguments: [
      ("ae-msitae-2024-05.csv", 198), ("ae-msitae-2024-09-stray-columns.csv", 198),
      ("ae-msitae-2025-02-revised.csv", 199), ("ae-msitae-2025-04.csv", 199),
    ])
  func `real files read without a problem and sum to their total row`(name: String, rows: Int) throws {
    let read = try real(name)
    #expect(read.problemTexts == [])
    #expect(read.rowsRead == rows)
    #expect(read.statedTotals.count == 18)
    #expect(read.statedTotals.allSatisfy { $0.stated == $0.summed })
  }

  @Test(.enabled(if: hasRealFiles, noRealFiles))
  func `England had 2,214,217 attendances in September 2024, 74.2% of them within four hours`() throws {
    let read = try real("ae-msitae-2024-09-stray-columns.csv")
    #expect(read.sum(.attendances) == .count(Count(2_214_217)))
    guard case .share(let within, let of) = read.sum(.fourHour) else {
      Issue.record("expected a share")
      return
    }
    #expect(of == Count(2_214_217))
    #expect((within.ratio / of.ratio * Ratio(100)).text(places: 1) == "74.2")
  }

  @Test(.enabled(if: hasRealFiles, noRealFiles))
  func `Milton Keynes had 8,537 type 1 attendances in April 2025`() throws {
    let read = try real("ae-msitae-2025-04.csv")
    #expect(read.figure(.attendances, "RD8", "2025-04", BreakdownItem("department", "1")) == .count(Count(8537)))
  }
}
