import Metrics

// A sheet of the cancer waiting times workbook, by provider or by commissioner. One row: one organisation, with a referral route
// or treatment stage and a cancer type, in the month above the header.
//
//   TWO MONTH (62-DAY) WAIT FROM AN URGENT SUSPECTED CANCER OR …: BY REFERRAL ROUTE AND ALL CANCERS
//   May-25                                          (before October 2023 PERIOD: JUL 2021/22, or a quarter)
//   BASIS: PROVIDER BASED …
//   PART A: ALL ROUTES
//   ,ODS CODE (1),ACCOUNTABLE PROVIDER,REFERRAL ROUTE,CANCER TYPE,TOTAL,WITHIN 62 DAYS,AFTER 62 DAYS,…
//   ,RCF,AIREDALE …,ALL ROUTES,ALL CANCERS,83,68,15,…
//   ,,ALL ENGLISH PROVIDERS,ALL ROUTES,ALL CANCERS,28091,19134,8957,…
//   PART B: URGENT SUSPECTED CANCER                 (the same header again, then the rows of one route)
//
// Part A is the sum of the parts below it, which are its routes or stages. "BY CANCER" has a row for each type. "28-DAY FDS (BY
// ROUTE)" has no row for all routes or all types, so its rows are added up to each. To 2015/16 the parts are care settings,
// of which only ALL CARE is read.
//
// Source: NHS England, Cancer waiting times, monthly and quarterly workbooks of 2015 to 2025.

extension Layout {
  /// The sheets of the cancer workbook that are about a standard.
  static let cancerSheet = Layout(
    name: "cancer workbook", readsPreamble: true, refusal: CancerSheetTitle.refusal, columns: CancerSheet.Columns.init,
    reader: { header, columns, _ in CancerSheet(header, columns) })
}

/// Reads the rows of a sheet of the cancer workbook.
struct CancerSheet: RowReader {
  /// The places of its columns.
  struct Columns {
    let code: Int
    let counts: CancerCounts
    let route, type, setting: Int?
    /// Whether the rows are of every route and type, and of none together.
    let isByRouteAndType: Bool

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      let code = try columns.required("ODS CODE", "CCG CODE") {
        $0.text.hasPrefix("ods code") || $0.text.hasPrefix("ccg code")
      }
      let total = try columns.required("TOTAL")
      let names = columns.header.names
      let within = try columns.required("WITHIN 62 DAYS") { CancerColumns.within.contains($0) && $0.contains("days") }
      let late = within < names.count ? names[within].text.replacingWithin : ""
      let after = try columns.required("AFTER 62 DAYS") { !late.isEmpty && $0.text == late }
      counts = CancerCounts(total: total, within: within, after: after)
      // Between the name and the total.
      let dimensions = code < names.count ? names.indices.filter { $0 > code + 1 && $0 < total } : []
      func place(_ words: StaticString...) -> Int? {
        dimensions.first { place in words.contains { names[place].contains($0) } }
      }
      self.code = code
      route = place("referral route", "treatment stage")
      type = place("cancer type", "type of cancer", "suspected cancer or")
      setting = place("care setting")
      isByRouteAndType = type.map { $0 < names.count && names[$0].contains("suspected cancer or") } ?? false
    }
  }

  private let header: Header
  private let columns: Columns
  private let metric: MetricID?
  private let role: OrganisationRole
  private let period: Period
  private var periodProblem: ExtractProblem?
  private var england = EnglandTotals()
  private var seen = DuplicateRows()

  let title = "cancer workbook"
  /// Parts have headings, and the sheet ends with notes.
  var fewestFields: Int? { 0 }
  /// Each part has the header above it.
  var repeatsHeader: Bool { true }

  init(_ header: Header, _ columns: Columns) {
    self.header = header
    self.columns = columns
    metric = CancerSheetTitle(header).metric
    let name = columns.code + 1 < header.count ? header.names[columns.code + 1] : ""
    role = name.contains("commission") ? .commissioner : .provider
    let found = CancerSheetTitle.period(header)
    period = found ?? .undated
    periodProblem = found == nil ? .noPeriodAnywhere : nil
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    if let cause = periodProblem {
      builder.problems.add(cause, .warning, line: header.line)
      periodProblem = nil
    }
    guard let metric else { return }
    // Headings of parts, and notes below the rows.
    if record.isBlank(columns.code), !record.isNumber(columns.counts.total) { return }
    guard record.isAll(columns.setting) else { return }
    let (total, within) = try columns.counts.read(record, header)
    let isWhole = record.isAll(columns.route) && record.isAll(columns.type)
    if record.isBlank(columns.code), ColumnName(record.text(columns.code + 1)).text.hasPrefix("all english") {
      if isWhole { england.state(total, within, metric, role, nil, period, line: record.line) }
      return
    }
    let parts = parts(record)
    if !isWhole, parts.isEmpty { return }
    let fields = [columns.code, columns.route, columns.type].compactMap { $0 }
    try seen.note(
      record.key(fields, period), [total, within], columns: [columns.counts.total, columns.counts.within],
      line: record.line, header: header)
    let organisation = try builder.organisation(record, columns.code, name: columns.code + 1, role: role)
    columns.counts.compare(total, within, record, header, &builder)
    builder.noteHalves(
      total.share(within: within), metric, MetricCatalogue.builtIn.traits(of: metric).halves, line: record.line)
    if isWhole {
      england.add(total, within, metric, role, nil, period)
      builder.add(total.share(within: within), metric, organisation, period, line: record.line)
    }
    for part in parts {
      builder.add(total.share(within: within), metric, organisation, period, part, line: record.line)
    }
  }

  mutating func finish(into builder: inout ContributionBuilder) { england.finish(into: &builder) }

  /// The parts that a row is about; none for the whole, and for a type of one route where another row has all routes of
  /// the type.
  private func parts(_ record: Record) -> [BreakdownItem] {
    let (isAllTypes, isAllRoutes) = (record.isAll(columns.type), record.isAll(columns.route))
    guard columns.isByRouteAndType || isAllTypes || isAllRoutes else { return [] }
    var parts: [BreakdownItem] = []
    if let type = columns.type, !isAllTypes { parts.append(BreakdownItem("cancer-type", record.text(type))) }
    if let route = columns.route, !isAllRoutes { parts.append(BreakdownItem("referral-route", record.text(route))) }
    return parts
  }
}

extension Record {
  /// Whether a field is a number.
  fileprivate func isNumber(_ field: Int) -> Bool {
    if case .number = cell(field) { true } else { false }
  }
}

extension String {
  /// `after 62 days`, of `within 62 days`.
  fileprivate var replacingWithin: String { hasPrefix("within") ? "after" + dropFirst("within".utf8.count) : "" }
}
