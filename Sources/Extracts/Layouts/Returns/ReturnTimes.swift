import Metrics

/// The period of each column of a sheet.
struct ReturnTimes {
  /// The period of each column; `nil` where it has none.
  let periods: [Period?]
  /// Why the figures are undated; `nil` where they are not.
  let problem: ExtractProblem?

  init(_ header: Header, _ when: ReturnForm.When) {
    switch when {
    case .days: self.init(periods: ReturnTimes.days(header), problem: nil)
    case .month(let words):
      self.init(header, words, example: "July 2025") { Month(published: $0).map(Period.month) }
    case .quarter:
      self.init(header, ["Period:"], example: "Quarter 1, 2025-26") { ReturnTimes.quarter($0) }
    }
  }

  private init(periods: [Period?], problem: ExtractProblem?) {
    self.periods = periods
    self.problem = problem
  }

  private init(_ header: Header, _ words: [String], example: String, read: (String) -> Period?) {
    let text = words.lazy.compactMap { header.preambleValue(after: $0) }.first
    let period = text.flatMap(read).flatMap { $0.isOfOurTime ? $0 : nil }
    let problem = text.map { ExtractProblem.badPeriod($0, example: example) } ?? .noPeriodAnywhere
    self.init(periods: header.names.map { _ in period ?? .undated }, problem: period == nil ? problem : nil)
  }

  /// The days in the last row above the header that has any; a day applies to the columns up to the next day.
  private static func days(_ header: Header) -> [Period?] {
    let rows = header.preamble.map { row in row.map { day($0) } }
    let row = rows.last { $0.contains { $0 != nil } } ?? []
    var last: Period?
    return header.names.indices.map { place in
      if place < row.count, let day = row[place] { last = day }
      return last
    }
  }

  /// A day as a workbook writes it; a day in the format of a month is the first of that month.
  private static func day(_ text: String) -> Period? {
    guard text.first?.isNumber == true else { return nil }
    switch Period(written: text) {
    case .day(let day)?: return .day(day)
    case .month(let month)? where text.utf8.contains(UInt8(ascii: "-")): return .day(month.firstDay)
    default: return nil
    }
  }

  /// `Quarter 1, 2025-26 (April to June 2025)`, or the months alone, `April to June 2025`.
  private static func quarter(_ text: String) -> Period? {
    let words = text.split { " ,()".contains($0) }
    if words.count == 4, words[1] == "to", let first = Month(published: "\(words[0]) \(words[3])"),
      let last = Month(published: "\(words[2]) \(words[3])")
    {
      return quarter(from: first, to: last)
    }
    guard let place = words.firstIndex(where: { $0.lowercased() == "quarter" }), place + 2 < words.count,
      let number = Int(words[place + 1]), let year = NHSYear(published: words[place + 2]) ?? NHSYear(words[place + 2])
    else { return nil }
    return Quarter(year: year, number: number).map(Period.quarter)
  }

  /// The quarter of these months; `nil` for months that are no quarter.
  private static func quarter(from first: Month, to last: Month) -> Period? {
    (1...4).lazy.compactMap { Quarter(year: first.nhsYear, number: $0) }
      .first { $0.firstMonth == first && $0.lastMonth == last }.map(Period.quarter)
  }
}

extension Header {
  /// The group of each column: the text in the row above the header, above the column or to its left.
  var groups: [ColumnName] {
    let above = preamble.last ?? []
    var last = ColumnName("")
    return names.indices.map { place in
      if place < above.count, !above[place].isEmpty { last = ColumnName(above[place]) }
      return last
    }
  }
}
