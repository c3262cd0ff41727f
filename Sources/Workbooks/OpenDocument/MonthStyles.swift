/// Which styles of an open document show of a date only its month and year.
///
/// The style of a cell names one of dates; the cell may have it from its row or column.
struct MonthStyles {
  /// The styles of dates, by what they show.
  private struct Shown {
    var hasMonth = false, hasYear = false, hasMore = false
  }

  private static let limit = 100_000
  private var dateStyle: (name: String, shown: Shown)?
  private var dateStyles: Set<String> = []
  private var cellStyles: [String: String] = [:]
  /// The style of each run of columns, and the last of them.
  private var columns: [(last: Int, style: String?)] = []

  /// An element starts; whether it is one of a style.
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

  /// An element ends.
  mutating func end(_ name: XMLName) {
    guard name.is("date-style"), let (style, shown) = dateStyle else { return }
    if shown.hasMonth, shown.hasYear, !shown.hasMore, dateStyles.count < MonthStyles.limit { dateStyles.insert(style) }
    dateStyle = nil
  }

  /// Columns of a sheet follow each other, so many with one style.
  mutating func addColumns(_ count: Int, style: String?) {
    guard columns.count < WorkbookLimits.columns else { return }
    columns.append((min((columns.last?.last ?? 0) + count, WorkbookLimits.columns), style))
  }

  /// Whether a cell shows a month: by its own style or its row's, else by its column's.
  func isMonth(_ style: String?, column: Int) -> Bool {
    let style = style ?? columns.first { $0.last >= column }?.style
    return style.flatMap { cellStyles[$0] }.map(dateStyles.contains) ?? false
  }
}
