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
  private var seen = DuplicateRows()
  private var numbers: Numbers?

  /// What every row asks for by the same names.
  private struct Numbers {
    let metric: Int32
    /// The items of the breakdown `responsible`.
    let organisations: (Int32, Int32, Int32)
    let acute, nonAcute: Int32

    init(_ builder: inout ContributionBuilder) {
      metric = builder.number(of: .delayedDays)
      organisations = (
        builder.number(of: BreakdownItem("responsible", "nhs")),
        builder.number(of: BreakdownItem("responsible", "social-care")),
        builder.number(of: BreakdownItem("responsible", "both"))
      )
      acute = builder.number(of: BreakdownItem("setting", "acute"))
      nonAcute = builder.number(of: BreakdownItem("setting", "non-acute"))
    }
  }

  init(_ header: Header) {
    self.header = header
    provider = header.column("Provider Org Code") ?? 0
    providerName = header.column("Provider Org Name")
    authority = header.column("Local Authority Code") ?? 0
    authorityName = header.column("Local Authority Name")
    setting = header.column("Acute Or Non Acute Description") ?? 0
    reasonColumn = header.column("Reason For Delay") ?? 0
    days = ["NHS", "Social Care", "Both"].compactMap { organisation in
      header.column([
        ColumnName(organisation + " B SUM"), ColumnName(organisation + " B"), ColumnName(organisation + " Days"),
        ColumnName(organisation),
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

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    guard let month = try period?.period(record) else { return }
    let amounts = try [record.amount(days[0]), record.amount(days[1]), record.amount(days[2])]
    let isAcute = try isAcute(record)
    try seen.note(
      record.key([provider, authority, reasonColumn, setting], month), amounts, columns: days, line: record.line,
      header: header)
    let trust = try builder.organisation(record, provider, name: providerName, role: .provider)
    let council = try builder.organisation(record, authority, name: authorityName, role: .localAuthority)
    let numbers = self.numbers ?? Numbers(&builder)
    self.numbers = numbers
    let period = builder.number(of: month)
    func add(_ amount: Amount, _ organisation: Int, _ part: Int32) {
      let key = FigureAccumulator.Key(
        metric: numbers.metric, period: period, organisation: Int32(organisation), part: part)
      builder.add(amount.measurement, to: key, line: record.line)
    }
    let all = amounts[0] + amounts[1] + amounts[2]
    let reason = reason.part(record, &builder)
    for organisation in [trust, council] {
      add(all, organisation, -1)
      add(all, organisation, reason)
      add(amounts[0], organisation, numbers.organisations.0)
      add(amounts[1], organisation, numbers.organisations.1)
      add(amounts[2], organisation, numbers.organisations.2)
    }
    add(all, trust, isAcute ? numbers.acute : numbers.nonAcute)
    if all != .known(.zero) { add(all, trust, authorityItem.part(record, &builder)) }
  }

  mutating func finish(into builder: inout ContributionBuilder) {}

  private func isAcute(_ record: Record) throws(Fault) -> Bool {
    if record.field(setting, isLowercased: "acute") { return true }
    for spelling: StaticString in ["non-acute", "non acute", "nonacute"]
    where record.field(setting, isLowercased: spelling) {
      return false
    }
    throw Fault(.unknownWord(record.text(setting), expected: "Acute or Non-Acute"), setting)
  }
}
