import Metrics

// The sheets "Provider" and "Provider by Test" of the DM01 workbook. One row: one provider, or one of its tests; the month is above
// the header.
//
//   Period:,July 2025
//   ,Regional Team Code,Regional Team Name,Provider Code,Provider Name,[Diagnostic ID,Diagnostic Test Name,]Total Waiting List,
//     Number waiting 6+ Weeks,Number waiting 13+ Weeks,Percentage waiting 6+ weeks,0 <01 weeks,01 <02 weeks,…,13+ weeks,,…
//   ,,,,Total,1730933,378816,131140,0.2188,363694,…                 (England, first)
//   ,Y56,London …,RF4,Barking, Havering …,9592,479,86,0.0499,…
//
// By test, a row `Total` of each provider repeats what the other sheet states.
//
// Source: NHS England, Monthly diagnostics waiting times and activity; workbook by provider of July 2025.

extension Layout {
  /// The sheets of the DM01 workbook by provider.
  static let dm01Sheet = Layout(
    name: "DM01 workbook", readsPreamble: true, columns: DM01Sheet.Columns.init,
    reader: { header, columns, _ in DM01Sheet(header, columns) })
}

/// Reads the rows of a sheet of the DM01 workbook.
struct DM01Sheet: RowReader {
  /// The places of its columns.
  struct Columns {
    let code, name, total, over6: Int
    /// The column of the tests; `nil` in the sheet of whole providers.
    let test: Int?
    let weekly: WeeklyBands

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      code = try columns.required("Provider Code")
      name = try columns.required("Provider Name")
      total = try columns.required("Total Waiting List")
      over6 = try columns.required("Number waiting 6+ Weeks")
      try columns.required("0 <01 weeks") { DM01Sheet.band($0, column: 0) != nil }
      test = columns.optional("Diagnostic Test Name")
      weekly = WeeklyBands(columns.header, band: DM01Sheet.band) { "\($0) <\($1) weeks" }
    }
  }

  private let header: Header
  private let columns: Columns
  private var month: StatedMonth
  private var tests: ItemColumn?
  private var wholes = DM01Totals()
  private var england: ColumnTotals
  private var seen = DuplicateRows()
  private var bandsCheck = WeeklyBandsCheck()

  let title = "DM01 workbook"
  /// Notes below the rows are short.
  var fewestFields: Int? { 0 }

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    self.columns = columns
    month = StatedMonth(header, example: "July 2025")
    tests = columns.test.map { ItemColumn("test", $0) }
    england = ColumnTotals(columns: [columns.total, columns.over6])
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    month.report(header, &builder)
    try bandsCheck.require(columns.weekly.fault, in: header, &builder)
    let stated = [try record.amount(columns.total), try record.amount(columns.over6)]
    if record.isBlank(columns.code) {
      // Notes below the rows have no numbers.
      if stated.allSatisfy({ $0 == .missing }) { return }
      if !TotalName.isTotal(record, columns.name) { throw Fault(.noCode, columns.code) }
      england.state(stated, line: record.line)
      return
    }
    let row = try DM01Totals.Row(record, columns.weekly.bands)
    try seen.note(
      record.key([columns.code] + (columns.test.map { [$0] } ?? []), month.period), stated, columns: england.columns,
      line: record.line, header: header)
    let organisation = try builder.organisation(record, columns.code, name: columns.name, role: .provider)
    let isWhole = columns.test.map { record.field($0, isLowercased: "total") } ?? true
    if isWhole {
      england.add(stated)
    } else if let part = tests?.part(record, &builder, item: DM01Tests.code) {
      let key = FigureAccumulator.Key(
        metric: builder.number(of: .diagnostics), period: builder.number(of: month.period),
        organisation: Int32(organisation), part: part)
      builder.add(row.share, to: key, line: record.line)
    }
    wholes.add(row, [organisation], month.period, isWhole: isWhole, &builder)
    compare(record, stated, row, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    wholes.finish(into: &builder)
    england.finish(into: &builder, header: header, parts: "the providers")
  }

  /// Compares those waiting, and those waiting six weeks and more, with the bands.
  private func compare(
    _ record: Record, _ stated: [Amount], _ row: DM01Totals.Row, _ builder: inout ContributionBuilder
  ) {
    guard let all = row.all.count, let within = row.within.count else { return }
    for (column, (amount, summed)) in zip([columns.total, columns.over6], zip(stated, [all, all - within])) {
      guard let stated = amount.count, stated != summed else { continue }
      builder.problems.add(
        .rowTotalDiffers(stated: stated.ratio, summed: summed.ratio, parts: "the bands"), .warning, line: record.line,
        field: column, title: header.title(column))
    }
  }

  /// The band with this name: `05 <06 weeks` or `13+ weeks`; `nil` for another column.
  static func band(_ name: ColumnName, column: Int) -> WeeklyBand? {
    let words = name.text.split(separator: " ")
    guard words.count == 3, words[1].hasPrefix("<") else { return DM01.band(name, column: column) }
    return DM01.band(ColumnName("\(words[0]) < \(words[1].dropFirst()) \(words[2])"), column: column)
  }
}

/// The names of diagnostic tests in the workbook, and their codes in the full extract, so that a test is one series in both.
enum DM01Tests {
  private static let codes: [ColumnName: String] = [
    "Magnetic Resonance Imaging": "MRI", "Computed Tomography": "CT",
    "Non-obstetric Ultrasound": "NON_OBSTETRIC_ULTRASOUND", "Barium Enema": "BARIUM_ENEMA", "DEXA Scan": "DEXA_SCAN",
    "Audiology - Audiology Assessments": "AUDIOLOGY_ASSESSMENTS", "Cardiology - Echocardiography": "ECHOCARDIOGRAPHY",
    "Cardiology - Electrophysiology": "ELECTROPHYSIOLOGY",
    "Neurophysiology - Peripheral Neurophysiology": "PERIPHERAL_NEUROPHYS",
    "Respiratory physiology - Sleep Studies": "SLEEP_STUDIES", "Urodynamics - Pressures & Flows": "URODYNAMICS",
    "Colonoscopy": "COLONOSCOPY", "Flexi Sigmoidoscopy": "FLEXI_SIGMOIDOSCOPY", "Cystoscopy": "CYSTOSCOPY",
    "Gastroscopy": "GASTROSCOPY",
  ]

  /// The code of a test; its name, where that is not known.
  static func code(_ name: String) -> String { codes[ColumnName(name)] ?? name }
}
