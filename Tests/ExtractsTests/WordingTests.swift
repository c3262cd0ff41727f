import Metrics
import Testing

@testable import Extracts

/// Every problem in full, as the user reads it.
@Suite struct `the wording of problems` {
  private static let performance = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
  private static let cancer =
    "Period,Basis,Org_Code,Standard_or_Item,Cancer_Type,Referral_Route_or_Stage,Treatment_Modality,Total,Within\n"
  private static let accident =
    "Period,Org Code,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Type 3,"
    + "Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other Department\n"
  private static let ambulance = "Year,Month,Region,Org Code,A8,A10,A24,A30\n"
  private static let trajectory = "metric,organisation,period,kind,value\n"
  private static let bridge = "organisation,period,unit,order,kind,step,amount\n"
  private static let finance = "organisation,period,unit,basis,control total,actual to date,forecast outturn\n"

  private static let rows: [(String, String, String)] = [
    (
      accident, "MSitAE-MAY-2020,RXQ,A,10,,,n/a,,\n",
      """
      test.csv:2:7: error: "Attendances over 4hrs Type 1" is "n/a"; expected a whole number
        fix: leave the cell empty if the provider made no return, or download the file again
      """
    ),
    (
      accident, "MSitAE-MAY-2020,RXQ,A,100,,,80.00%,,\n",
      """
      test.csv:2:7: error: "Attendances over 4hrs Type 1" is "80.00%"; expected a whole number
        fix: leave the cell empty if the provider made no return, or download the file again
      """
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,,,90%,100,\n",
      """
      test.csv:2:6: error: "numerator" is "90%"; expected a whole number
        fix: leave the cell empty if the provider made no return, or download the file again
      """
    ),
    (
      performance, "ambulance.c2-mean,RYE,2017-10,,,,,400%\n",
      """
      test.csv:2:8: error: "value" is "400%"; expected a number
        fix: leave the cell empty if there is no figure
      """
    ),
    (
      accident, "MSitAE-MAY-2020,RXQ,A,-6000,,,1,,\n",
      """
      test.csv:2:4: error: "A&E attendances Type 1" is "-6000"; expected 0 or more
        fix: correct the row, or download the file again
      """
    ),
    (
      accident, "MSitAE-MAY-2020,RXQ,A,6000,,,6100,,\n",
      """
      test.csv:2:7: error: "Attendances over 4hrs Type 1" is 6,100, more than the 6,000 attendances; expected no more \
      than the whole
        fix: correct the row, or download the file again
      """
    ),
    (
      accident, "MSitAE-FEBUARY-2018,RXQ,A,1,,,1,,\n",
      """
      test.csv:2:1: error: "Period" is "MSitAE-FEBUARY-2018"; expected a period such as MSitAE-FEBRUARY-2018
        fix: write the period as MSitAE-FEBRUARY-2018
      """
    ),
    (
      ambulance, "2021,13,Y59,RYE,1,1,1,1\n",
      "test.csv:2:2: error: \"Month\" is \"13\"; expected a month such as OCTOBER or 10\n  fix: write the month as OCTOBER"
    ),
    (
      ambulance, "19,1,Y59,RYE,1,1,1,1\n",
      "test.csv:2:1: error: \"Year\" is \"19\"; expected a year such as 2016-17 or 2017\n  fix: write the year as 2016-17"
    ),
    (
      performance, "ae.four-hour,RD8,0019-10,,,1,2,\n",
      """
      test.csv:2:3: error: "period" is "0019-10"; expected a period such as 2018-02-14, 2018-W07, 2018-02, 2017/18 Q3 or \
      2017/18
        fix: write the period as 2018-02-14, 2018-W07, 2018-02, 2017/18 Q3 or 2017/18
      """
    ),
    (
      trajectory, "ae.four-hour,RD8,2017-10,trajectory,120\n",
      """
      test.csv:2:5: error: "value" is "120"; expected a percentage from 0 to 100
        fix: write the percentage as 84.6
      """
    ),
    (
      accident, "MSitAE-MAY-2020,,A,1,,,1,,\n",
      "test.csv:2:2: error: \"Org Code\" is empty; expected a code\n  fix: correct the row, or download the file again"
    ),
    (
      accident, "MSitAE-MAY-2020,RXQ,A,1,,,1,,\nMSitAE-may-2020,RXQ,A,1,,,1,,\n",
      "test.csv:3: warning: the row repeats line 2; it is counted once\n  fix: delete one of the two rows"
    ),
    (
      accident, "MSitAE-MAY-2020,RXQ,A,8000,,,1,,\nMSitAE-MAY-2020,RXQ,A,8100,,,1,,\n",
      """
      test.csv:3:4: error: the row contradicts line 2: "A&E attendances Type 1" is 8,100, there 8,000; expected one row; \
      line 2 is used, neither is added to the other
        fix: delete the row that is wrong
      """
    ),
    (
      accident, "MSitAE-MAY-2020,RXQ,A\u{1B}[31m,1,,,1,,\n",
      """
      test.csv:2:3: warning: "Org name" contains control characters: "A␛[31m"
        fix: type the name again; the figures are used
      """
    ),
    (
      accident, "MSitAE-MAY-2020,RXQ,A,1,,,1,,\n" + accident,
      "test.csv:3: warning: the row repeats the header\n  fix: nothing; it is left out"
    ),
    (
      cancer, "2024-11-01,Provider,RXQ,62D,ALL CANCERS,ALL ROUTES,ALL MODALITIES,10.3,1\n",
      """
      test.csv:2:8: error: "Total" is "10.3"; expected a whole number or a half
        fix: leave the cell empty if there is no figure, or download the file again
      """
    ),
    (
      cancer, "2024-11-01,Trust,RXQ,62D,ALL CANCERS,ALL ROUTES,ALL MODALITIES,10,1\n",
      "test.csv:2:2: error: \"Basis\" is \"Trust\"; expected Provider or Commissioner\n  fix: write Provider or Commissioner"
    ),
    (
      cancer, "2024-11-01,Provider,RXQ,62D,Breast,ALL ROUTES,ALL MODALITIES,10,1\n",
      """
      test.csv:1: warning: no row gives the total of cancer.62-day; expected a row for the total
        fix: download the complete file; the parts are not added up
      """
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,,,12.5,20,\n",
      """
      test.csv:2:6: error: "numerator" is "12.5"; expected a whole number
        fix: leave the cell empty if the provider made no return, or download the file again
      """
    ),
    (
      performance, "ae.four-hours,RD8,2017-10,,,1,2,\n",
      """
      test.csv:2:1: error: no metric is called "ae.four-hours"; expected a metric such as ae.four-hour
        fix: write ae.four-hour, or define the metric in system.toml
      """
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,ward,1,1,2,\n",
      "test.csv:2:4: error: ae.four-hour has no breakdown \"ward\"; expected department\n  fix: write department"
    ),
    (
      performance, "dtoc.bed-days,RD8,2017-10,reason,DII_NURSING_HOMES,,,3\n",
      """
      test.csv:2:5: error: no reason is called "DII_NURSING_HOMES"; expected an item such as DII_NURSING_HOME
        fix: write DII_NURSING_HOME
      """
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,department,4,1,2,\n",
      "test.csv:2:5: error: no department is called \"4\"; expected 1, 2 or other\n  fix: write 1, 2 or other"
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,department,,1,2,\n",
      """
      test.csv:2:5: error: "item" is empty; expected an item of department
        fix: name the item, or leave the breakdown empty too
      """
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,,,1,,\n",
      """
      test.csv:2: error: the row has no figure; expected a value, or numerator and denominator
        fix: fill in the figure, or delete the row; a missing figure is never 0
      """
    ),
    (
      performance, "ae.attendances,RD8,2017-10,,,1,2,\n",
      """
      test.csv:2:6: error: "numerator" is given for a metric that is not a share; expected the figure in "value"
        fix: move the figure to "value"
      """
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,,,6395,7000,92.3\n",
      """
      test.csv:2:8: error: "value" is 92.3, but 6,395 of 7,000 is 91.4; expected the same
        fix: correct the value or the counts, or leave one of the two empty
      """
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,,,,,846\n",
      """
      test.csv:2:8: error: "value" is "846"; expected a percentage from 0 to 100
        fix: write the percentage as 84.6
      """
    ),
    (
      performance, "ambulance.c2-mean,RYE,2017-10,,,,,23:12\n",
      """
      test.csv:2:8: error: "value" is "23:12"; expected a number
        fix: leave the cell empty if there is no figure
      """
    ),
    (
      performance, "ae.four-hour,RD8,2017-10,,,1,2,\nae.four-hour,RD8,2017-10,,,1,3,\n",
      """
      test.csv:3: error: the row contradicts line 2: 1 of 3 here, 1 of 2 there; expected one row; line 2 is used, neither \
      is added to the other
        fix: delete the row that is wrong
      """
    ),
    (
      finance, "RXQ,2018-02,£m,including STF,(2.9,1,\n",
      """
      test.csv:2:5: error: "control total" is "(2.9"; expected an amount such as (9.4)
        fix: write the amount as 9.4, or (9.4) where it is negative
      """
    ),
    (
      bridge, "RXQ,2018-02,£m,1,opening,Total,6.5\nRXQ,2018-02,£m,2,step,A,1\nRXQ,2018-02,£m,2,step,B,1\n",
      """
      test.csv:4:4: warning: "order" is 2, as on line 3; expected a number for each step
        fix: number the steps one by one; until then they are in the order of the file
      """
    ),
    (
      bridge, "RXQ,2018-02,£m,1,step,A,1\nRXQ,2018-02,£m,2,closing,B,1\n",
      """
      test.csv:2: warning: the bridge of RXQ, Feb 2018, has no opening; no sum is made before its first subtotal; \
      expected a row whose kind is opening
        fix: add the amount the bridge starts from
      """
    ),
    (
      finance, "RXQ,2018-02,£bn,including STF,2.9,1,\n",
      "test.csv:2:3: error: \"unit\" is \"£bn\"; expected £m, £000 or £\n  fix: write £m, £000 or £"
    ),
    (
      finance, "RXQ,2018-02,£m,including STF,2.9,1,\nRXQ,2018-02,£m,including STF,(3.9),1,\n",
      """
      test.csv:3:5: error: the row contradicts line 2: "control total" is -£3.9m, there £2.9m; expected one row; line 2 \
      is used, neither is added to the other
        fix: delete the row that is wrong
      """
    ),
  ]

  @Test(arguments: rows)
  func `says what was found, expected and to do`(head: String, organisation: String, problem: String) {
    #expect(contribution(head + organisation).problemTexts == [problem])
  }

  @Test func `a second bridge of one organisation and period may count from 1 again`() {
    let text = Self.bridge + "RXQ,2018-02,£m,1,opening,A,6.5\nRXQ,2018-02,£m,1,opening,B,6.5\n"
    #expect(contribution(text).problemTexts == [])
  }

  @Test func `a record without end stops the reading`() {
    let text = Self.performance + "ae.four-hour,RD8,2017-10,,,1,2,\n\"" + String(repeating: "x", count: 2 << 20)
    let read = reading(text, block: 1 << 16)
    #expect(!read.isComplete)
    #expect(
      read.contribution.problemTexts == [
        """
        test.csv:3: error: a record that starts here does not end within 1 MB; nothing after it was read; expected an \
        end of line
          fix: look for a quote that is not closed, or download the file again
        """
      ])
    #expect(read.contribution.observations.count == 1)
  }

  @Test func `names of any length cannot fill a problem`() {
    let read = contribution(Self.performance + String(repeating: "x", count: 5000) + ",RD8,2017-10,,,1,2,\n")
    #expect(read.problems.first.map { $0.message.count <= 1001 } == true)
  }
}
