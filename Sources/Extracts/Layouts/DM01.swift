import Metrics

// Diagnostics waiting times and activity, full extract. One row: one provider, commissioner and test in a month.
//
//   Period,Provider Parent Org Code,Provider Parent Name,Provider Org Code,Provider Org Name,Commissioner Parent Org Code,
//   Commissioner Parent Name,Commissioner Org Code,Commissioner Org Name,Diagnostic Tests Sort Order,Diagnostic Tests,
//   00 < 01 Week,01 < 02 Weeks,…,12 < 13 Weeks,13+ Weeks,Total WL,Waiting List Activity,…
//
// Rows repeat per commissioner and are summed. A row TOTAL is the whole of the tests. Six weeks and more is too long.

extension Layout {
  /// The DM01 full extract.
  static let dm01 = Layout(
    name: "DM01",
    requirements: [
      Requirement("Period"), Requirement("Provider Org Code"), Requirement("Commissioner Org Code"),
      Requirement("Diagnostic Tests"), Requirement("00 < 01 Week"), Requirement("05 < 06 Weeks"),
      Requirement("13+ Weeks"), Requirement("Total WL"),
    ],
    reader: { header, _ in DM01(header) })
}

/// Reads DM01 rows.
struct DM01: RowReader {
  private struct Sum {
    let body: Int
    let month: Period
    var within = Count.zero
    var total = Count.zero
    var line: Int
    var rows = 0
  }

  private let header: Header
  private let provider: Int
  private let providerName: Int?
  private let commissioner: Int
  private let commissionerName: Int?
  private let test: Int
  private let total: Int
  private let bands: [(column: Int, week: Int)]
  private var period: PeriodColumn?
  private var tests: ItemColumn
  private var sums: [Sum] = []
  private var sumPlaces = HashTable()
  private var seen = SeenRows()

  let title = "DM01"

  init(_ header: Header) {
    self.header = header
    provider = header.column("Provider Org Code") ?? 0
    providerName = header.column("Provider Org Name")
    commissioner = header.column("Commissioner Org Code") ?? 0
    commissionerName = header.column("Commissioner Org Name")
    test = header.column("Diagnostic Tests") ?? 0
    total = header.column("Total WL") ?? 0
    bands = header.names.indices.compactMap { column in DM01.week(header.names[column]).map { (column, $0) } }
    period = PeriodColumn(header, example: "DM01-MAY-2024")
    tests = ItemColumn("test", test)
  }

  mutating func read(_ record: Record, into findings: inout Findings) throws(Fault) {
    guard let month = try period?.period(record) else { return }
    var within = Amount.missing
    var all = Amount.missing
    for band in bands {
      let amount = try record.amount(band.column)
      all = all + amount
      if band.week < 6 { within = within + amount }
    }
    let stated = try record.amount(total)
    try seen.note(
      record.key([provider, commissioner, test], month), [all], columns: [total], line: record.line, header: header)
    let isWhole = record.field(test, isLowercased: "total")
    let part = isWhole ? -1 : tests.part(record, &findings)
    var bodies = [try findings.body(record, provider, name: providerName, role: .provider)]
    if !record.field(commissioner, isLowercased: "nonc") {
      bodies.append(try findings.body(record, commissioner, name: commissionerName, role: .commissioner))
    }
    for body in bodies {
      let key = Figures.Key(
        metric: findings.number(of: .diagnostics), period: findings.number(of: month), organisation: Int32(body),
        part: part)
      findings.add(all.share(within: within), to: key, line: record.line)
      if !isWhole { addToSum(body, month, findings.number(of: month), within, all, line: record.line) }
      if !isWhole, findings.isSelecting { findings.markAsPart(.diagnostics, findings.code(body), month) }
    }
    if stated != .missing, stated != all {
      findings.problems.add(
        .rowTotalDiffers(
          stated: stated.count?.ratio ?? .zero, summed: all.count?.ratio ?? .zero, parts: "the bands"), .warning,
        line: record.line, field: total, title: header.title(total))
    }
  }

  mutating func finish(into findings: inout Findings) {
    for sum in sums {
      let share = Measurement.share(within: sum.within, of: sum.total)
      guard let whole = findings.figure(findings.key(.diagnostics, sum.body, sum.month)) else {
        findings.add(share, .diagnostics, sum.body, sum.month, line: sum.line, rows: sum.rows)
        continue
      }
      guard case .share(_, let stated) = whole.measurement else { continue }
      let title = "TOTAL of \(findings.code(sum.body)), \(sum.month.title)"
      findings.statedTotals.append(
        StatedTotal(title: title, stated: stated.ratio, summed: sum.total.ratio, line: whole.rows.line))
      if whole.measurement != share {
        findings.problems.add(
          .totalDiffers(title: title, stated: stated.ratio, summed: sum.total.ratio, parts: "the tests"), .warning,
          line: whole.rows.line)
      }
    }
  }

  private mutating func addToSum(
    _ body: Int, _ month: Period, _ number: Int32, _ within: Amount, _ all: Amount, line: Int
  ) {
    let key = UInt64(truncatingIfNeeded: body) << 32 | UInt64(truncatingIfNeeded: number)
    let place = sumPlaces.number(of: key, next: sums.count)
    if place == sums.count { sums.append(Sum(body: body, month: month, line: line)) }
    sums[place].within = sums[place].within + (within.count ?? .zero)
    sums[place].total = sums[place].total + (all.count ?? .zero)
    sums[place].rows += 1
  }

  /// The week a band begins with: `05 < 06 Weeks` is 5, `13+ Weeks` 13; `nil` for another column.
  private static func week(_ name: ColumnName) -> Int? {
    guard name.text.hasSuffix("week") || name.text.hasSuffix("weeks") else { return nil }
    let words = name.text.split(separator: " ")
    if words.count == 2, words[0].hasSuffix("+") { return Int(words[0].dropLast()) }
    return words.count == 4 && words[1] == "<" ? Int(words[0]) : nil
  }
}
