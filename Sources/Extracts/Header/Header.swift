/// The row of a file that names its columns.
struct Header {
  /// The names as the file spells them, trimmed.
  let titles: [String]
  /// The names as far as they are compared.
  let names: [ColumnName]
  /// The line that it is on.
  private(set) var line: Int
  /// The rows above it, as text.
  private(set) var preamble: [[String]]
  private let positions: [ColumnName: Int]
  /// Which letters and signs of ASCII the names begin with, a bit for each two that are 64 apart.
  private let beginnings: UInt64

  /// The header in this record.
  init(_ record: Record, preamble: [[String]] = []) {
    self.init(titles: (0..<record.count).map { record.text($0) }, line: record.line, preamble: preamble)
  }

  /// A header with these names; its line is 0 for a file without a header.
  init(titles: [String], line: Int, preamble: [[String]] = []) {
    self.titles = titles
    self.line = line
    self.preamble = preamble
    names = titles.map { ColumnName($0) }
    namedCount = (names.lastIndex { !$0.text.isEmpty } ?? -1) + 1
    beginnings = names.reduce(0) { bits, name in name.text.utf8.first.map { bits | 1 << UInt64($0 & 63) } ?? bits }
    positions = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The same names on another line, with other rows above it.
  func moved(to line: Int, under preamble: [[String]]) -> Header {
    var header = self
    header.line = line
    header.preamble = preamble
    return header
  }

  /// The number of columns, including those without a name.
  var count: Int { names.count }
  /// The number of columns up to the last one that has a name.
  let namedCount: Int

  /// The first column with one of these names.
  func column(_ spellings: ColumnName...) -> Int? { column(spellings) }

  /// The first column with one of these names, the first name tried first.
  func column(_ spellings: [ColumnName]) -> Int? {
    for name in spellings {
      if let position = positions[name] { return position }
    }
    return nil
  }

  /// Whether no column can have a name that a layout spells so: none begins like it.
  func lacks(_ spelling: String) -> Bool {
    // Every header is held against every layout, and mostly lacks the first name it is asked for.
    guard spelling.utf8.allSatisfy({ $0 < 0x80 }), let first = spelling.utf8.first else { return false }
    switch first {
    case 0x41...0x5A, 0x61...0x7A: return beginnings & 1 << UInt64((first | 0x20) & 63) == 0
    default: return false
    }
  }

  /// Every column that has this name.
  func columns(_ name: ColumnName) -> [Int] { names.indices.filter { names[$0] == name } }

  /// The name that messages use for a column.
  func title(_ column: Int) -> String {
    guard column < titles.count, !titles[column].isEmpty else { return "column \(column + 1)" }
    return titles[column]
  }

  /// The text to the right of a word such as `Period:` above the header.
  func preambleValue(after word: String) -> String? {
    for row in preamble {
      guard let place = row.firstIndex(where: { ColumnName($0) == ColumnName(word) }) else { continue }
      return row[(place + 1)...].first { !$0.isEmpty }
    }
    return nil
  }

  /// Whether a record repeats the header.
  func isRepeated(by record: Record) -> Bool {
    guard record.count >= min(namedCount, 2), isFirst(record) else { return false }
    return (0..<min(namedCount, record.count)).allSatisfy { ColumnName(record.text($0)) == names[$0] }
  }

  /// Whether the first field equals that of the header: a quick test before the others are compared.
  private func isFirst(_ record: Record) -> Bool {
    let range = record.trimmed(0)
    guard range.count == titles[0].utf8.count else { return false }
    return zip(range, titles[0].utf8).allSatisfy { record.content[$0] == $1 }
  }
}
