import Metrics
import Testing

@testable import Extracts

/// Cancer extracts in the shapes that were only reported.
@Suite struct `cancer extracts` {
  private static let settings =
    "PERIOD,PROVIDER CODE,CARE_SETTING,TYPE_OF_CANCER,TOTAL_TREATED,WITHIN_62_DAYS,AFTER_62_DAYS\n"
  private static let standards = "Period,Org Code,Standard,Total Treated,Within Standard,Breaches\n"
  private static let combined =
    "Period,Basis,Org_Code,Standard_or_Item,Cancer_Type,Referral_Route_or_Stage,Treatment_Modality,Total,Within\n"

  private static func half(_ within: Int, _ of: Int) -> Measurement {
    .share(within: Count(halves: within), of: Count(halves: of))
  }

  @Test func `that are split by care setting come to the cancer types and to the whole`() {
    let read = contribution(
      Self.settings + "2012-07,RZ1,Admitted,ALL CANCERS,14,11.5,2.5\n2012-07,RZ1,Non-admitted,ALL CANCERS,6,4,2\n"
        + "2012-07,RZ1,Admitted,Breast,10,8.5,1.5\n2012-07,RZ1,Non-admitted,Breast,4,2,2\n")
    #expect(read.figure(.cancer62Day, "RZ1", "2012-07") == Self.half(31, 40))
    #expect(
      read.figure(.cancer62Day, "RZ1", "2012-07", BreakdownItem("cancer-type", "Breast")) == Self.half(21, 28))
    #expect(read.problemTexts == [])
  }

  @Test func `without a row for all cancers the types are added up, and that is said`() {
    let text =
      Self.settings + "2012-07,RZ1,Admitted,Breast,10,8.5,1.5\n2012-07,RZ1,Non-admitted,Breast,4,2,2\n"
      + "2012-07,RZ1,Admitted,Lung,10,8,2\n"
    #expect(contribution(text).figure(.cancer62Day, "RZ1", "2012-07") == Self.half(37, 48))
    #expect(
      contribution(text).problemTexts == [
        """
        test.csv:1: warning: no row gives the total of cancer.62-day; its cancer types are added up; expected a row for \
        the total
          fix: check whether every cancer type is in the file, or download the complete file
        """
      ])
    let selection = RowSelection(metric: .cancer62Day, organisation: "RZ1", period: Period("2012-07") ?? .undated)
    #expect(reading(text, selecting: selection).sourceRows.map(\.line) == [2, 3, 4])
  }

  @Test func `a row for all care settings goes before their sum`() {
    let read = contribution(
      Self.settings + "2012-07,RZ1,Admitted,ALL CANCERS,14,11.5,2.5\n2012-07,RZ1,All,ALL CANCERS,20,16,4\n")
    #expect(read.figure(.cancer62Day, "RZ1", "2012-07") == Self.half(32, 40))
  }

  @Test func `a standard that is not known is said once, with how many rows it leaves out`() {
    let read = contribution(
      Self.standards + "July 2017,RZ1,62 Days,20,17,3\nJuly 2017,RZ1,Something else,20,17,3\n"
        + "July 2017,RZ2,Something else,20,17,3\nJuly 2017,RZ1,62 Days from screening,20,17,3\n")
    #expect(read.rowsSkipped == 2)
    #expect(
      read.problemTexts == [
        """
        test.csv:3:3: warning: "Standard" is "Something else" in 2 rows, which are left out; expected a standard such as \
        62D, 31D or FDS
          fix: nothing, if the board need not show it; or write the standard as it is published
        """
      ])
  }

  @Test func `patients within and after the standard are held against all of them`() {
    let read = contribution(Self.standards + "July 2017,RZ1,62 Days,20,19,3\nJuly 2017,RZ2,62 Days,20,17,\n")
    #expect(
      read.problemTexts == [
        """
        test.csv:2:4: warning: "Total Treated" is 20, but "Within Standard" and "Breaches" add up to 22: a difference of 2; expected the \
        same; "Total Treated" and "Within Standard" count
          fix: download the file again
        """
      ])
  }

  @Test func `England's row is held against no sum that a hidden number is part of`() {
    let row = "2024-01-01,Provider,%,62D,ALL CANCERS,ALL ROUTES,ALL MODALITIES,"
    let rows = [("RZ1", "*,*"), ("RZ2", "10,5"), ("Total", "14,7")].map { row.replacing("%", with: $0.0) + $0.1 }
    let read = contribution(Self.combined + rows.joined(separator: "\n"))
    #expect(read.problemTexts == [])
    #expect(read.statedTotals.isEmpty)
  }
}
