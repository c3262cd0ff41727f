import Metrics

/// The title of a sheet of the cancer workbook. It says which wait the sheet is about, and nothing else does: the sheets of
/// screening, upgrades and later treatments have the same columns as those of the standards.
struct CancerSheetTitle {
  private let title: ColumnName
  private let isByTreatment: Bool

  /// What the titles of the standards begin with.
  private static let standards: [(MetricID, [String])] = [
    (.cancer62Day, ["two month (62-day) wait from an urgent", "62-day (urgent gp referral to treatment)"]),
    (.cancer31Day, ["one month (31-day) wait from a decision", "31-day (diagnosis to treatment)"]),
    (.cancer28Day, ["four week (28 days) wait from urgent referral", "28-day faster diagnosis"]),
    (.cancerTwoWeekWait, ["all cancers two week wait", "two week wait by suspected cancer"]),
  ]

  /// The other sheets: the words of their title, and their name.
  private static let others: [(StaticString, String)] = [
    ("rarer", "31-DAY (RARER CANCERS)"), ("breast symptoms", "TWO WEEK WAIT-BREAST SYMPTOMS"),
    ("second or subsequent", "31-DAY SUB TREAT"), ("from screening", "62-DAY (SCREENING)"),
    ("from consultant upgrade", "62-DAY (CONSULTANT UPGRADE)"), ("first outpatient", "USC referral to FOA"),
    ("first hospital assessment", "UBS referral to FHA"),
  ]

  /// The title above a header: the first text of the sheet.
  init(_ header: Header) {
    title = ColumnName(header.preamble.joined().first { !$0.isEmpty } ?? "")
    isByTreatment = header.names.contains { $0.contains("treatment modality") || $0.contains("treatment type") }
  }

  /// The standard; `nil` for another wait, or no title.
  var metric: MetricID? {
    if isByTreatment { return nil }
    return CancerSheetTitle.standards.first { $0.1.contains { title.text.hasPrefix($0) } }?.0
  }

  /// Why a sheet with such a header is not read; `nil` for one that is.
  @Sendable static func refusal(_ header: Header) -> ExtractProblem? {
    let found = CancerSheetTitle(header)
    if found.metric != nil { return nil }
    let right = "62-DAY (ALL CANCER)"
    let other = others.first { found.title.contains($0.0) }
    if let other {
      return .otherSheet(other.1, "counts another wait than the standards", of: "cancer workbook", right: right)
    }
    if found.isByTreatment {
      return .otherSheet(
        "BY TREATMENT MODALITY", "divides patients by treatment", of: "cancer workbook", right: right)
    }
    // A file that only resembles such a sheet has no reason to have its title.
    return header.names.contains { $0.text.hasPrefix("after ") && $0.text.hasSuffix(" days") }
      ? .untitledSheet("TWO MONTH (62-DAY) WAIT …") : nil
  }

  /// The period of a sheet, in a row of its own below the title: `May-25`, `PERIOD: JUL 2021/22`, `Q1 2015-2016 (April, May,
  /// June)`.
  static func period(_ header: Header) -> Period? {
    let texts = header.preamble.joined().filter { !$0.isEmpty }.dropFirst()
    return texts.lazy.compactMap { period($0) }.first { $0.isOfOurTime }
  }

  private static func period(_ text: String) -> Period? {
    let words = text.split { " ,()".contains($0) }
    guard let first = words.first else { return nil }
    if words.count > 1, first.utf8.count == 2, first.uppercased().hasPrefix("Q"),
      let number = Int(first.dropFirst()), let year = Int32(words[1].prefix(4))
    {
      return Quarter(year: NHSYear(firstYear: year), number: number).map(Period.quarter)
    }
    let isLabelled = text.uppercased().hasPrefix("PERIOD:")
    return Period(written: isLabelled ? String(text.dropFirst("PERIOD:".count).drop { $0 == " " }) : text)
  }
}
