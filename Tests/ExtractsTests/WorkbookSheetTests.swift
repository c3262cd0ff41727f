import Metrics
import Testing

@testable import Extracts

/// Sheets of published workbooks that have nearly the headings of the one that counts.
@Suite struct `sister sheets` {
  private static let cancer =
    ",ODS CODE (1),ACCOUNTABLE PROVIDER,CARE SETTING (3),CANCER TYPE,TOTAL,WITHIN 62 DAYS,AFTER 62 DAYS\n"
    + ",RZ1,FELL,ALL CARE,ALL CANCERS,20,15,5\n"
  private static let right = "expected the sheet \"62-DAY (ALL CANCER)\""

  @Test(arguments: [
    ("62-DAY WAIT FOR FIRST TREATMENT FROM SCREENING SERVICE REFERRAL: ALL CANCERS", "62-DAY (SCREENING)"),
    ("62-DAY WAIT FOR FIRST TREATMENT FROM CONSULTANT UPGRADE: ALL CANCERS", "62-DAY (CONSULTANT UPGRADE)"),
    ("31-DAY WAIT FOR SECOND OR SUBSEQUENT TREATMENT: SURGERY", "31-DAY SUB TREAT"),
    ("31-DAY (URGENT GP REFERRAL TO TREATMENT) WAIT FOR FIRST TREATMENT FOR RARER CANCERS", "31-DAY (RARER CANCERS)"),
    ("TWO WEEK WAIT-EXHIBITED BREAST SYMPTOMS (CANCER NOT INITIALLY SUSPECTED)", "TWO WEEK WAIT-BREAST SYMPTOMS"),
  ])
  func `of the cancer workbook are told by their title and refused by name`(title: String, sheet: String) throws {
    let read = contribution("\(title)\nQ1 2015-2016\n" + Self.cancer)
    #expect(read.observations.isEmpty)
    let text = try #require(read.problemTexts.first)
    #expect(text.contains("this is the sheet \"\(sheet)\" of the cancer workbook") && text.contains(Self.right))
  }

  @Test func `of the cancer workbook that divide patients by treatment are refused`() throws {
    let text = Self.cancer.replacing("CANCER TYPE", with: "TREATMENT MODALITY (4)")
    let read = contribution("TWO MONTH (62-DAY) WAIT FROM AN URGENT SUSPECTED CANCER\nMay-25\n" + text)
    #expect(read.observations.isEmpty)
    #expect(try #require(read.problemTexts.first).contains("BY TREATMENT MODALITY"))
  }

  @Test func `without a title could be any of them and are not read`() throws {
    let read = contribution(Self.cancer)
    #expect(read.observations.isEmpty)
    #expect(try #require(read.problemTexts.first).contains("no title above the header says which wait"))
  }

  @Test func `of the RTT workbook that count decisions to admit or completed pathways are refused`() throws {
    let sheet = String(decoding: try projectBytes("Fixtures/layouts/rtt-sheet.csv"), as: UTF8.self)
    let admitted = sheet.replacing(
      "Number of incomplete pathways by weeks", with: "Number of incomplete pathways with a decision to admit by weeks")
    #expect(contribution(admitted).observations.isEmpty)
    #expect(try #require(contribution(admitted).problemTexts.first).contains("\"Provider with DTA\""))
    let completed = sheet.replacing("number of incomplete pathways", with: "number of completed pathways (all)")
    #expect(contribution(completed).observations.isEmpty)
    #expect(try #require(contribution(completed).problemTexts.first).contains("counts completed pathways"))
  }
}

/// Periods above the header of a cancer sheet.
@Suite struct `the period of a cancer sheet` {
  @Test(arguments: [
    ("May-25", "2025-05"), ("PERIOD: JUL 2021/22", "2021-07"), ("PERIOD: JAN 2021/22", "2022-01"),
    ("\"Q1 2015-2016 (April, May, June)\"", "2015/16 Q1"), ("Q4 2015-2016", "2015/16 Q4"),
  ])
  func `is a month or a quarter, in an NHS year`(text: String, period: String) {
    let read = contribution(
      "62-DAY (URGENT GP REFERRAL TO TREATMENT) WAIT FOR FIRST TREATMENT: ALL CANCERS\n\(text)\n"
        + "DEFINITIONS: DCB0147 Amd 16/2019\n,ODS CODE,PROVIDER,TOTAL,WITHIN 62 DAYS,AFTER 62 DAYS\n,RZ1,FELL,20,15,5\n"
    )
    #expect(read.observations.map(\.period.text) == [period])
    #expect(read.problemTexts == [])
  }

  @Test func `that is missing is said, and the figures are undated`() {
    let read = contribution(
      "62-DAY (URGENT GP REFERRAL TO TREATMENT) WAIT FOR FIRST TREATMENT: ALL CANCERS\n"
        + ",ODS CODE,PROVIDER,TOTAL,WITHIN 62 DAYS,AFTER 62 DAYS\n,RZ1,FELL,20,15,5\n")
    #expect(read.observations.map(\.period) == [.undated])
    #expect(read.problemTexts.count == 1)
  }
}
