/// The styles of an open document that show only the month and year of a date.
///
/// The style of a cell names a date style; a cell may have its style from its row or column.
struct MonthStyles {
  /// The date styles, by what they show.
  private struct Shown {
    var hasMonth = false, hasYear = false, hasMore = false
  }

  private static let limit = 100_000
  private var dateStyle: (name: String, shown: Shown)?
  private var dateStyles: Set<String> = []
  private var cellStyles: [String: String] = [:]
  /// The style of each run of columns, and the last of them.
  private var columns: [(last: Int, style: String?)] = []

  /// The start of an element; returns whether it belongs to a style.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
    if dateStyle != nil {
      if name.is("month") {
        dateStyle?.shown.hasMonth = true
      } else if name.is("year") {
        dateStyle?.shown.hasYear = true
      } else if !name.is("text"), !name.is("map"), !name.is("text-properties"), !name.is("era") {
        dateStyle?.shown.hasMore = true
      }
      return true
    }
    if name.is("date-style") {
      dateStyle = (attributes.text("name") ?? "", Shown())
      return true
    }
    guard name.is("style") else { return false }
    if let style = attributes.text("name"), let dates = attributes.text("data-style-name"),
      cellStyles.count < MonthStyles.limit
    {
      cellStyles[style] = dates
    }
    return true
  }

  /// The end of an element.
  mutating func end(_ name: XMLName) {
    guard name.is("date-style"), let (style, shown) = dateStyle else { return }
    if shown.hasMonth, shown.hasYear, !shown.hasMore, dateStyles.count < MonthStyles.limit { dateStyles.insert(style) }
    dateStyle = nil
  }

  /// Adds consecutive columns with the same style.
  mutating func addColumns(_ count: Int, style: String?) {
    guard columns.count < WorkbookLimits.columns else { return }
    columns.append((min((columns.last?.last ?? 0) + count, WorkbookLimits.columns), style))
  }

  /// Whether a cell shows a month: by its own style or its row's, otherwise by its column's.
  func isMonth(_ style: String?, column: Int) -> Bool {
    let style = style ?? columns.first { $0.last >= column }?.style
    return style.flatMap { cellStyles[$0] }.map(dateStyles.contains) ?? false
  }
}
