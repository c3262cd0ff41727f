import Metrics

/// Dates in a column that can only be month first, `01/13/2018`, where no other can only be day first.
///
/// Other dates, such as `01/02/2018`, may then be month first too, so nothing in the column is read.
struct MonthFirstDates {
  private var first: (text: String, line: Int)?
  private var rows = 0
  private var lines: [(text: String, line: Int)] = []
  /// Whether at least one date can only be day first.
  var isDayFirst = false

  /// The three numbers of a date, without a time that follows it.
  static func parts(_ text: String) -> [Substring] {
    let date = text.prefix { $0 != " " && $0 != "T" }
    return date.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
  }

  /// Whether the first number of a date cannot be a month.
  static func isOnlyDayFirst(_ text: String) -> Bool {
    let parts = parts(text)
    guard parts.count == 3, let day = Int(parts[0]), Int(parts[1]) != nil, parts[0].utf8.count <= 2 else {
      return false
    }
    return (13...31).contains(day)
  }

  /// Records a date that can only be month first.
  mutating func note(_ text: String, line: Int) {
    if first == nil { first = (text, line) }
    rows += 1
    if lines.count < Problems.limit { lines.append((text, line)) }
  }

  /// Leaves out the figures of a metric whose dates are ambiguous; otherwise reports the dates that are wrong.
  func finish(into builder: inout ContributionBuilder, field: Int, _ metric: MetricID) {
    guard let first else { return }
    if isDayFirst {
      for (text, line) in lines {
        builder.add(
          Fault(.badPeriod(text, example: "14/02/2018, 2018-02-14, 2018-W07 or February 2018"), field), line: line)
      }
      return
    }
    builder.removeFigures(of: metric)
    builder.add(Fault(.monthFirst(first.text, rows: rows), field), line: first.line)
  }
}

extension Day {
  /// A date with the month before the day, as Americans write it: `02/14/2018`; `nil` for a date that can be day first.
  init?(monthFirst text: String) {
    guard Day(british: text) == nil else { return nil }
    let parts = MonthFirstDates.parts(text)
    guard parts.count == 3, let month = Int(parts[0]), let day = Int(parts[1]), let year = Int(parts[2]),
      parts[2].utf8.count == 4 || parts[2].utf8.count == 2
    else { return nil }
    self.init(year: parts[2].utf8.count == 2 ? 2000 + year : year, month: month, day: day)
  }
}
