import Metrics
import Statistics

/// One row of a CSV of series: a date with its value, and the settings of its series.
struct SeriesRow {
  let line: Int
  let name: String
  let period: Period
  let value: Double?
  let target: Double?
  /// The texts of the settings, which must be the same on every row of a series.
  let settings: [SeriesColumns.Name: String]
  let improvement: ImprovementDirection
  let baseline: Int?
  let screensOutliers: Bool
  let rebases: [Period]

  /// A problem in a row, and its column.
  struct Wrong: Error {
    let fault: SeriesFault
    let column: SeriesColumns.Name
  }

  /// Reads a record.
  init(_ record: Record, _ columns: SeriesColumns) throws(Wrong) {
    func text(_ name: SeriesColumns.Name) -> String { columns[name].map { record.text($0) } ?? "" }
    line = record.line
    name = text(.series)
    guard let period = Period(text(.date)), period != .undated else {
      throw Wrong(fault: .notDate(text(.date)), column: .date)
    }
    self.period = period
    value = try SeriesRow.number(text(.value), .value)
    target = try SeriesRow.number(text(.target), .target)
    improvement = try SeriesRow.word(text(.improvement), .improvement, ImprovementDirection.allCases) ?? .increase
    screensOutliers = try SeriesRow.truth(text(.screening)) ?? true
    baseline = try SeriesRow.baseline(text(.baseline))
    rebases = try SeriesRow.dates(text(.rebases))
    settings = Dictionary(
      uniqueKeysWithValues: [.improvement, .baseline, .screening, .rebases].map { ($0, text($0).lowercased()) })
  }

  /// A number as written, to the nearest double; `nil` for an empty cell, and for `NA`, which R writes.
  private static func number(_ text: String, _ column: SeriesColumns.Name) throws(Wrong) -> Double? {
    if text.isEmpty || text == "NA" { return nil }
    let plain = text.contains(",") && Decimal(printed: Array(text.utf8)[...]) != nil ? text.filter { $0 != "," } : text
    let isPlain = plain.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
    guard isPlain, let number = Double(plain), number.magnitude <= 1e200 else {
      throw Wrong(fault: .notNumber(text, column: column.rawValue), column: column)
    }
    return number
  }

  private static func word<Word: RawRepresentable<String>>(
    _ text: String, _ column: SeriesColumns.Name, _ words: [Word]
  ) throws(Wrong) -> Word? {
    if text.isEmpty { return nil }
    if let word = words.first(where: { $0.rawValue == text.lowercased() }) { return word }
    throw Wrong(
      fault: .unknownWord(text, column: column.rawValue, known: words.map(\.rawValue)), column: column)
  }

  private static func truth(_ text: String) throws(Wrong) -> Bool? {
    switch text.lowercased() {
    case "": return nil
    case "true", "t": return true
    case "false", "f": return false
    default:
      throw Wrong(
        fault: .unknownWord(text, column: SeriesColumns.Name.screening.rawValue, known: ["TRUE", "FALSE"]),
        column: .screening)
    }
  }

  /// A baseline of twelve points or more; fractions are ignored.
  private static func baseline(_ text: String) throws(Wrong) -> Int? {
    guard let number = try number(text, .baseline) else { return nil }
    guard number >= Double(ControlChartOptions.shortestBaseline), number < 1e9 else {
      throw Wrong(fault: .baseline(text), column: .baseline)
    }
    return Int(number)
  }

  private static func dates(_ text: String) throws(Wrong) -> [Period] {
    var dates: [Period] = []
    for part in text.split(separator: ";") {
      guard let period = Period(part), period != .undated else {
        throw Wrong(fault: .notDate(String(part)), column: .rebases)
      }
      dates.append(period)
    }
    return dates
  }
}
