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
// Only Part_2 is read: Part_2A is inside it. C_999 is the whole of the other functions. Rows repeat per commissioner and are
// summed. NONC, who are not English, are outside the standard. A blank band of Part_2 is nobody.

extension Layout {
  /// The RTT full extract, in all generations.
  static let rtt = Layout(
    name: "RTT full extract",
    requirements: [
      Requirement("Period", "Year"), Requirement("Provider Org Code"), Requirement("Commissioner Org Code"),
      Requirement("RTT Part Type", "RTT Part Name"), Requirement("Treatment Function Code", "Treatment Function Name"),
      Requirement("Gt 00 To 01 Weeks SUM 1") { RTTBands.band($0, column: 0) != nil },
    ],
    reader: { header, _ in RTT(header) })
}

/// Reads RTT rows.
struct RTT: RowReader {
  /// Where the columns are.
  let columns: RTTColumns
  private let header: Header
  private var period: PeriodColumn?
  private var tally: RTTTally
  private var bands: [UInt32]
  private var seen = SeenRows()
  private var isFaultSaid = false

  init(_ header: Header) {
    self.header = header
    columns = RTTColumns(header)
    period = PeriodColumn(header, example: "RTT-November-2024")
    bands = [UInt32](repeating: 0, count: columns.bands.bands.count)
    tally = RTTTally(columns.bands)
  }

  var title: String {
    if header.column("Period Name") != nil { return "RTT full extract, to 2017" }
    return columns.bands.bands.count > 60
      ? "RTT full extract, 104 weeks, from April 2021" : "RTT full extract, 52 weeks, to March 2021"
  }

  mutating func read(_ record: Record, into findings: inout Findings) throws(Fault) {
    if let fault = columns.bands.fault {
      if !isFaultSaid {
        findings.problems.add(
          fault.cause, line: header.line, field: fault.field, title: fault.field.map { header.title($0) } ?? "")
      }
      isFaultSaid = true
      throw Fault(.unusableHeader)
    }
    guard record.field(columns.part, isLowercased: "part_2") else { return }
    guard let month = try period?.period(record) else { return }
    let total = try readBands(record)
    let function = columns.function(record)
    let fields = [columns.provider, columns.commissioner, function]
    try seen.note(
      record.key(fields, month), [total], columns: [columns.totalAll ?? 0], line: record.line, header: header)
    let provider = try findings.body(record, columns.provider, name: columns.providerName, role: .provider)
    let row = RTTTally.Row(
      period: findings.number(of: month), function: tally.function(record, function), line: record.line)
    if record.field(columns.commissioner, isLowercased: "nonc") {
      tally.addOutsideStandard(bands, provider, row)
    } else {
      let commissioner = try findings.body(
        record, columns.commissioner, name: columns.commissionerName, role: .commissioner)
      tally.add(bands, provider, row)
      tally.add(bands, commissioner, row)
      if findings.isSelecting { mark(commissioner, month, record, function, &findings) }
    }
    if findings.isSelecting { mark(provider, month, record, function, &findings) }
    try compare(record, total, &findings)
  }

  mutating func finish(into findings: inout Findings) {
    tally.finish(into: &findings, header: header, totalAll: columns.totalAll)
  }

  /// Reads the bands of a row; their sum.
  private mutating func readBands(_ record: Record) throws(Fault) -> Amount {
    var sum = 0
    for (place, band) in columns.bands.bands.enumerated() {
      switch record.cell(band.column) {
      case .blank, .unavailable: bands[place] = 0
      case .number(let decimal):
        guard let whole = decimal.whole else { throw Fault(.notWhole(record.text(band.column)), band.column) }
        guard whole >= 0 else { throw Fault(.negative(record.text(band.column)), band.column) }
        guard let weeks = UInt32(exactly: whole), weeks < 1 << 24 else {
          throw Fault(.notWhole(record.text(band.column)), band.column)
        }
        bands[place] = weeks
        sum += whole
      case .suppressed, .other: throw Fault(.notWhole(record.text(band.column)), band.column)
      }
    }
    return .known(Count(sum))
  }

  /// Holds `Total All` against the bands.
  private mutating func compare(_ record: Record, _ sum: Amount, _ findings: inout Findings) throws(Fault) {
    guard let column = columns.totalAll, case .known(let stated) = try record.amount(column), let sum = sum.count else {
      return
    }
    tally.compareTotalAll(stated: stated.halves / 2, summed: sum.halves / 2, line: record.line)
    if stated != sum {
      findings.problems.add(
        .rowTotalDiffers(stated: stated.ratio, summed: sum.ratio, parts: "the bands"), .warning, line: record.line,
        field: column, title: header.title(column))
    }
  }

  /// Says which figures the row belongs to.
  private func mark(_ body: Int, _ month: Period, _ record: Record, _ function: Int, _ findings: inout Findings) {
    let code = findings.code(body)
    let isWhole = record.field(function, isLowercased: "c_999")
    let isOutside = record.field(columns.commissioner, isLowercased: "nonc")
    for metric in [MetricID.incomplete, .over52Weeks] {
      if isOutside {
        if isWhole { findings.mark(metric, code, month, RTTTally.outsideStandard) }
      } else if isWhole {
        findings.mark(metric, code, month)
      } else {
        findings.markAsPart(metric, code, month)
        findings.mark(metric, code, month, BreakdownItem("treatment-function", record.text(function)))
      }
    }
  }
}
