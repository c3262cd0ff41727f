import CRows
import Metrics

// RTT full extract. One row: one provider, commissioner, part and treatment function in a month; ~180,000 rows of 121 columns.
//
//   Period,Provider Parent Org Code,Provider Parent Name,Provider Org Code,Provider Org Name,Commissioner Parent Org Code,
//   Commissioner Parent Name,Commissioner Org Code,Commissioner Org Name,RTT Part Type,RTT Part Description,
//   Treatment Function Code,Treatment Function Name,Gt 00 To 01 Weeks SUM 1,…,Gt 104 Weeks SUM 1,
//   Total,Patients with unknown clock start date,Total All
//
//   to March 2021: the last band is Gt 52 Weeks.  2016–17: two rows above the header, Year and Period Name instead of
//   Period, RTT Part Name (PART_2) instead of RTT Part Type. Some months head both function columns Treatment Function Name.
//
// Only Part_2 is read, because Part_2A is included in it. C_999 is the whole of the other functions. Rows are repeated
// for each commissioner and are summed. NONC (patients of commissioners outside England) are outside the standard. A
// blank band of Part_2 means nobody; a suppressed band (*) hides every sum that it is part of.

extension Layout {
  /// The RTT full extract, in all versions.
  static let rtt = Layout(
    name: "RTT full extract", columns: RTTColumns.init,
    reader: { header, columns, context in RTT(header, columns, context.instructions) })
}

/// Reads RTT rows.
struct RTT: RowReader {
  private let columns: RTTColumns
  private let header: Header
  private var period: PeriodColumn
  private var tally: RTTTally
  /// The counts of the current row.
  private var counts: [UInt32]
  private var fastPath: RTTFastPath?
  private var bandsCheck = WeeklyBandsCheck()
  private var unknownParts: UnknownWords

  init(_ header: Header, _ columns: RTTColumns, _ instructions: crows_level) {
    self.header = header
    self.columns = columns
    period = columns.period
    tally = RTTTally(columns.bands)
    counts = [UInt32](repeating: 0, count: columns.bands.bands.count)
    unknownParts = UnknownWords(column: columns.part)
    fastPath = RTTFastPath(columns, period: period, fieldCount: header.count, instructions)
  }

  var title: String {
    if header.column("Period Name") != nil { return "RTT full extract, to 2017" }
    return columns.bands.bands.count > 60
      ? "RTT full extract, 104 weeks, from April 2021" : "RTT full extract, 52 weeks, to March 2021"
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    try bandsCheck.require(columns.bands.fault, in: header, &builder)
    guard record.field(columns.part, isLowercased: "part_2") else {
      if RTTPart.isOther(record, columns.part) { return }
      throw unknownParts.fault(record)
    }
    let month = try period.period(record)
    let (sum, isHidden) = try readBands(record)
    let stated = try columns.totalAll.map { column throws(Fault) in try record.amount(column) } ?? .missing
    let (pair, function) = try columns.place(record, month, &tally, &builder)
    if let before = tally.rows.add(pair.place, function, line: record.line, sum: sum) { throw fault(before, sum) }
    if isHidden {
      tally.hide(tally.entry(RTTTally.Sums(line: record.line, within: 0, over52: 0, total: 0), pair, function))
    } else {
      add(pair, function, line: record.line)
      compare(record, sum, stated, &builder)
    }
    if builder.isSelecting { mark(pair, month, record, &builder) }
  }

  mutating func readOrdinaryRows(
    _ block: UnsafeRawBufferPointer, from position: inout Int, line: Int, into builder: inout ContributionBuilder
  ) -> Int {
    fastPath?.read(block, &position, line: line, &tally, period, &builder) ?? 0
  }

  var canBeJoined: Bool { fastPath != nil }

  mutating func join(_ later: any RowReader, _ numbers: JoinedNumbers) -> Bool {
    guard let later = later as? RTT, !later.tally.isHiding else { return false }
    return tally.join(later.tally, numbers)
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    tally.finish(into: &builder, header: header, totalAll: columns.totalAll)
    if columns.totalAll == nil { builder.problems.add(.noTotalAll, .warning, line: header.line) }
    unknownParts.finish(
      into: &builder, header: header, expected: "Part_1A, Part_1B, Part_2, Part_2A or Part_3",
      fix: "write the part as it is published, or download the file again", .error)
  }

  /// Adds the counts of a row to its sums.
  private mutating func add(_ pair: RTTTally.Pair, _ function: Int, line: Int) {
    tally.add([tally.entry(RTTTally.Sums(counts, columns.bands, line: line), pair, function)])
    guard tally.isListed(pair, function) else { return }
    let counts = counts
    tally.addToLists(pair, function) { list in
      for band in counts.indices { list[band] &+= counts[band] }
    }
  }

  /// Why a row is not counted when another row of the same provider, commissioner and function already was.
  private func fault(_ before: RTTRows.Row, _ sum: Int) -> Fault {
    if before.sum == Int(Int32(clamping: sum)) { return Fault(.repeats(line: before.line)) }
    let column = columns.totalAll ?? columns.bands.bands[0].column
    return Fault(
      .contradicts(
        line: before.line, title: header.title(column), stated: Ratio(sum), other: Ratio(before.sum),
        isMoney: false), column)
  }

  /// Reads the bands of a row: their sum, and whether one of them is suppressed.
  private mutating func readBands(_ record: Record) throws(Fault) -> (sum: Int, isHidden: Bool) {
    var (sum, isHidden) = (0, false)
    for (place, band) in columns.bands.bands.enumerated() {
      let count = try record.amount(band.column)
      if count == .suppressed { isHidden = true }
      let whole = (count.count?.halves ?? 0) / 2
      guard whole < 10_000_000 else { throw Fault(.notWhole(record.text(band.column)), band.column) }
      counts[place] = UInt32(whole)
      sum += whole
    }
    return (sum, isHidden)
  }

  /// Compares `Total All` with the sum of the bands.
  private mutating func compare(_ record: Record, _ sum: Int, _ stated: Amount, _ builder: inout ContributionBuilder) {
    guard let column = columns.totalAll, let stated = stated.count else { return }
    tally.compareTotalAll(stated: stated.halves / 2, summed: sum, line: record.line)
    if stated != Count(sum) {
      builder.problems.add(
        .rowTotalDiffers(stated: stated.ratio, summed: Ratio(sum), parts: "the bands"), .warning, line: record.line,
        field: column, title: header.title(column))
    }
  }

  /// Records which figures the row belongs to.
  private func mark(_ pair: RTTTally.Pair, _ month: Period, _ record: Record, _ builder: inout ContributionBuilder) {
    let function = columns.function(record)
    let isWhole = record.field(function, isLowercased: "c_999")
    let item = BreakdownItem("treatment-function", record.text(function))
    guard let commissioner = pair.commissioner else {
      let code = builder.code(tally.slots[pair.provider].organisation)
      if !isWhole { builder.markAsPart(.incomplete, code, month, RTTTally.outsideStandard) }
      if isWhole { builder.mark(.incomplete, code, month, RTTTally.outsideStandard) }
      return
    }
    for slot in [pair.provider, commissioner] {
      for metric in [MetricID.incomplete, .over52Weeks] {
        let code = builder.code(tally.slots[slot].organisation)
        if !isWhole { builder.markAsPart(metric, code, month) }
        builder.mark(metric, code, month, isWhole ? nil : item)
      }
    }
  }
}
