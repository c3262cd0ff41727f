import Metrics

// Diagnostics waiting times and activity, full extract. One row: one provider, commissioner and test in a month.
//
//   Period,Provider Parent Org Code,Provider Parent Name,Provider Org Code,Provider Org Name,Commissioner Parent Org Code,
//   Commissioner Parent Name,Commissioner Org Code,Commissioner Org Name,Diagnostic Tests Sort Order,Diagnostic Tests,
//   00 < 01 Week,01 < 02 Weeks,…,12 < 13 Weeks,13+ Weeks,Total WL,Waiting List Activity,…
//
// Rows are repeated for each commissioner and are summed. A row TOTAL is the whole of the tests of its provider and
// commissioner. A wait of six weeks or more is a breach.

extension Layout {
  /// The DM01 full extract.
  static let dm01 = Layout(
    name: "DM01", columns: DM01.Columns.init, reader: { header, columns, _ in DM01(header, columns) })
}

/// Reads DM01 rows.
struct DM01: RowReader {
  /// The places of its columns.
  struct Columns {
    let period: PeriodColumn
    let provider, commissioner, test, total: Int
    let providerName, commissionerName: Int?
    let weekly: WeeklyBands

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      period = try PeriodColumn(&columns, .period, example: "DM01-MAY-2024")
      provider = try columns.required("Provider Org Code")
      providerName = columns.optional("Provider Org Name")
      commissioner = try columns.required("Commissioner Org Code")
      commissionerName = columns.optional("Commissioner Org Name")
      test = try columns.required("Diagnostic Tests")
      try columns.required("00 < 01 Week") { DM01.band($0, column: 0) != nil }
      total = try columns.required("Total WL")
      weekly = WeeklyBands(columns.header, band: DM01.band) { "\($0) < \($1) Weeks" }
    }
  }

  private let header: Header
  private let columns: Columns
  private var period: PeriodColumn
  private var tests: ItemColumn
  private var wholes = DM01Totals()
  private var totalOfBands = (stated: Count.zero, summed: Count.zero, line: 0)
  private var seen = DuplicateRows()
  private var bandsCheck = WeeklyBandsCheck()

  let title = "DM01"

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    self.columns = columns
    period = columns.period
    tests = ItemColumn("test", columns.test)
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    try bandsCheck.require(columns.weekly.fault, in: header, &builder)
    let month = try period.period(record)
    let row = try DM01Totals.Row(record, columns.weekly.bands)
    let stated = try record.amount(columns.total)
    try seen.note(
      record.key([columns.provider, columns.commissioner, columns.test], month), [row.all], columns: [columns.total],
      line: record.line, header: header)
    let isWhole = record.field(columns.test, isLowercased: "total")
    var organisations = [
      try builder.organisation(record, columns.provider, name: columns.providerName, role: .provider)
    ]
    if !record.field(columns.commissioner, isLowercased: "nonc") {
      organisations.append(
        try builder.organisation(record, columns.commissioner, name: columns.commissionerName, role: .commissioner))
    }
    if !isWhole {
      let part = tests.part(record, &builder)
      for organisation in organisations {
        let key = FigureAccumulator.Key(
          metric: builder.number(of: .diagnostics), period: builder.number(of: month),
          organisation: Int32(organisation),
          part: part)
        builder.add(row.share, to: key, line: record.line)
      }
    }
    wholes.add(row, organisations, month, isWhole: isWhole, &builder)
    compare(record, stated, row.all, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    wholes.finish(into: &builder)
    if totalOfBands.line > 0 {
      builder.statedTotals.append(
        StatedTotal(
          title: header.title(columns.total), stated: totalOfBands.stated.ratio, summed: totalOfBands.summed.ratio,
          line: totalOfBands.line, isSaidByRow: true))
    }
  }

  /// Compares `Total WL` with the sum of the bands; it cannot be compared where one of them is suppressed.
  private mutating func compare(_ record: Record, _ stated: Amount, _ all: Amount, _ builder: inout ContributionBuilder)
  {
    guard let stated = stated.count, all != .suppressed else { return }
    let summed = all.count ?? .zero
    if totalOfBands.line == 0 { totalOfBands.line = record.line }
    totalOfBands.stated = totalOfBands.stated + stated
    totalOfBands.summed = totalOfBands.summed + summed
    if stated != summed {
      builder.problems.add(
        .rowTotalDiffers(stated: stated.ratio, summed: summed.ratio, parts: "the bands"), .warning,
        line: record.line, field: columns.total, title: header.title(columns.total))
    }
  }

  /// The band with this name: `05 < 06 Weeks` begins with week 5, `13+ Weeks` with week 13; `nil` for another column.
  static func band(_ name: ColumnName, column: Int) -> WeeklyBand? {
    guard name.text.hasSuffix("week") || name.text.hasSuffix("weeks") else { return nil }
    let words = name.text.split(separator: " ")
    if words.count == 2, words[0].hasSuffix("+"), let from = WeeklyBand.week(words[0].dropLast()) {
      return WeeklyBand(column: column, from: from, to: nil)
    }
    guard words.count == 4, words[1] == "<", let from = WeeklyBand.week(words[0]), let to = WeeklyBand.week(words[2])
    else { return nil }
    return WeeklyBand(column: column, from: from, to: to)
  }
}
