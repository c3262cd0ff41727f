import Metrics

/// A table that no layout describes yet: the rows of a CSV, or of a sheet.
public struct DraftTable: Sendable {
  /// The file's name.
  let file: String
  /// The sheet; `nil` for a CSV.
  let sheet: String?
  /// The layout that already reads it; empty where none does.
  let layout: String
  /// The rows above the header, each as one text.
  let above: [String]
  /// The line of the header, counted from 1.
  let headerLine: Int
  /// The columns that have a unique name.
  let columns: [DraftColumn]
  /// How many rows it has.
  let count: Int

  /// A table of these bytes; `nil` where no row looks like a header.
  public init?(file: String, sheet: String? = nil, layout: String = "", bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let best = [",", ";", "\t", "|"].map { DraftTable.rows(text, separator: $0) }
      .max { DraftTable.width($0) < DraftTable.width($1) }
    guard let rows = best, let header = DraftTable.header(of: rows) else { return nil }
    self.file = file
    self.sheet = sheet
    self.layout = layout
    headerLine = header + 1
    above = rows[..<header].map { row in row.filter { !$0.isEmpty }.joined(separator: " ") }
    let data = rows[(header + 1)...].filter { row in row.filter { !$0.isEmpty }.count > 1 }
    count = data.count
    var seen: Set<ColumnName> = []
    columns = rows[header].enumerated().compactMap { place, title in
      guard !title.isEmpty, seen.insert(ColumnName(title)).inserted else { return nil }
      return DraftColumn(title, data.map { $0.count > place ? $0[place] : "" })
    }
  }

  private static func rows(_ bytes: [UInt8], separator: String) -> [[String]] {
    bytes.withUnsafeBytes { block in
      var splitter = RecordSplitter(separator: separator.utf8.first ?? 0x2C)
      var record = Record()
      var position = 0
      var rows: [[String]] = []
      while rows.count < 5_000,
        splitter.next(in: block, from: &position, into: &record) || splitter.finish(into: &record)
      {
        // An empty line is a row too, because the header is identified by its line.
        rows.append((0..<record.count).map { record.text($0) })
        record.clear()
      }
      return rows
    }
  }

  /// The number of fields that most of the first rows have.
  private static func width(_ rows: [[String]]) -> Int {
    rows.prefix(40).map(\.count).sorted().dropFirst(min(rows.count, 40) / 2).first ?? 0
  }

  /// The first of the longest rows of names. A row of names has no numbers, but it may have months.
  private static func header(of rows: [[String]]) -> Int? {
    func names(_ row: [String]) -> Int {
      row.filter { !$0.isEmpty && (DraftColumn.number($0) == nil || Period(written: $0) != nil) }.count
    }
    let first = rows.prefix(40)
    let most = first.map(names).max() ?? 0
    guard most > 1 else { return nil }
    return first.indices.first { place in
      let row = rows[place]
      return names(row) * 10 >= most * 8 && names(row) == row.filter { !$0.isEmpty }.count && names(row) > 1
    }
  }
}

/// A column of a table, and what its values look like.
struct DraftColumn: Sendable {
  let title: String
  /// Its values, including empty ones.
  let values: [String]
  /// The values that are not empty.
  let filled: [String]

  init(_ title: String, _ values: [String]) {
    self.title = title
    self.values = values
    filled = values.filter { !$0.isEmpty }
  }

  /// The name in lower case, without punctuation.
  var name: String { ColumnName(title).text }

  /// Whether the name contains one of these words.
  func says(_ words: String...) -> Bool { words.contains { name.contains($0) } }

  private func most(_ test: (String) -> Bool) -> Bool {
    !filled.isEmpty && filled.filter(test).count * 10 >= filled.count * 8
  }

  /// Whether the values are periods; plain years and plain numbers are not.
  var isPeriod: Bool { most { DraftColumn.period($0) != nil } }
  /// Whether the values are numbers, suppressed ones included.
  var isNumber: Bool { !isPeriod && most { DraftColumn.number($0) != nil || ["*", "-"].contains($0) } }
  /// Whether the values are NHS organisation codes.
  var isCode: Bool {
    most { text in
      let code = CodeSpelling.stripped(text)
      return (3...6).contains(code.utf8.count)
        && code.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        && (code.utf8.count == 3 || code.utf8.contains { (0x30...0x39).contains($0) })
        && DraftColumn.number(text) == nil
    }
  }
  /// Whether at least one date can only be month first.
  var isMonthFirst: Bool {
    filled.contains { Day(monthFirst: $0) != nil } && !filled.contains { MonthFirstDates.isOnlyDayFirst($0) }
  }
  /// Whether every number is whole.
  var isWhole: Bool { filled.allSatisfy { DraftColumn.number($0).map { $0.whole != nil } ?? true } }
  /// Whether the values are percentages, possibly written as fractions.
  var isPercent: Bool { says("%", "percent", "perf") || most { $0.hasSuffix("%") } }
  var isFraction: Bool {
    let numbers = filled.compactMap { $0.hasSuffix("%") ? nil : DraftColumn.number($0) }
    return !numbers.isEmpty && !isWhole && numbers.allSatisfy { $0.ratio >= .zero && $0.ratio <= Ratio(1) }
  }
  /// The distinct values, in the order in which they come.
  var kinds: [String] {
    var seen: Set<String> = []
    return filled.filter { seen.insert($0.lowercased()).inserted }
  }

  static func period(_ text: String) -> Period? {
    if Int(text) != nil, text.utf8.count != 6 { return nil }
    let period = Period(written: text) ?? Day(monthFirst: text).map(Period.day)
    guard let period, period != .undated, period.isOfOurTime else { return nil }
    return period
  }

  static func number(_ text: String) -> Decimal? {
    var text = text.filter { $0 != "," && $0 != "£" && $0 != " " }
    if text.hasSuffix("%") { text.removeLast() }
    if text.hasPrefix("("), text.hasSuffix(")") { text = "-" + text.dropFirst().dropLast() }
    return Decimal(text)
  }
}
