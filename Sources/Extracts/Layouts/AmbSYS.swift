import Metrics

// Ambulance systems indicators. One row: one trust, region or England in one month; the file has the whole series.
//
//   Year,Month,Region,Org Code,Org Name,A0,A1,…,A8,…,A10,…,A24,A25,…,A30,A31,…   (128 columns, in no order)
//   2017,8,Eng,Eng,England,…          2017,8,South East,Y59,South East,.,.,…          2021,1,Y59,RYE,SOUTH CENTRAL …
//
//   the workbook's hidden sheet "Raw": Concatenated,Year,Month,Reg,,Area,Trust,A0,A1,…  with the code under Area
//
// A8 and A10 are incidents of categories 1 and 2, A24 and A30 the sums of their response times in seconds, and A25 and
// A31 the means, which are the published figures of a trust; sums are made from the other columns. A dot means not
// available. A140 is handovers whose time is known, A141 the sum of their times, A142 the mean, A144 to A146 those over 15, 30 and
// 60 minutes: of ambulance trusts, not of hospitals. Trusts are read; England's row is compared with their sum; regions are
// sums of trusts. The other sheets of the workbook show one area that is chosen in a cell.

extension Layout {
  /// Ambulance systems indicators, August 2017 on.
  static let ambSYS = Layout(
    name: "AmbSYS", columns: AmbSYS.Columns.init, reader: { header, columns, _ in AmbSYS(header, columns) })
}

/// Reads AmbSYS rows.
struct AmbSYS: RowReader {
  /// The places of its columns.
  struct Columns {
    let period: PeriodColumn
    let code: Int
    let name: Int?
    let counts: [Counted]
    /// The columns of handovers over a number of minutes; none in files from before they were counted.
    let long: [(metric: MetricID, column: Int)]

    /// The columns of one metric.
    struct Counted {
      let metric: MetricID
      let total, incidents: Int
      let mean: Int?
    }

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      period = try PeriodColumn(&columns, .yearAndMonth, example: "2021 and 1")
      code = try columns.required("Org Code", "Area")
      name = columns.optional("Org Name", "Trust")
      let responses = [
        Counted(
          metric: .category1, total: try columns.required("A24"), incidents: try columns.required("A8"),
          mean: columns.optional("A25")),
        Counted(
          metric: .category2, total: try columns.required("A30"), incidents: try columns.required("A10"),
          mean: columns.optional("A31")),
      ]
      guard let known = columns.optional("A140"), let seconds = columns.optional("A141") else {
        (counts, long) = (responses, [])
        return
      }
      let handovers = Counted(
        metric: .handoverMean, total: seconds, incidents: known, mean: columns.optional("A142"))
      counts = responses + [handovers]
      let over: [(MetricID, String)] = [
        (.handoverOver15, "A144"), (.handoverOver30, "A145"), (.handoverOver60, "A146"),
      ]
      long = over.compactMap { metric, name in columns.optional(name).map { (metric, $0) } }
    }
  }

  private let header: Header
  private let columns: Columns
  private var period: PeriodColumn
  private var months: [Period: ColumnTotals] = [:]
  private var monthOrder: [Period] = []
  private var seen = DuplicateRows()

  let title = "AmbSYS"

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    self.columns = columns
    period = columns.period
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    // Beside its rows the workbook's sheet has lists of its own.
    if record.isBlank(columns.code), record.isBlank(period.columns[0]) { return }
    let month = try period.period(record)
    let counted = columns.counts.flatMap { [$0.total, $0.incidents] } + columns.long.map(\.column)
    var amounts: [Amount] = []
    for column in counted { amounts.append(try record.amount(column)) }
    var means: [Mean] = []
    for count in columns.counts { means.append(try mean(record, count.mean)) }
    if months[month] == nil { monthOrder.append(month) }
    if TotalName.isTotal(record, columns.code) {
      months[month, default: ColumnTotals(columns: counted)].state(amounts, line: record.line)
      return
    }
    if isRegion(record) { return }
    try seen.note(record.key([columns.code], month), amounts, columns: counted, line: record.line, header: header)
    let trust = try builder.organisation(record, columns.code, name: columns.name, role: .provider)
    months[month, default: ColumnTotals(columns: counted)].add(amounts)
    for (place, count) in columns.counts.enumerated() {
      // Handovers were not counted in the first years.
      if count.metric == .handoverMean, amounts[place * 2 + 1] == .missing { continue }
      let (total, incidents) = (amounts[place * 2], amounts[place * 2 + 1])
      let measurement = measurement(total, of: incidents, means[place])
      builder.add(measurement, count.metric, trust, month, line: record.line)
      compare(measurement, count, record, &builder)
    }
    addHandovers(amounts, trust, month, line: record.line, &builder)
  }

  /// Adds the handovers and the shares of long ones.
  private func addHandovers(
    _ amounts: [Amount], _ trust: Int, _ month: Period, line: Int, _ builder: inout ContributionBuilder
  ) {
    guard let place = columns.counts.firstIndex(where: { $0.metric == .handoverMean }) else { return }
    let known = amounts[place * 2 + 1]
    if known == .missing { return }
    builder.add(known.measurement, .handovers, trust, month, line: line)
    for (long, amount) in zip(columns.long, amounts.dropFirst(columns.counts.count * 2)) {
      builder.add(known.share(within: amount), long.metric, trust, month, line: line)
    }
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    for month in monthOrder { months[month]?.finish(into: &builder, header: header, parts: "the trusts") }
  }

  /// What the column of a mean contains.
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

  /// The mean as published; without seconds and incidents it cannot be summed, and is a rate.
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

  /// Compares the published mean with the seconds and incidents that it is calculated from.
  private func compare(
    _ measurement: Measurement, _ count: Columns.Counted, _ record: Record, _ builder: inout ContributionBuilder
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
    let code = record.text(columns.code)
    return code.utf8.count == 3 && code.first == "Y" && code.dropFirst().allSatisfy(\.isNumber)
  }
}
