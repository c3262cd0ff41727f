import Metrics

// The sheet "Provider Level Data" of the A&E workbook, saved as CSV. One row: one provider; the month is above the header.
//
//   Period:,June 2025                                             (and more, up to fourteen rows)
//   Code,Region,Name,Type 1 Departments - Major A&E,Type 2 …,Type 3 …,Total attendances,
//   [the three types,Total Attendances < 4 hours,]  the three types,Total Attendances > 4 hours,
//   Percentage in 4 hours or less (all),…,Emergency Admissions via Type 1 A&E,…,Other Emergency admissions …,
//   Number of patients spending >4 hours from decision to admit …,… >12 hours …
//   -,-,England,…                                                 (the total, first)
//
// The names of the types are repeated in each block; a block ends with its total.

extension Layout {
  /// The sheet by provider of the A&E workbook.
  static let aeByProvider = Layout(
    name: "A&E by provider", readsPreamble: true, refusal: AESheet.refusal, columns: AEByProvider.Columns.init,
    reader: { header, columns, _ in AEByProvider(header, columns) })
}

/// Reads rows of the sheet by provider of the A&E workbook.
struct AEByProvider: RowReader {
  private enum Kind: Equatable {
    case attendances(Int), within(Int), over(Int), admissions(Int), otherAdmissions, twelveHour, checked
  }

  /// The places of its columns; those in a block are found by the block's total.
  struct Columns {
    let code, name: Int

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      code = try columns.required("Code")
      name = try columns.required("Name")
      try columns.required("Type 1 Departments - Major A&E") { $0.starts(with: "Type 1 Departments") }
      try columns.required("Type 3 Departments - Other A&E/Minor Injury Unit") { $0.starts(with: "Type 3 Departments") }
      try columns.required("Total attendances")
      try columns.required("Total Attendances > 4 hours", "Total Attendances < 4 hours") {
        $0.starts(with: "Total Attendances >") || $0.starts(with: "Total Attendances <")
      }
    }
  }

  private let header: Header
  private let code: Int
  private let name: Int
  private let kinds: [Kind?]
  private var month: StatedMonth
  /// Whether it still has to be said that the sheet may be the one without booked appointments.
  private var isDoubtful: Bool
  private let sums: [RowSum]
  private var totals: ColumnTotals
  /// The place of each column's amount among those of a row; -1 for a column that is not summed.
  private let places: [Int]
  private var seen = DuplicateRows()

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    (code, name) = (columns.code, columns.name)
    isDoubtful = AESheet.cannotBeTold(header)
    kinds = AEByProvider.kinds(header)
    sums = AEByProvider.sums(header, kinds)
    let summed = kinds.indices.filter { [kinds] in kinds[$0] != nil }
    totals = ColumnTotals(columns: summed)
    var places = [Int](repeating: -1, count: header.count)
    for (place, column) in summed.enumerated() { places[column] = place }
    self.places = places
    month = StatedMonth(header, example: "June 2025")
  }

  var title: String {
    kinds.contains(.within(0)) ? "A&E by provider, with attendances under 4 hours" : "A&E by provider, to 2021"
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    month.report(header, &builder)
    if isDoubtful {
      builder.problems.add(.sheetUntold, .warning, line: header.line)
      isDoubtful = false
    }
    var amounts: [Amount] = []
    for column in totals.columns { amounts.append(try record.amount(column)) }
    if TotalName.isTotal(record, name) || TotalName.isTotal(record, code) {
      totals.state(amounts, line: record.line)
      return
    }
    if record.isBlank(code) || record.isBlank(name), amounts.allSatisfy({ $0 == .missing }) { throw Fault(.footnote) }
    var row = try row(amounts)
    for sum in sums { sum.compare(amounts, at: places, record, header, &builder) }
    try seen.note(record.key([code], month.period), amounts, columns: totals.columns, line: record.line, header: header)
    let organisation = try builder.organisation(record, code, name: name, role: .provider)
    totals.add(amounts)
    if TrialTrusts.took(part: builder.code(organisation), in: month.period) { row.leaveOutWaits() }
    row.add(to: &builder, organisation, month.period, line: record.line)
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    totals.finish(into: &builder, header: header, parts: "the providers")
  }

  private func row(_ amounts: [Amount]) throws(Fault) -> AERow {
    var row = AERow()
    var within = [Amount](repeating: .missing, count: 3)
    var overColumns = [Int?](repeating: nil, count: 3)
    for (amount, column) in zip(amounts, totals.columns) {
      switch kinds[column] {
      case .attendances(let department)?: row.attendances[department] = amount
      case .within(let department)?: within[department] = amount
      case .over(let department)?:
        row.over[department] = amount
        overColumns[department] = column
      case .admissions(let department)?: row.admissions[department] = amount
      case .otherAdmissions?: row.otherAdmissions = amount
      case .twelveHour?: row.twelveHour = amount
      case .checked?, nil: break
      }
    }
    for department in 0..<3 where row.over[department] == .missing {
      row.over[department] = AERow.difference(row.attendances[department], within[department])
    }
    try row.check(columns: overColumns)
    return row
  }

  /// What each column counts; percentages count nothing.
  private static func kinds(_ header: Header) -> [Kind?] {
    let blocks = blocks(header)
    return header.names.indices.map { column in
      let name = header.names[column]
      let department = (1...3).first { name.starts(with: "Type \($0) Departments") }
      if let department { return blocks[column].map { $0(department - 1) } }
      if name.starts(with: "Total") { return .checked }
      if name.contains("decision to admit") { return name.contains("12 hours") ? .twelveHour : .checked }
      if name.starts(with: "Other Emergency admissions") { return .otherAdmissions }
      guard name.starts(with: "Emergency Admissions via") else { return nil }
      return .admissions(name.contains("type 1") ? 0 : name.contains("type 2") ? 1 : 2)
    }
  }

  /// What the block of each column counts: the first total after the column says so.
  private static func blocks(_ header: Header) -> [((Int) -> Kind)?] {
    var block: ((Int) -> Kind)?
    var blocks: [((Int) -> Kind)?] = []
    for name in header.names.reversed() {
      if name.starts(with: "Total attendances") {
        block = name.contains("<") ? Kind.within : name.contains(">") ? Kind.over : Kind.attendances
      }
      blocks.append(block)
    }
    return blocks.reversed()
  }

  /// The totals of a row, and the columns that each should be the sum of.
  private static func sums(_ header: Header, _ kinds: [Kind?]) -> [RowSum] {
    func columns(_ wanted: (Kind) -> Bool) -> [Int] { kinds.indices.filter { kinds[$0].map(wanted) ?? false } }
    func total(_ name: ColumnName) -> Int? { header.names.firstIndex(of: name) }
    let attended = columns { if case .attendances = $0 { true } else { false } }
    let within = columns { if case .within = $0 { true } else { false } }
    let over = columns { if case .over = $0 { true } else { false } }
    let admitted = columns { if case .admissions = $0 { true } else { false } }
    let other = columns { $0 == .otherAdmissions }
    var sums = [
      RowSum(total: total("Total attendances"), parts: attended, words: "the types"),
      RowSum(total: total("Total Attendances < 4 hours"), parts: within, words: "the types"),
      RowSum(total: total("Total Attendances > 4 hours"), parts: over, words: "the types"),
      RowSum(total: total("Total Emergency Admissions via A&E"), parts: admitted, words: "the types"),
      RowSum(total: total("Total Emergency Admissions"), parts: admitted + other, words: "those via A&E and others"),
    ]
    for department in 0..<3 where !within.isEmpty {
      let parts = columns { $0 == .within(department) || $0 == .over(department) }
      sums.append(
        RowSum(
          total: kinds.firstIndex(of: .attendances(department)), parts: parts, words: "those under and over 4 hours",
          counted: "all of them, and those over 4 hours,"))
    }
    return sums
  }
}

/// A column of a row that states the sum of other columns.
struct RowSum {
  /// The column of the total; `nil` where the file has none.
  let total: Int?
  let parts: [Int]
  /// What the parts are called.
  let words: String
  /// What is used where the two differ; `nil` for the parts.
  var counted: String?

  /// Compares the total of a row with its parts, where all of them are known; `places` gives the place of each column's
  /// amount.
  func compare(
    _ amounts: [Amount], at places: [Int], _ record: Record, _ header: Header, _ builder: inout ContributionBuilder
  ) {
    func amount(_ column: Int) -> Amount { places[column] < 0 ? .missing : amounts[places[column]] }
    guard let total, let stated = amount(total).count,
      let summed = parts.reduce(Amount.missing, { $0 + amount($1) }).count, stated != summed
    else { return }
    builder.problems.add(
      .rowTotalDiffers(stated: stated.ratio, summed: summed.ratio, parts: words, counted: counted), .warning,
      line: record.line, field: total, title: header.title(total))
  }
}
