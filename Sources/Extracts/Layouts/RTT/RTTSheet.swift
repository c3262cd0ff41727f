import Metrics

// A sheet of the RTT workbook of incomplete pathways, by provider or by commissioner. One row: one organisation and treatment
// function; the month is above the header.
//
//   Period:,January 2026
//   ,,,,,,Number of incomplete pathways by weeks since referral
//   ,Region Code,Provider Code,Provider Name,Treatment Function Code,Treatment Function,>0-1,>1-2,…,>103-104,104 plus,
//     Total number of incomplete pathways,Total within 18 weeks,% within 18 weeks,…,Total 52 plus weeks,Total 78 plus weeks,
//     Total 65 plus weeks,…
//   ,Y61,RC9,BEDFORDSHIRE HOSPITALS …,C_999,Total,4083,3961,…,0,86465,52459,0.6067,…,1126,0,15,0.013
//
//   April 2015: ,Region Code,CCG Code,CCG Name,… with IP999 for the whole, and 52 plus as the last band
//
// The sheets "… with DTA" have the same headings for some of the same patients, and the workbooks of completed pathways nearly
// the same; neither is read. Totals are compared with the bands, by the names of their columns: 78 weeks stand before 65.
// Medians and percentiles are calculated from the bands.
//
// Source: NHS England, Consultant-led Referral to Treatment Waiting Times; workbooks of April 2015 and January 2026.

extension Layout {
  /// The sheets of incomplete pathways by provider and by commissioner.
  static let rttSheet = Layout(
    name: "RTT workbook", readsPreamble: true, refusal: RTTSheet.refusal, columns: RTTSheet.Columns.init,
    reader: { header, columns, _ in RTTSheet(header, columns) })
}

/// Reads the rows of a sheet of incomplete pathways.
struct RTTSheet: RowReader {
  /// The places of its columns.
  struct Columns {
    let code, name, function, total, within: Int
    /// Those waiting 52 weeks and more, as the sheet states them; `nil` where it does not.
    let over52: Int?
    let role: OrganisationRole
    let bands: WeeklyBands

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      let provider = columns.optional("Provider Code")
      let place = provider ?? columns.optional("Sub-ICB Code", "CCG Code", "Commissioner Code", "Org Code")
      code = try columns.required("Provider Code", "Sub-ICB Code", at: place)
      name = code == .max ? code : code + 1
      role = provider == nil ? .commissioner : .provider
      function = try columns.required("Treatment Function Code")
      try columns.required(">0-1") { RTTSheet.band($0, column: 0) != nil }
      total = try columns.required("Total number of incomplete pathways")
      within = try columns.required("Total within 18 weeks")
      over52 = columns.optional("Total 52 plus weeks")
      bands = WeeklyBands(columns.header, band: RTTSheet.band) { ">\($0)-\($1)" }
    }
  }

  private let header: Header
  private let columns: Columns
  private var month: StatedMonth
  private var functions = Interner()
  private var items: [BreakdownItem?] = []
  private var seen = DuplicateRows()
  private var wholes = RTTSheetWholes()
  private var bandsCheck = WeeklyBandsCheck()

  let title = "RTT workbook, incomplete pathways"
  /// Notes below the rows are short.
  var fewestFields: Int? { 0 }

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    self.columns = columns
    month = StatedMonth(header, example: "January 2026")
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    month.report(header, &builder)
    try bandsCheck.require(columns.bands.fault, in: header, &builder)
    if record.isBlank(columns.function), record.isBlank(columns.total) { return }
    // Patients of commissioners outside England are outside the standard.
    if record.field(columns.code, isLowercased: "nonc") { return }
    let (number, isNew) = functions.number(of: record, columns.function)
    if isNew { items.append(RTTSheet.item(record.text(columns.function))) }
    let waiting = try RTTWaiting(record, columns)
    try seen.note(
      record.key([columns.code, columns.function], month.period), [waiting.all, waiting.within],
      columns: [columns.total, columns.within], line: record.line, header: header)
    let organisation = try builder.organisation(record, columns.code, name: columns.name, role: columns.role)
    waiting.compare(record, columns, header, &builder)
    let part = items[number]
    builder.add(
      waiting.all.share(within: waiting.within), .incomplete, organisation, month.period, part, line: record.line)
    builder.add(waiting.over52.measurement, .over52Weeks, organisation, month.period, part, line: record.line)
    wholes.add(waiting, organisation, isWhole: part == nil, line: record.line)
    if part == nil, waiting.all.count != nil {
      builder.waitingLists.append(
        WaitingList(organisation: builder.code(organisation), period: month.period, bands: waiting.bands))
    }
  }

  mutating func finish(into builder: inout ContributionBuilder) { wholes.finish(into: &builder) }

  /// The part that a function is; `nil` for the whole of them.
  private static func item(_ code: String) -> BreakdownItem? {
    ["c_999", "ip999"].contains(code.lowercased()) ? nil : BreakdownItem("treatment-function", code)
  }

  /// The band with this name: `>17-18` or `104 plus`; `nil` for another column.
  static func band(_ name: ColumnName, column: Int) -> WeeklyBand? {
    if name.text.hasSuffix(" plus"), let from = WeeklyBand.week(name.text.dropLast(5)) {
      return WeeklyBand(column: column, from: from, to: nil)
    }
    guard name.text.hasPrefix(">") else { return nil }
    let weeks = name.text.dropFirst().split(separator: "-")
    guard weeks.count == 2, let from = WeeklyBand.week(weeks[0]), let to = WeeklyBand.week(weeks[1]) else { return nil }
    return WeeklyBand(column: column, from: from, to: to)
  }

  /// Why a sheet with such a header is not read; `nil` for one that is.
  @Sendable static func refusal(_ header: Header) -> ExtractProblem? {
    let above = header.preamble.joined().map { ColumnName($0) }
    func other(_ sheet: String, _ what: String) -> ExtractProblem {
      .otherSheet(sheet, what, of: "RTT workbook", right: "Provider")
    }
    if above.contains(where: { $0.contains("decision to admit") }) {
      return other("Provider with DTA", "counts only patients with a decision to admit")
    }
    return header.names.contains { $0.starts(with: "Total number of completed pathways") }
      ? other("Provider", "counts completed pathways") : nil
  }
}
