import Metrics
import Testing

@testable import Extracts

/// The totals that each row of the A&E workbook's sheet states.
@Suite struct `A&E by provider` {
  private static let types =
    "Type 1 Departments - Major A&E,Type 2 Departments - Single Specialty,Type 3 Departments - Other"
  private static let head =
    "Summary:,The total of booked and non-booked A&E attendances.\nPeriod:,June 2025\nCode,Region,Name,\(types),Total attendances,\(types),Total Attendances < 4 hours,"
    + "\(types),Total Attendances > 4 hours\n"

  private static func problems(_ row: String) -> [String] {
    contribution(head + "RZ1,North,Fell,\(row)\n").problemTexts
  }

  @Test func `that add up are no problem, with a type that does not exist or a total that is hidden`() {
    #expect(Self.problems("\"2,000\",-,100,\"2,100\",\"1,500\",-,90,\"1,590\",500,-,10,510") == [])
    #expect(Self.problems("2000,*,100,2500,1500,-,90,1590,500,-,10,510") == [])
  }

  @Test func `that do not add up are said`() {
    #expect(
      Self.problems("2000,-,100,2500,1500,-,90,1590,500,-,10,510") == [
        """
        test.csv:4:7: warning: "Total attendances" is 2,500, but the types add up to 2,100: a difference of 400; expected the same; the \
        types count
          fix: download the file again
        """
      ])
  }

  @Test func `those under and over four hours are held against all of a type`() {
    #expect(
      Self.problems("2000,-,100,2100,1600,-,90,1690,500,-,10,510") == [
        """
        test.csv:4:4: warning: "Type 1 Departments - Major A&E" is 2,000, but those under and over 4 hours add up to 2,100: \
        a difference of 100; expected the same; all of them, and those over 4 hours, count
          fix: download the file again
        """
      ])
  }

  @Test(arguments: ["April 9999", "Apr 0001", "month five", "soon"])
  func `without a month that can be read have one warning, which is about the month`(period: String) {
    let read = contribution(
      "Period:,\(period)\n" + Self.head.split(separator: "\n", maxSplits: 2)[2]
        + "RZ1,North,Fell,10,0,0,10,8,0,0,8,2,0,0,2\n")
    #expect(read.problems.count == 1)
    #expect(read.problemTexts.first?.contains("\"Period:\" is \"\(period)\"") == true, "\(read.problemTexts)")
  }
}
