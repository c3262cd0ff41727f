import Metrics

// Delayed transfers of care. One row: one provider, local authority, setting and reason in one month.
//
//   2011–17, three or four rows above the header:
//   Year,Period Name,Provider SHA|Parent Org Code,…Name,Provider Org Code,Provider Org Name,Local Authority Code,
//   Local Authority Name,Acute Or Non Acute Description,Reason For Delay,
//   NHS A SUM,NHS B SUM,Social Care A SUM,Social Care B SUM,Both A SUM,Both B SUM
//   2017–20:
//   Period,… NHS DTOC beds,NHS,Social Care DTOC beds,Social Care,Both DTOC beds,Both B
//
// Delayed days are the B columns, later `NHS`, `Social Care` and `Both B`. A is patients on one Thursday and `beds` is days
// ÷ days in the month: neither is added to the days.

extension Layout {
  /// Delayed transfers of care, in all generations.
  static let dtoc = Layout(
    name: "DTOC",
    requirements: [
      Requirement("Period", "Year"), Requirement("Provider Org Code"), Requirement("Local Authority Code"),
      Requirement("Acute Or Non Acute Description"), Requirement("Reason For Delay"),
      Requirement("NHS", "NHS B SUM", "NHS B", "NHS Days"),
      Requirement("Social Care", "Social Care B SUM", "Social Care B", "Social Care Days"),
      Requirement("Both B", "Both B SUM", "Both", "Both Days"),
    ],
    reader: { header, _ in DTOC(header) })
}

/// Reads DTOC rows.
struct DTOC: RowReader {
  private static let bodies = ["nhs", "social-care", "both"]
  private let header: Header
  private let provider: Int
  private let providerName: Int?
  private let authority: Int
  private let authorityName: Int?
  private let setting: Int
  private let reasonColumn: Int
  private let days: [Int]
  private var period: PeriodColumn?
  private var reason: ItemColumn
  private var authorityItem: ItemColumn
  private var seen = SeenRows()

  init(_ header: Header) {
    self.header = header
    provider = header.column("Provider Org Code") ?? 0
    providerName = header.column("Provider Org Name")
    authority = header.column("Local Authority Code") ?? 0
    authorityName = header.column("Local Authority Name")
    setting = header.column("Acute Or Non Acute Description") ?? 0
    reasonColumn = header.column("Reason For Delay") ?? 0
    days = ["NHS", "Social Care", "Both"].compactMap { body in
      header.column([
        ColumnName(body + " B SUM"), ColumnName(body + " B"), ColumnName(body + " Days"), ColumnName(body),
      ])
    }
    period = PeriodColumn(header, example: "MSitDT-NOVEMBER-2019")
    reason = ItemColumn("reason", reasonColumn)
    authorityItem = ItemColumn("local-authority", authority)
  }

  var title: String {
    if header.column("Provider SHA Code") != nil { return "DTOC, 2011 to 2012" }
    return header.column("NHS A SUM") != nil ? "DTOC, 2013 to March 2017" : "DTOC, April 2017 to February 2020"
  }

  mutating func read(_ record: Record, into findings: inout Findings) throws(Fault) {
    guard let month = try period?.period(record) else { return }
    var amounts: [Amount] = []
    for column in days { amounts.append(try record.amount(column)) }
    let setting = try settingItem(record)
    try seen.note(
      record.key([provider, authority, reasonColumn, self.setting], month), amounts, columns: days, line: record.line,
      header: header)
    let trust = try findings.body(record, provider, name: providerName, role: .provider)
    let council = try findings.body(record, authority, name: authorityName, role: .localAuthority)
    let all = amounts[0] + amounts[1] + amounts[2]
    var parts = [-1, reason.part(record, &findings)]
    for body in [trust, council] {
      for part in parts { add(all, body, month, part, record, &findings) }
      for (amount, item) in zip(amounts, DTOC.bodies) {
        add(amount, body, month, findings.number(of: BreakdownItem("responsible", item)), record, &findings)
      }
    }
    parts = [findings.number(of: BreakdownItem("setting", setting))]
    if all != .known(.zero) { parts.append(authorityItem.part(record, &findings)) }
    for part in parts { add(all, trust, month, part, record, &findings) }
  }

  mutating func finish(into findings: inout Findings) {}

  private func add(
    _ amount: Amount, _ body: Int, _ month: Period, _ part: Int32, _ record: Record, _ findings: inout Findings
  ) {
    let key = Figures.Key(
      metric: findings.number(of: .delayedDays), period: findings.number(of: month), organisation: Int32(body),
      part: part)
    findings.add(amount.measurement, to: key, line: record.line)
  }

  private func settingItem(_ record: Record) throws(Fault) -> String {
    switch record.text(setting).lowercased() {
    case "acute": return "acute"
    case "non-acute", "non acute", "nonacute": return "non-acute"
    default: throw Fault(.unknownWord(record.text(setting), expected: "Acute or Non-Acute"), setting)
    }
  }
}
