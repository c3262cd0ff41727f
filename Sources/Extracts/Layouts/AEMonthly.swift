import Metrics

// A&E monthly by provider. One row: one provider, one month.
//
//   Period,Org Code,Parent Org,Org name,A&E attendances Type 1,… Type 2,… Other A&E Department,
//   [the same three, Booked Appointments,]  Attendances over 4hrs Type 1,… Type 2,… Other Department,
//   [the same three, Booked Appointments,]  Patients who have waited 4-12 hs …,… 12+ hrs …,
//   Emergency admissions via A&E - Type 1,… Type 2,… Other A&E department,Other emergency admissions
//
// Booked appointments are additional patients and are added. A row TOTAL, in any spelling, is the sum of all rows or of
// the month that it names. For 2015–19 it is reported, but was not seen, that a file states the patients seen in time
// instead:
//
//   Period,Org Code,…,Number of attendances within 4 hours Type 1,… Type 2,… Other A&E Department,…   (Period: March 2019)

extension Layout {
  /// A&E monthly by provider, in all its versions.
  static let aeMonthly = Layout(
    name: "A&E monthly", columns: AEMonthly.Columns.init, reader: { header, columns, _ in AEMonthly(header, columns) })
}

/// Reads A&E monthly rows.
struct AEMonthly: RowReader {
  /// The places of its columns; `counts` says what each column counts.
  struct Columns {
    let period: PeriodColumn
    let organisation: Int
    let name: Int?
    let counts: [Column?]

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      period = try PeriodColumn(&columns, .period, example: "MSitAE-FEBRUARY-2018")
      organisation = try columns.required("Org Code")
      name = columns.optional("Org name")
      counts = columns.header.names.map { Column($0) }
      try require("A&E attendances Type 1", "Number of A&E attendances Type 1", .attendances, 0, &columns)
      try require("A&E attendances Type 2", "Number of A&E attendances Type 2", .attendances, 1, &columns)
      try require(
        "A&E attendances Other A&E Department", "Number of A&E attendances Other A&E Department", .attendances, 2,
        &columns)
      try require("Attendances over 4hrs Type 1", "Number of attendances over 4hrs Type 1", .over, 0, &columns)
      try require("Attendances over 4hrs Type 2", "Number of attendances over 4hrs Type 2", .over, 1, &columns)
      try require(
        "Attendances over 4hrs Other Department", "Number of attendances over 4hrs Other A&E Department", .over, 2,
        &columns)
    }

    /// Requires a column that counts something for a department; the number seen in time is accepted instead of the
    /// breaches.
    private func require(
      _ spelling: String, _ older: String, _ kind: Column.Kind, _ department: Int, _ columns: inout ColumnBinder
    ) throws(MissingColumn) {
      let place = counts.firstIndex { column in
        guard let column, !column.isBooked, column.department == department else { return false }
        return column.kind == kind || (kind == .over && column.kind == .within)
      }
      _ = try columns.required(spelling, older, at: place)
    }
  }

  private let header: Header
  private let organisation: Int
  private let name: Int?
  private var period: PeriodColumn
  private let columns: [Column?]
  private var totals: ColumnTotals
  /// The same for each month, for the total rows that name one.
  private var months: [Period: ColumnTotals] = [:]
  private var monthOrder: [Period] = []
  private var seen = DuplicateRows()

  init(_ header: Header, _ places: Columns) {
    self.header = header
    (organisation, name, period) = (places.organisation, places.name, places.period)
    columns = places.counts
    totals = ColumnTotals(columns: places.counts.indices.filter { places.counts[$0] != nil })
  }

  var title: String {
    if columns.contains(where: { $0?.isBooked == true }) { return "A&E monthly, from August 2020" }
    if columns.contains(where: { $0?.kind == .within }) { return "A&E monthly, within 4 hours" }
    let isOldest = header.names.contains { $0.starts(with: "Number of A&E attendances") }
    return isOldest ? "A&E monthly, to March 2020" : "A&E monthly, April to July 2020"
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    var amounts: [Amount] = []
    for column in totals.columns { amounts.append(try record.amount(column)) }
    if isTotal(record) {
      state(amounts, record)
      return
    }
    let month = try period.period(record)
    var row = try AERow(record, amounts, columns: totals.columns, kinds: columns)
    try seen.note(
      record.key([organisation], month), amounts, columns: totals.columns, line: record.line, header: header)
    let place = try builder.organisation(record, organisation, name: name, role: .provider)
    totals.add(amounts)
    addMonth(month)
    months[month]?.add(amounts)
    if TrialTrusts.took(part: builder.code(place), in: month) { row.leaveOutWaits() }
    row.add(to: &builder, place, month, line: record.line)
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    totals.finish(into: &builder, header: header, parts: "the providers")
    for month in monthOrder { months[month]?.finish(into: &builder, header: header, parts: "the providers") }
  }

  private func isTotal(_ record: Record) -> Bool {
    TotalName.isTotal(record, organisation)
      || period.columns.contains { record.field($0, isLowercased: "total") }
  }

  /// Records a total row, under its month where it names one.
  private mutating func state(_ amounts: [Amount], _ record: Record) {
    guard let month = try? period.period(record) else {
      totals.state(amounts, line: record.line)
      return
    }
    addMonth(month)
    months[month]?.state(amounts, line: record.line)
  }

  private mutating func addMonth(_ month: Period) {
    guard months[month] == nil else { return }
    monthOrder.append(month)
    months[month] = ColumnTotals(columns: totals.columns)
  }
}

extension AEMonthly {
  /// What a column of numbers counts.
  struct Column {
    /// What is counted.
    enum Kind {
      case attendances, over, within, twelveHour, fourToTwelveHour, admissions, otherAdmissions
    }

    let kind: Kind
    /// 0 for type 1, 1 for type 2, 2 for the others.
    let department: Int
    let isBooked: Bool

    /// The column with this name; `nil` for a column that counts nothing.
    init?(_ name: ColumnName) {
      guard let kind = Column.kind(name) else { return nil }
      self.kind = kind
      isBooked = name.contains("booked")
      department = name.contains("type 1") ? 0 : name.contains("type 2") ? 1 : 2
      let namesDepartment = department < 2 || name.contains("other") || name.contains("type 3")
      if [.attendances, .over, .within].contains(kind), !namesDepartment { return nil }
    }

    private static func kind(_ name: ColumnName) -> Kind? {
      if name.contains("dta") { return name.contains("12+") ? .twelveHour : .fourToTwelveHour }
      if name.contains("other emergency admissions") { return .otherAdmissions }
      if name.contains("emergency admissions via") { return .admissions }
      guard name.contains("attendances"), !name.contains("total"), !name.contains("percentage") else { return nil }
      if name.contains("over 4") || name.contains("> 4") { return .over }
      if name.contains("within 4") || name.contains("< 4") || name.contains("less than 4") { return .within }
      return .attendances
    }
  }
}
