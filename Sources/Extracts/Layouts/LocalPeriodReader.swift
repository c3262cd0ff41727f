import Metrics

/// Reads the periods of a local file.
struct LocalPeriodReader {
  private let layout: LocalLayout
  private let columns: LocalColumns
  /// The period of all rows; `nil` where the rows state it, or where it is not found.
  private let whole: Period?
  private var monthFirst = MonthFirstDates()
  private var hasSaid = false
  private static let example = "14/02/2018, 2018-02-14, 2018-W07 or February 2018"

  init(_ layout: LocalLayout, _ columns: LocalColumns, _ header: Header, _ file: SourceFile?) {
    self.layout = layout
    self.columns = columns
    switch layout.period {
    case .always(let period): whole = period
    case .pattern(let pattern, let place):
      let texts =
        place == .name
        ? LocalPeriodReader.names(of: file)
        : header.preamble.map { row in row.filter { !$0.isEmpty }.joined(separator: " ") }
      whole = PeriodPattern(pattern).period(in: texts)
    case .column, .yearAndMonth, .across: whole = nil
    }
  }

  /// The names of a file that may contain a period: that of the sheet first.
  private static func names(of file: SourceFile?) -> [String] {
    guard let file else { return [] }
    var name = file.name
    if let sheet = file.sheet, name.hasSuffix(":" + sheet.name) { name.removeLast(sheet.name.count + 1) }
    if let dot = name.lastIndex(of: ".") { name = String(name[..<dot]) }
    return (file.sheet.map { [$0.name] } ?? []) + [name]
  }

  /// The period of a row.
  mutating func period(_ record: Record) throws(Fault) -> Period {
    let period: Period
    switch columns.periods {
    case .column(let column): period = try read(record, column)
    case .yearAndMonth(let year, let month): period = .month(try read(record, year: year, month: month))
    case .elsewhere, .across:
      guard let whole else {
        if hasSaid { throw Fault(.saidOnce) }
        hasSaid = true
        if case .pattern(let pattern, let place) = layout.period {
          throw Fault(.noPeriodFor(pattern, isInName: place == .name))
        }
        throw Fault(.saidOnce)
      }
      period = whole
    }
    return rolledUp(period)
  }

  /// The period that a date stands for, as the layout says.
  func rolledUp(_ period: Period) -> Period {
    guard let cadence = layout.cadence, case .day = period else { return period }
    return period.rolledUp(to: cadence.grain) ?? period
  }

  private mutating func read(_ record: Record, _ column: Int) throws(Fault) -> Period {
    let text = record.text(column)
    if layout.isMonthFirst == true, let day = Day(american: text) { return .day(day) }
    let written = Period(written: text) ?? Month(published: text).map(Period.month)
    if written == nil, layout.isMonthFirst == nil, Day(monthFirst: text) != nil {
      monthFirst.note(text, line: record.line)
      throw Fault(.saidOnce)
    }
    if MonthFirstDates.isOnlyDayFirst(text) { monthFirst.isDayFirst = true }
    if written == nil, let number = Int(text), (1...12).contains(number) { throw Fault(.monthAlone(text), column) }
    guard let written, written != .undated, written.isOfOurTime else {
      throw Fault(.badPeriod(text, example: LocalPeriodReader.example), column)
    }
    return written
  }

  private func read(_ record: Record, year: Int, month: Int) throws(Fault) -> Month {
    let (yearText, monthText) = (record.text(year), record.text(month))
    if let month = Month(yearText: yearText, name: monthText), Period.month(month).isOfOurTime { return month }
    if let month = Month(yearText: "2017", name: monthText), Period.month(month).isOfOurTime {
      throw Fault(.badPartOfPeriod(yearText, "year", examples: ["2019", "2019/20"]), year)
    }
    throw Fault(.badPartOfPeriod(monthText, "month", examples: ["4", "April"]), month)
  }

  /// Adds what is known only at the end of the file.
  func finish(into builder: inout ContributionBuilder, _ metric: MetricID) {
    if case .column(let column) = columns.periods { monthFirst.finish(into: &builder, field: column, metric) }
  }
}

/// A text that contains a period: `ED return {period}`, `*week ending {period}*`.
struct PeriodPattern {
  /// The text before the period, in pieces that are separated by `*`.
  private let before: [String]

  init(_ text: String) {
    let parts = text.split(separator: "{", maxSplits: 1, omittingEmptySubsequences: false)
    before = parts[0].split(separator: "*").map { PeriodPattern.plain($0) }.filter { !$0.isEmpty }
  }

  /// Whether a pattern says where the period is.
  static func isValid(_ text: String) -> Bool {
    text.split(separator: "*").filter { $0.contains("{period}") }.count == 1
      && text.filter { $0 == "{" }.count == 1
  }

  /// The text in lower case, with single spaces.
  private static func plain(_ text: some StringProtocol) -> String {
    text.lowercased().split { " \t\u{A0}_".contains($0) }.joined(separator: " ")
  }

  /// The first period in these texts.
  func period(in texts: [String]) -> Period? {
    for text in texts {
      if let period = period(in: PeriodPattern.plain(text)[...]) { return period }
    }
    return nil
  }

  private func period(in text: Substring) -> Period? {
    var rest = text
    for piece in before {
      guard let found = PeriodPattern.end(of: piece, in: rest) else { return nil }
      rest = rest[found...]
    }
    // The longest run of words that is a period, from the first word that begins one.
    let words = rest.split { " ()[],:;".contains($0) }
    for start in words.indices {
      for end in stride(from: min(words.count, start + 4), to: start, by: -1) {
        let candidate = rest[words[start].startIndex..<words[end - 1].endIndex]
        if let period = Period(written: PeriodPattern.spelled(candidate)), period != .undated, period.isOfOurTime {
          return period
        }
      }
      // Without a text before it, the period may be anywhere; otherwise it follows that text directly.
      if !before.isEmpty { return nil }
    }
    return nil
  }

  /// The text with the capitals that a period needs: `M11`, `Q3`, `YTD` and `W07`.
  private static func spelled(_ text: Substring) -> String { text.uppercased() }

  private static func end(of piece: String, in text: Substring) -> Substring.Index? {
    var place = text.startIndex
    while place < text.endIndex {
      if text[place...].hasPrefix(piece) { return text.index(place, offsetBy: piece.count) }
      place = text.index(after: place)
    }
    return nil
  }
}

extension Day {
  /// A date with the month before the day: `02/14/2018`, `2/1/18`; `nil` for any other text, `2018-02-14` among them.
  init?(american text: String) {
    let parts = MonthFirstDates.parts(text)
    guard parts.count == 3, let month = Int(parts[0]), let day = Int(parts[1]), let year = Int(parts[2]),
      parts[0].utf8.count <= 2, parts[2].utf8.count == 4 || parts[2].utf8.count == 2
    else { return nil }
    self.init(year: parts[2].utf8.count == 2 ? 2000 + year : year, month: month, day: day)
  }
}
