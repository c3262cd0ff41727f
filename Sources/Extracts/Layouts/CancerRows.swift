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
  private var crossed = CancerCrossedRows()
  private let counts: CancerCounts
  private var england = EnglandTotals()
  private var standardsRead: [MetricID] = []
  private var standardsWithWhole: [MetricID] = []
  private var seen = DuplicateRows()

  init(_ header: Header, _ columns: CancerColumns, title: String) {
    self.header = header
    self.title = title
    self.columns = columns
    counts = CancerCounts(total: columns.total, within: columns.within, after: columns.after)
    period = columns.period
    standards = columns.standard.map { CancerStandards(column: $0) }
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let month = try period.period(record)
    let role = try role(record)
    let standard = standards == nil ? columns.onlyStandard : try standards?.metric(record)
    guard let metric = standard else { return }
    if !standardsRead.contains(metric) { standardsRead.append(metric) }
    guard record.isAll(columns.modality) else { return }
    let isOfOnePart = record.isAll(columns.type) || record.isAll(columns.route)
    guard isOfOnePart || columns.areAddedUp else { return }
    let part = isOfOnePart ? part(record) : nil
    if isOfOnePart, part == nil, !standardsWithWhole.contains(metric) { standardsWithWhole.append(metric) }
    let (total, within) = try counts.read(record, header)
    let setting = setting(record)
    if TotalName.isTotal(record, columns.code) {
      if isOfOnePart, part == nil { england.state(total, within, metric, role, setting, month, line: record.line) }
      return
    }
    let fields = [
      columns.code, columns.basis, columns.standard, columns.type, columns.route, columns.setting,
    ].compactMap { $0 }
    try seen.note(
      record.key(fields, month), [total, within], columns: [columns.total, columns.within], line: record.line,
      header: header)
    let organisation = try builder.organisation(record, columns.code, name: columns.name, role: role)
    counts.compare(total, within, record, header, &builder)
    if !isOfOnePart {
      crossed.add(total, within, metric, organisation, month, crossedParts(record), line: record.line, &builder)
      return
    }
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
    let ofCrossed = crossed.finish(without: standardsWithWhole, into: &builder)
    for metric in standardsRead
    where !standardsWithWhole.contains(metric) && !whole.contains(metric) && !ofCrossed.contains(metric) {
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

  private func role(_ record: Record) throws(Fault) -> OrganisationRole {
    guard let basis = columns.basis else { return .provider }
    if record.field(basis, isLowercased: "provider") { return .provider }
    if record.field(basis, isLowercased: "commissioner") { return .commissioner }
    throw Fault(.unknownWord(record.text(basis), expected: "Provider or Commissioner"), basis)
  }

  /// The type and the route of a row that is of one type and one route.
  private func crossedParts(_ record: Record) -> [BreakdownItem] {
    [("cancer-type", columns.type), ("referral-route", columns.route)].compactMap { breakdown, column in
      column.map { BreakdownItem(breakdown, record.text($0)) }
    }
  }

  private func part(_ record: Record) -> BreakdownItem? {
    if let type = columns.type, !record.isAll(type) { return BreakdownItem("cancer-type", record.text(type)) }
    if let route = columns.route, !record.isAll(route) { return BreakdownItem("referral-route", record.text(route)) }
    return nil
  }
}
