import Metrics

// Cancer waiting times, combined extract. One row: one body, standard, cancer type, route or stage, and modality in a month.
//
//   Period,Basis,Org_Code,Parent_Org,Org_Name,Standard_or_Item,Cancer_Type,Referral_Route_or_Stage,Treatment_Modality,
//   Total,Within,After,Performance,Within_14_days,… (bands shared by the standards)
//
// Every body is there twice over, by Basis; every total is a row of its own (`ALL CANCERS`, `ALL ROUTES`, Org_Code `Total`).
// A pathway shared by two providers is half a patient for each.

extension Layout {
  /// The combined cancer extract, April 2022 on.
  static let cancerCombined = Layout(
    name: "Cancer combined extract",
    requirements: [
      Requirement("Period"), Requirement("Basis"), Requirement("Org_Code"), Requirement("Standard_or_Item"),
      Requirement("Cancer_Type"), Requirement("Referral_Route_or_Stage"), Requirement("Treatment_Modality"),
      Requirement("Total"), Requirement("Within"),
    ],
    reader: { header, _ in CancerCombined(header) })
}

/// Reads rows of the combined cancer extract.
struct CancerCombined: RowReader {
  private struct Columns {
    let basis, code, standard, type, route, modality, total, within: Int
    let name: Int?, after: Int?

    init(_ header: Header) {
      func place(_ name: ColumnName) -> Int { header.column(name) ?? 0 }
      (basis, code, standard) = (place("Basis"), place("Org_Code"), place("Standard_or_Item"))
      (type, route, modality) = (place("Cancer_Type"), place("Referral_Route_or_Stage"), place("Treatment_Modality"))
      (total, within) = (place("Total"), place("Within"))
      (name, after) = (header.column("Org_Name"), header.column("After"))
    }
  }

  private let header: Header
  private let columns: Columns
  private var period: PeriodColumn?
  private var england = EnglandTotals()
  private var standardsRead: [MetricID] = []
  private var standardsWithWhole: [MetricID] = []
  private var seen = SeenRows()

  init(_ header: Header) {
    self.header = header
    columns = Columns(header)
    period = PeriodColumn(header, example: "2024-11-01")
  }

  let title = "Cancer combined extract, from April 2022"

  mutating func read(_ record: Record, into findings: inout Findings) throws(Fault) {
    guard let month = try period?.period(record) else { return }
    let role = try role(record)
    guard let metric = metric(record) else { return }
    if !standardsRead.contains(metric) { standardsRead.append(metric) }
    guard record.isAll(columns.modality), record.isAll(columns.type) || record.isAll(columns.route) else { return }
    let part = part(record)
    if part == nil, !standardsWithWhole.contains(metric) { standardsWithWhole.append(metric) }
    let total = try record.halves(columns.total)
    let within = try record.halves(columns.within)
    try check(record, total, within)
    if record.field(columns.code, isLowercased: "total") {
      if part == nil { england.state(total, within, metric, role, month, line: record.line) }
      return
    }
    try note(record, [total, within], month)
    let body = try findings.body(record, columns.code, name: columns.name, role: role)
    if part == nil { england.add(total, within, metric, role, month) }
    findings.add(total.share(within: within), metric, body, month, part, line: record.line)
  }

  mutating func finish(into findings: inout Findings) {
    england.finish(into: &findings)
    for metric in standardsRead where !standardsWithWhole.contains(metric) {
      findings.problems.add(.noWhole(metric.text), .warning, line: header.line)
    }
  }

  private func role(_ record: Record) throws(Fault) -> OrganisationRole {
    if record.field(columns.basis, isLowercased: "provider") { return .provider }
    if record.field(columns.basis, isLowercased: "commissioner") { return .commissioner }
    throw Fault(.unknownWord(record.text(columns.basis), expected: "Provider or Commissioner"), columns.basis)
  }

  /// The metric of a standard; `nil` for the numbers of referrals, which are measured against nothing.
  private func metric(_ record: Record) -> MetricID? {
    if record.field(columns.standard, isLowercased: "62d") { return .cancer62Day }
    if record.field(columns.standard, isLowercased: "31d") { return .cancer31Day }
    return record.field(columns.standard, isLowercased: "fds") ? .cancer28Day : nil
  }

  private func part(_ record: Record) -> BreakdownItem? {
    if !record.isAll(columns.type) { return BreakdownItem("cancer-type", record.text(columns.type)) }
    if !record.isAll(columns.route) { return BreakdownItem("referral-route", record.text(columns.route)) }
    return nil
  }

  private func check(_ record: Record, _ total: Amount, _ within: Amount) throws(Fault) {
    guard let all = total.count, let some = within.count, some > all else { return }
    throw Fault(
      .moreThanAll(some.ratio, of: all.ratio, things: "in \"\(header.title(columns.total))\""), columns.within)
  }

  private mutating func note(_ record: Record, _ amounts: [Amount], _ month: Period) throws(Fault) {
    let fields = [columns.code, columns.basis, columns.standard, columns.type, columns.route]
    try seen.note(
      record.key(fields, month), amounts, columns: [columns.total, columns.within], line: record.line, header: header)
  }
}

extension Record {
  /// Whether a cell of a dimension stands for all of it: `ALL CANCERS`, or nothing.
  fileprivate func isAll(_ field: Int) -> Bool {
    let range = trimmed(field)
    if range.isEmpty { return true }
    guard range.count >= 4 else { return self.field(field, isLowercased: "all") }
    let start = content[range.lowerBound..<(range.lowerBound + 4)]
    return start.elementsEqual([0x41, 0x4C, 0x4C, 0x20]) || start.elementsEqual([0x61, 0x6C, 0x6C, 0x20])
  }
}
