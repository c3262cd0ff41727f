import Metrics

/// The columns that all of sitrep's own layouts have: the organisation, the period and the document.
struct OwnColumns {
  /// The column of the period: `period`, or `year`.
  let time: Int
  private let organisation: Int
  private let source: Int?
  private let note: Int?

  /// The columns of a layout that calls a period by this name.
  init(_ columns: inout ColumnBinder, time name: String = "period") throws(MissingColumn) {
    organisation = try columns.required("organisation")
    time = try columns.required(name)
    source = columns.optional("source")
    note = columns.optional("note")
  }

  /// The column that states the organisation.
  var organisationColumn: Int { organisation }
  /// Whether a row is about all organisations of its file.
  func isTotal(_ record: Record) -> Bool { TotalName.isTotal(record, organisation) }
  /// Whether a row names England.
  func isEngland(_ record: Record) -> Bool { TotalName.isEngland(record, organisation) }

  /// The number of the row's organisation.
  func organisation(_ record: Record, _ builder: inout ContributionBuilder) throws(Fault) -> Int {
    try builder.organisation(record, organisation)
  }

  /// The period of a row.
  func period(_ record: Record) throws(Fault) -> Period {
    guard let period = writtenPeriod(record) else { throw badPeriod(record) }
    return period
  }

  /// The period of a row; `nil` where none is written there.
  func writtenPeriod(_ record: Record) -> Period? {
    Period(written: record.text(time)).flatMap { $0.isOfOurTime ? $0 : nil }
  }

  /// What is said of a row without a period.
  func badPeriod(_ record: Record) -> Fault {
    Fault(.badPeriod(record.text(time), example: "2018-02-14, 2018-W07, 2018-02, 2017/18 Q3 or 2017/18"), time)
  }

  /// The month of a row: the March of a year, the last month of a quarter.
  func month(_ record: Record) throws(Fault) -> Month {
    guard let period = Period(written: record.text(time)), let month = period.month, period.grain >= .month,
      period.isOfOurTime
    else {
      throw Fault(.badPeriod(record.text(time), example: "2018-02 or 2017/18 M11"), time)
    }
    return month
  }

  /// The document that a row names; empty where it names none.
  func document(_ record: Record) -> String { source.map { record.text($0) } ?? "" }

  /// Keeps the document and note that a row names.
  func keepDocument(_ record: Record, _ builder: inout ContributionBuilder) {
    let texts = [document(record), note.map { record.text($0) } ?? ""].filter { !$0.isEmpty }
    if !texts.isEmpty { builder.documents[record.line] = texts.joined(separator: "; ") }
  }
}

/// Columns of money, and the column that states their unit.
struct MoneyColumns {
  private let unit: Int?

  init(_ columns: ColumnBinder) { self.init(unit: columns.optional("unit")) }

  /// The columns of a file whose unit is in this column; `nil` where no column states it.
  init(unit: Int?) { self.unit = unit }

  /// The unit of a row: £m where none is stated.
  func unit(_ record: Record) throws(Fault) -> Money.Unit {
    guard let unit else { return .millions }
    switch record.text(unit).lowercased() {
    case "", "£m", "m": return .millions
    case "£000", "£'000", "£’000", "£k", "000": return .thousands
    case "£", "gbp": return .pounds
    default: throw Fault(.unknownWord(record.text(unit), expected: "£m, £000 or £"), unit)
    }
  }

  /// The amount in a column; `nil` for an empty cell, a dash, or a column that the file does not have.
  func amount(_ record: Record, _ column: Int?, _ unit: Money.Unit) throws(Fault) -> Money? {
    guard let column else { return nil }
    let text = record.text(column)
    if text.utf8.count <= 3, text.isEmpty || ["-", "–", "—"].contains(text) { return nil }
    guard let pointed = record.amountText(column), MoneyColumns.hasGoodSeparators(pointed),
      let money = Money(pointed, unit: unit)
    else {
      throw record.damage(column) ?? Fault(.notAmount(text), column)
    }
    return money
  }

  /// Whether every comma is followed by three digits, so that `1,00.5` is not read as a number.
  private static func hasGoodSeparators(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return true }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return parts.dropFirst().allSatisfy { part in
      let digits = part.utf8.prefix { (0x30...0x39).contains($0) }.count
      return digits == 3
    } && (parts.count == 1 || parts[0].utf8.contains { (0x30...0x39).contains($0) })
  }
}
