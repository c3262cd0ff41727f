import Metrics

// Ambulance systems indicators. One row: one trust, region or England in one month; the file holds the whole series.
//
//   Year,Month,Region,Org Code,Org Name,A0,A1,…,A8,…,A10,…,A24,A25,…,A30,A31,…   (128 columns, in no order)
//   2017,8,Eng,Eng,England,…          2017,8,South East,Y59,South East,.,.,…          2021,1,Y59,RYE,SOUTH CENTRAL …
//
// A8 and A10 are incidents of category 1 and 2, A24 and A30 their response times in seconds in all, A25 and A31 the means,
// which are the figures of a trust as published; sums are made of the others. A dot is not available. Trusts are read;
// England's row is held against them; regions are sums of trusts.

extension Layout {
  /// Ambulance systems indicators, August 2017 on.
  static let ambSYS = Layout(
    name: "AmbSYS",
    requirements: [
      Requirement("Year"), Requirement("Month"), Requirement("Org Code"), Requirement("A8"), Requirement("A24"),
      Requirement("A10"), Requirement("A30"),
    ],
    reader: { header, _ in AmbSYS(header) })
}

/// Reads AmbSYS rows.
struct AmbSYS: RowReader {
  private let header: Header
  private let code: Int
  private let name: Int?
  private let counts: [(metric: MetricID, total: Int, incidents: Int, mean: Int?)]
  private var period: PeriodColumn?
  private var months: [Period: ColumnTotals] = [:]
  private var monthOrder: [Period] = []
  private var seen = DuplicateRows()

  let title = "AmbSYS"

  init(_ header: Header) {
    self.header = header
    code = header.column("Org Code") ?? 0
    name = header.column("Org Name")
    counts = [
      (.category1, header.column("A24") ?? 0, header.column("A8") ?? 0, header.column("A25")),
      (.category2, header.column("A30") ?? 0, header.column("A10") ?? 0, header.column("A31")),
    ]
    period = PeriodColumn(header, example: "2021 and 1")
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    guard let month = try period?.period(record) else { return }
    let columns = counts.flatMap { [$0.total, $0.incidents] }
    var amounts: [Amount] = []
    for column in columns { amounts.append(try record.amount(column)) }
    var means: [Mean] = []
    for count in counts { means.append(try mean(record, count.mean)) }
    if months[month] == nil { monthOrder.append(month) }
    if TotalName.isTotal(record, code) {
      months[month, default: ColumnTotals(columns: columns)].state(amounts, line: record.line)
      return
    }
    if isRegion(record) { return }
    try seen.note(record.key([code], month), amounts, columns: columns, line: record.line, header: header)
    let trust = try builder.organisation(record, code, name: name, role: .provider)
    months[month, default: ColumnTotals(columns: columns)].add(amounts)
    for (place, count) in counts.enumerated() {
      let (total, incidents) = (amounts[place * 2], amounts[place * 2 + 1])
      let measurement = measurement(total, of: incidents, means[place])
      builder.add(measurement, count.metric, trust, month, line: record.line)
      compare(measurement, count, record, &builder)
    }
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    for month in monthOrder { months[month]?.finish(into: &builder, header: header, parts: "the trusts") }
  }

  /// What the column of a mean holds.
  private enum Mean {
    case known(Decimal)
    case missing
    case suppressed
  }

  private func mean(_ record: Record, _ column: Int?) throws(Fault) -> Mean {
    guard let column else { return .missing }
    switch record.cell(column) {
    case .number(let seconds) where seconds.unscaled >= 0: return .known(seconds)
    case .blank, .unavailable: return .missing
    case .suppressed: return .suppressed
    case .number: throw Fault(.negative(record.text(column)), column)
    case .other, .percent: throw Fault(.notNumber(record.text(column)), column)
    }
  }

  /// The mean as published; without its seconds and incidents it has no sum, and is a rate.
  private func measurement(_ total: Amount, of incidents: Amount, _ mean: Mean) -> Measurement {
    switch (total, incidents, mean) {
    case (.known(let seconds), .known(let number), .known(let mean)) where number > .zero:
      .mean(total: seconds.halves / 2, of: number.halves / 2, published: mean)
    case (.known(let seconds), .known(let number), _):
      .mean(total: seconds.halves / 2, of: number.halves / 2)
    case (_, _, .known(let mean)): .rate(mean)
    case (.suppressed, _, _), (_, .suppressed, _), (_, _, .suppressed): .suppressed
    case (.missing, _, _), (_, .missing, _): .notReturned
    }
  }

  /// Holds the mean that is published against the seconds and incidents it is made of.
  private func compare(
    _ measurement: Measurement, _ count: (metric: MetricID, total: Int, incidents: Int, mean: Int?), _ record: Record,
    _ builder: inout ContributionBuilder
  ) {
    guard case .mean(let total, let of, let published?) = measurement, let column = count.mean else { return }
    let computed = Ratio(total, of)
    guard computed.rounded(places: published.places) != published.unscaled else { return }
    builder.problems.add(
      .meanDiffers(
        published.ratio, computed, total: header.title(count.total), incidents: header.title(count.incidents)),
      .warning, line: record.line, field: column, title: header.title(column))
  }

  /// `Y56` … `Y63`.
  private func isRegion(_ record: Record) -> Bool {
    let code = record.text(code)
    return code.utf8.count == 3 && code.first == "Y" && code.dropFirst().allSatisfy(\.isNumber)
  }
}
