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
// Delayed days are the B columns, later `NHS`, `Social Care` and `Both B`. A is the number of patients on one Thursday,
// and `beds` is days ÷ days in the month: neither is added to the days.

extension Layout {
  /// Delayed transfers of care, in all versions.
  static let dtoc = Layout(
    name: "DTOC", columns: DTOC.Columns.init, reader: { header, columns, _ in DTOC(header, columns) })
}

/// Reads DTOC rows.
struct DTOC: RowReader {
  /// The places of its columns.
  struct Columns {
    let period: PeriodColumn
    let provider, authority, setting, reason: Int
    let providerName, authorityName: Int?
    /// Delayed days attributed to the NHS, to social care and to both.
    let days: [Int]

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      period = try PeriodColumn(&columns, .either, example: "MSitDT-NOVEMBER-2019")
      provider = try columns.required("Provider Org Code")
      providerName = columns.optional("Provider Org Name")
      authority = try columns.required("Local Authority Code")
      authorityName = columns.optional("Local Authority Name")
      setting = try columns.required("Acute Or Non Acute Description")
      reason = try columns.required("Reason For Delay")
      days = [
        try Columns.days("NHS", "NHS", &columns), try Columns.days("Social Care", "Social Care", &columns),
        try Columns.days("Both", "Both B", &columns),
      ]
    }

    /// The column of days. The short name is tried last, because a file with a longer one may use it for patients.
    private static func days(
      _ name: String, _ published: String, _ columns: inout ColumnBinder
    ) throws(MissingColumn) -> Int {
      let place = columns.optional(name + " B SUM", name + " B", name + " Days", name)
      return try columns.required(published, name + " B SUM", at: place)
    }
  }

  private let header: Header
  private let columns: Columns
  private var period: PeriodColumn
  private var reason: ItemColumn
  private var authority: ItemColumn
  private var seen = DuplicateRows()
  private var numbers: Numbers?

  /// The numbers of names that every row uses.
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

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    self.columns = columns
    period = columns.period
    reason = ItemColumn("reason", columns.reason)
    authority = ItemColumn("local-authority", columns.authority)
  }

  var title: String {
    if header.column("Provider SHA Code") != nil { return "DTOC, 2011 to 2012" }
    return header.column("NHS A SUM") != nil ? "DTOC, 2013 to March 2017" : "DTOC, April 2017 to February 2020"
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let month = try period.period(record)
    let days = columns.days
    let amounts = try [record.amount(days[0]), record.amount(days[1]), record.amount(days[2])]
    let isAcute = try isAcute(record)
    try seen.note(
      record.key([columns.provider, columns.authority, columns.reason, columns.setting], month), amounts, columns: days,
      line: record.line, header: header)
    let trust = try builder.organisation(record, columns.provider, name: columns.providerName, role: .provider)
    let council = try builder.organisation(
      record, columns.authority, name: columns.authorityName, role: .localAuthority)
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
    func addEach(_ organisation: Int) {
      add(all, organisation, -1)
      add(all, organisation, reason)
      add(amounts[0], organisation, numbers.organisations.0)
      add(amounts[1], organisation, numbers.organisations.1)
      add(amounts[2], organisation, numbers.organisations.2)
    }
    addEach(trust)
    addEach(council)
    add(all, trust, isAcute ? numbers.acute : numbers.nonAcute)
    if all != .known(.zero) { add(all, trust, authority.part(record, &builder)) }
  }

  mutating func finish(into builder: inout ContributionBuilder) {}

  private func isAcute(_ record: Record) throws(Fault) -> Bool {
    if record.field(columns.setting, isLowercased: "acute") { return true }
    for spelling: StaticString in ["non-acute", "non acute", "nonacute"]
    where record.field(columns.setting, isLowercased: spelling) {
      return false
    }
    throw Fault(.unknownWord(record.text(columns.setting), expected: "Acute or Non-Acute"), columns.setting)
  }
}
