import Metrics
import Statistics

/// A CSV of series for control charts: a row for each date, with `date`, `value` and optionally `series_id`, `target`,
/// `improvement_direction`, `fix_after_n_points`, `screen_outliers` and `rebase_dates`. Dates may be in any order.
///
/// A series with a row that cannot be read is left out completely, because limits calculated from the rest would be
/// wrong.
public struct SeriesFile: Sendable {
  /// The series, in the order they first appear.
  public private(set) var series: [DatedSeries] = []
  /// The problems, in the order of the file.
  public private(set) var problems: [Problem] = []
  private let file: String
  private var rows: [String: [SeriesRow]] = [:]
  private var order: [String] = []
  private var broken: Set<String> = []

  /// Reads a whole file.
  public init(_ bytes: [UInt8], name: String) {
    file = name
    bytes.withUnsafeBytes { all in
      let start = all.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      readRows(UnsafeRawBufferPointer(rebasing: all[start...]))
    }
    for name in order where !broken.contains(name) { gather(name) }
    problems.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }

  /// Whether anything had to be left out.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }

  private mutating func report(_ fault: SeriesFault, line: Int? = nil, column: Int? = nil) {
    let sentence = fault.sentence
    problems.append(
      Problem(
        fault.severity, file: file, line: line, column: column.map { $0 + 1 }, sentence.message,
        expected: sentence.expected, fix: sentence.fix))
  }

  private mutating func readRows(_ bytes: UnsafeRawBufferPointer) {
    var splitter = RecordSplitter(separator: SeriesFile.separator(of: bytes))
    var record = Record()
    var position = 0
    func next() -> Bool {
      record.clear()
      return splitter.next(in: bytes, from: &position, into: &record) || splitter.finish(into: &record)
    }
    guard next() else { return report(.empty) }
    let columns = SeriesColumns(record)
    let (header, width) = (record.line, record.count)
    for name in columns.missing { report(.noColumn(name.rawValue), line: header) }
    for (place, title, meant) in columns.misspelt {
      report(.misspelt(title, meant: meant.rawValue), line: header, column: place)
    }
    guard columns.missing.isEmpty else { return }
    while next() {
      if !record.isBlank { read(record, columns, width: width) }
    }
    if splitter.isInsideQuotes { report(.unclosedQuote, line: splitter.quoteLine) }
    if order.isEmpty, problems.isEmpty { report(.noRows, line: header) }
  }

  /// The separator between most fields of the header.
  private static func separator(of bytes: UnsafeRawBufferPointer) -> UInt8 {
    let header = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    return candidates.max { left, right in header.count { $0 == left } < header.count { $0 == right } } ?? 0x2C
  }

  private mutating func read(_ record: Record, _ columns: SeriesColumns, width: Int) {
    let name = columns[.series].map { record.text($0) } ?? ""
    if rows[name] == nil {
      rows[name] = []
      order.append(name)
    }
    if record.count < width {
      broken.insert(name)
      return report(.fewFields(record.count, of: width), line: record.line)
    }
    do throws(SeriesRow.Wrong) {
      rows[name]?.append(try SeriesRow(record, columns))
    } catch {
      broken.insert(name)
      report(error.fault, line: record.line, column: columns[error.column])
    }
    if let first = rows[name]?.first, let last = rows[name]?.last, first.settings != last.settings {
      let changed = SeriesColumns.Name.allCases.first { first.settings[$0] != last.settings[$0] } ?? .improvement
      broken.insert(name)
      report(
        .changes(last.settings[changed] ?? "", column: changed.rawValue, firstLine: first.line), line: last.line,
        column: columns[changed])
    }
  }

  /// Makes a series from its rows.
  private mutating func gather(_ name: String) {
    let sorted = (rows[name] ?? []).sorted { $0.period < $1.period }
    guard let first = rows[name]?.first, let latest = sorted.last else { return }
    for (row, next) in zip(sorted, sorted.dropFirst()) where row.period == next.period {
      let (earlier, later) = row.line < next.line ? (row, next) : (next, row)
      return report(.repeatedDate(row.period.text, firstLine: earlier.line), line: later.line)
    }
    if let other = sorted.first(where: { $0.target != latest.target }), let target = latest.target {
      report(.targetChanges("\(target)", series: name), line: other.line)
    }
    let periods = sorted.map(\.period)
    let (dates, rebases) = (Set(periods), Set(first.rebases))
    for date in first.rebases where !dates.contains(date) {
      report(.noSuchRebase(date.text, series: name), line: first.line)
    }
    series.append(
      DatedSeries(
        name: name, periods: periods, values: sorted.map(\.value),
        options: ControlChartOptions(
          improvement: first.improvement, baseline: first.baseline, screensOutliers: first.screensOutliers,
          rebaseIndices: periods.indices.filter { rebases.contains(periods[$0]) }, target: latest.target)))
  }
}
