import Metrics

/// Reads the rows of a cancer extract.
struct CancerRows: RowReader {
  let title: String
  private let header: Header
  private let columns: CancerColumns
  private var period: PeriodColumn
  /// `nil` in a file with one standard.
  private var standards: CancerStandards?
  private var settings = CancerCareSettings()
  private var england = EnglandTotals()
  private var standardsRead: [MetricID] = []
  private var standardsWithWhole: [MetricID] = []
  private var seen = DuplicateRows()

  init(_ header: Header, _ columns: CancerColumns, title: String) {
    self.header = header
    self.title = title
    self.columns = columns
    period = columns.period
    standards = columns.standard.map { CancerStandards(column: $0) }
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let month = try period.period(record)
    let role = try role(record)
    let standard = standards == nil ? columns.onlyStandard : try standards?.metric(record)
    guard let metric = standard else { return }
    if !standardsRead.contains(metric) { standardsRead.append(metric) }
    guard record.isAll(columns.modality), record.isAll(columns.type) || record.isAll(columns.route) else { return }
    let part = part(record)
    if part == nil, !standardsWithWhole.contains(metric) { standardsWithWhole.append(metric) }
    let total = try record.halves(columns.total)
    let within = try record.halves(columns.within)
    try check(total, within)
    let setting = setting(record)
    if TotalName.isTotal(record, columns.code) {
      if part == nil { england.state(total, within, metric, role, setting, month, line: record.line) }
      return
    }
    let fields = [
      columns.code, columns.basis, columns.standard, columns.type, columns.route, columns.setting,
    ].compactMap { $0 }
    try seen.note(
      record.key(fields, month), [total, within], columns: [columns.total, columns.within], line: record.line,
      header: header)
    let organisation = try builder.organisation(record, columns.code, name: columns.name, role: role)
    compare(record, total, within, &builder)
    if part == nil { england.add(total, within, metric, role, setting, month) }
    builder.noteHalves(
      total.share(within: within), metric, MetricCatalogue.builtIn.traits(of: metric).halves, line: record.line)
    guard let setting, !setting.isEmpty else {
      builder.add(total.share(within: within), metric, organisation, month, part, line: record.line)
      return
    }
    settings.add(total, within, metric, organisation, month, part, line: record.line)
    builder.mark(metric, builder.code(organisation), month, part)
    if part?.breakdown == "cancer-type" { builder.markAsPart(metric, builder.code(organisation), month) }
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    england.finish(into: &builder)
    let (whole, addedUp) = settings.finish(into: &builder)
    for metric in standardsRead where !standardsWithWhole.contains(metric) && !whole.contains(metric) {
      let isAddedUp = addedUp.contains(metric)
      builder.problems.add(
        isAddedUp ? .wholeOfTypes(metric.text) : .noWhole(metric.text), .warning, line: header.line)
    }
    standards?.finish(into: &builder, header: header)
  }

  /// The care setting of a row; empty for all settings, `nil` in a file without settings.
  private func setting(_ record: Record) -> String? {
    columns.setting.map { record.isAll($0) || record.field($0, isLowercased: "total") ? "" : record.text($0) }
  }

  /// Compares the patients within the standard and those beyond it with all patients.
  private func compare(_ record: Record, _ total: Amount, _ within: Amount, _ builder: inout ContributionBuilder) {
    guard let column = columns.after, let after = (try? record.halves(column))?.count, let stated = total.count,
      let early = within.count, early + after != stated
    else { return }
    builder.problems.add(
      .rowTotalDiffers(
        stated: stated.ratio, summed: (early + after).ratio,
        parts: "\"\(header.title(columns.within))\" and \"\(header.title(column))\"",
        counted: "\"\(header.title(columns.total))\" and \"\(header.title(columns.within))\""),
      .warning, line: record.line, field: columns.total, title: header.title(columns.total))
  }

  private func role(_ record: Record) throws(Fault) -> OrganisationRole {
    guard let basis = columns.basis else { return .provider }
    if record.field(basis, isLowercased: "provider") { return .provider }
    if record.field(basis, isLowercased: "commissioner") { return .commissioner }
    throw Fault(.unknownWord(record.text(basis), expected: "Provider or Commissioner"), basis)
  }

  private func part(_ record: Record) -> BreakdownItem? {
    if let type = columns.type, !record.isAll(type) { return BreakdownItem("cancer-type", record.text(type)) }
    if let route = columns.route, !record.isAll(route) { return BreakdownItem("referral-route", record.text(route)) }
    return nil
  }

  private func check(_ total: Amount, _ within: Amount) throws(Fault) {
    guard let all = total.count, let some = within.count, some > all else { return }
    throw Fault(
      .moreThanAll(some.ratio, of: all.ratio, things: "in \"\(header.title(columns.total))\""), columns.within)
  }
}

extension Record {
  /// Whether a cell of a dimension means all of it: `ALL CANCERS`, an empty cell, or a column that is not there.
  fileprivate func isAll(_ field: Int?) -> Bool {
    guard let field else { return true }
    let range = trimmed(field)
    if range.isEmpty { return true }
    guard range.count >= 4 else { return self.field(field, isLowercased: "all") }
    let start = content[range.lowerBound..<(range.lowerBound + 4)]
    return start.elementsEqual([0x41, 0x4C, 0x4C, 0x20]) || start.elementsEqual([0x61, 0x6C, 0x6C, 0x20])
      || start.elementsEqual([0x41, 0x6C, 0x6C, 0x20])
  }
}
