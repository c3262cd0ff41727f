import Metrics

/// A column of months as published files write them.
///
/// `MSitAE-MAY-2024`, `RTT-November-2024`, `March 2019`, `2024-11-01`, `01/10/2025`; or a column `Year` with `2016-17`
/// beside a `Period Name` with `OCTOBER`, or beside a `Month` with `10`.
struct PeriodColumn {
  private let column: Int
  private let nameColumn: Int?
  private let example: String
  private var lastBytes: [UInt8] = []
  private var lastName: [UInt8] = []
  private var lastPeriod = Period.undated

  /// The columns in which the files of a layout state the month.
  enum Form {
    /// One column, `Period`.
    case period
    /// `Year`, and beside it `Period Name` or `Month`.
    case yearAndMonth
    /// Either of them; `Period` where a file has both.
    case either
  }

  /// The column or columns of the month; `example` is a month as messages quote it.
  init(_ columns: inout ColumnBinder, _ form: Form, example: String) throws(MissingColumn) {
    self.example = example
    switch form {
    case .period: (column, nameColumn) = (try columns.required("Period"), nil)
    case .yearAndMonth: (column, nameColumn) = (try columns.required("Year"), try columns.required("Month"))
    case .either where columns.optional("Period") == nil && columns.optional("Year") != nil:
      (column, nameColumn) = (try columns.required("Year"), try columns.required("Period Name", "Month"))
    case .either: (column, nameColumn) = (try columns.required("Period", "Year"), nil)
    }
  }

  /// The month of a row.
  mutating func period(_ record: Record) throws(Fault) -> Period {
    if isLast(record) { return lastPeriod }
    let text = record.text(column)
    let month = nameColumn.map { Month(yearText: text, name: record.text($0)) } ?? Month(published: text)
    guard let month, Period.month(month).isOfOurTime else { throw fault(record) }
    lastBytes = Array(record.content[record.range(column)])
    lastName = nameColumn.map { Array(record.content[record.range($0)]) } ?? []
    lastPeriod = .month(month)
    return lastPeriod
  }

  /// The fault: the period, or the wrong one of two columns.
  private func fault(_ record: Record) -> Fault {
    let text = record.text(column)
    guard let nameColumn else { return Fault(.badPeriod(text, example: example), column) }
    let name = record.text(nameColumn)
    if let month = Month(yearText: "2017", name: name), Period.month(month).isOfOurTime {
      return Fault(.badPartOfPeriod(text, "year", examples: ["2016-17", "2017"]), column)
    }
    return Fault(.badPartOfPeriod(name, "month", examples: ["OCTOBER", "10"]), nameColumn)
  }

  /// The columns that it reads.
  var columns: [Int] { [column] + (nameColumn.map { [$0] } ?? []) }

  /// The period of the row before, if its columns had these bytes.
  func last(_ bytes: UnsafeRawBufferPointer, _ name: UnsafeRawBufferPointer?) -> Period? {
    let isSame =
      !lastBytes.isEmpty && bytes.elementsEqual(lastBytes) && (name.map { $0.elementsEqual(lastName) } ?? true)
    return isSame ? lastPeriod : nil
  }

  /// Whether a row has the period of the row before, as nearly every row does.
  private func isLast(_ record: Record) -> Bool {
    guard !lastBytes.isEmpty, record.field(column, isExactly: lastBytes) else { return false }
    return nameColumn.map { record.field($0, isExactly: lastName) } ?? true
  }
}

extension Month {
  /// A month as a published file writes it, whatever comes before it; `nil` when the text names none.
  init?(published text: String) {
    let words = text.split { " -/_.,".contains($0) }
    if let place = words.firstIndex(where: { Month.number(named: $0) != nil }) {
      guard let number = Month.number(named: words[place]),
        let year = words.compactMap({ Month.year($0) }).first
      else { return nil }
      self.init(year: year, month: number)
      return
    }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count else { return nil }
    switch words.map(\.utf8.count) {
    case [4, 2]: self.init(year: numbers[0], month: numbers[1])
    case [4, 2, 2] where Day(year: numbers[0], month: numbers[1], day: numbers[2]) != nil:
      self.init(year: numbers[0], month: numbers[1])
    case [2, 2, 4] where Day(year: numbers[2], month: numbers[1], day: numbers[0]) != nil,
      [1, 2, 4] where Day(year: numbers[2], month: numbers[1], day: numbers[0]) != nil:
      self.init(year: numbers[2], month: numbers[1])
    default: return nil
    }
  }

  /// A month of the NHS year `2016-17` by its name, or of the calendar year `2017` by its number.
  init?(yearText: String, name: String) {
    if let year = NHSYear(published: yearText) ?? NHSYear(yearText), let number = Month.number(named: name) {
      self = year.firstMonth.advanced(by: (number + 8) % 12)
    } else if let year = Int(yearText), let number = Month.number(named: name) ?? Int(name) {
      self.init(year: year, month: number)
    } else {
      return nil
    }
  }

  private static func year(_ word: Substring) -> Int? {
    guard let number = Int(word), number > 0 else { return nil }
    return word.utf8.count == 4 ? number : word.utf8.count == 2 ? 2000 + number : nil
  }
}

extension Period {
  /// Whether its year is plausible for a figure; `true` for an undated period. The year 19 is an abbreviation, and is
  /// refused.
  var isOfOurTime: Bool { firstDay.map { (1900...2199).contains($0.month.year) } ?? true }
}
