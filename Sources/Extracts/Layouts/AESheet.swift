import Metrics

/// The other sheets of the A&E workbook: they have nearly the same headings as the one that is read, but other figures.
///
/// - Source: NHS England, A&E attendances and emergency admissions by provider, the workbooks of April 2019 to May 2026.
enum AESheet {
  /// Why a sheet with such a header is not read by provider; `nil` for the sheet that is.
  @Sendable static func refusal(_ header: Header) -> ExtractProblem? {
    let above = header.preamble.flatMap { $0.map { ColumnName($0) } }
    func isSaid(_ words: StaticString) -> Bool { above.contains { $0.contains(words) } }
    if header.column("Acute Code") != nil || isSaid("vlookup ref") {
      return .otherSheet(
        "Acute Trust Mapping", "says how the activity of other providers is shared between acute trusts")
    }
    if above.contains("Acute Trust Footprint Data") || isSaid("additional mapped") {
      return .otherSheet("Acute Trust Footprint Data", "adds the activity of other providers to that of acute trusts")
    }
    if isSaid("booked appointment attendances") || header.names.contains(where: { $0.contains("booked appointment") }) {
      return .otherSheet("Booked Appointments Data", "counts booked appointments only")
    }
    if header.column("Name") == nil, header.column("System", "STP") != nil {
      return .otherSheet("System Level Data", "has a row for each system, and none for providers")
    }
    return booked(header) == .leftOut ? .otherSheet("Non-Booked Data", "leaves out booked appointments") : nil
  }

  /// Whether nothing above the header tells the sheet that is read from the one without booked appointments.
  static func cannotBeTold(_ header: Header) -> Bool { booked(header) == .unknown }

  /// Whether booked appointments are counted.
  private enum Booked { case included, leftOut, unknown }

  /// The sheet without booked appointments has the same title, section name and headings as the sheet that is read.
  /// They differ in the column numbers, printed in white, in the first rows; and, from April 2025, in the summary.
  private static func booked(_ header: Header) -> Booked {
    let month = StatedMonth.month(of: header)
    if let month, month < firstBooked { return .included }
    let rows = header.preamble
    let numbers = rows.map { row in row.compactMap { Int($0) } }
    // Beside the title, the sheet that is read has 7, 8 and 9: the columns of booked appointments, which it adds.
    if numbers.contains(where: { $0.starts(with: [7, 8, 9]) }) { return .included }
    let words = rows.joined().map { ColumnName($0) }
    if words.contains(where: { $0.contains("booked and non-booked") }) { return .included }
    let isTitled = words.contains { $0 == "Title:" }
    if isTitled, numbers.contains(where: { $0.starts(with: [4, 5, 6, 10, 11, 12]) }) { return .leftOut }
    let isSummarised = words.contains { $0.starts(with: "A&E attendances, performance and emergency admission") }
    // A sheet without a period has a warning of its own.
    guard let month else { return .included }
    return isSummarised && month >= firstSummary ? .leftOut : .unknown
  }

  /// August 2020, the first month with sheets of booked appointments.
  private static let firstBooked = Month(index: 2020 * 12 + 7)
  /// April 2025, the first month in which the summaries of the two sheets differ.
  private static let firstSummary = Month(index: 2025 * 12 + 3)
}
