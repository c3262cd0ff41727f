import Metrics

/// England's own row for each standard and month of a cancer extract, and the sum of the organisations.
struct EnglandTotals {
  private struct Key: Hashable {
    let metric: MetricID
    let role: OrganisationRole
    /// The care setting, in a file that has settings.
    let setting: String
    let month: Period
  }

  private struct Row {
    let key: Key
    let total: Amount
    let within: Amount
    let line: Int
  }

  private var sums: [Key: (total: Amount, within: Amount)] = [:]
  private var rows: [Row] = []

  /// Adds the row of an organisation.
  mutating func add(
    _ total: Amount, _ within: Amount, _ metric: MetricID, _ role: OrganisationRole, _ setting: String?,
    _ month: Period
  ) {
    let key = Key(metric: metric, role: role, setting: setting ?? "", month: month)
    let sum = sums[key] ?? (.known(.zero), .known(.zero))
    sums[key] = (sum.total + total, sum.within + within)
  }

  /// Records England's row.
  mutating func state(
    _ total: Amount, _ within: Amount, _ metric: MetricID, _ role: OrganisationRole, _ setting: String?,
    _ month: Period, line: Int
  ) {
    rows.append(
      Row(
        key: Key(metric: metric, role: role, setting: setting ?? "", month: month), total: total, within: within,
        line: line))
  }

  /// Compares England's rows with the sum of the organisations; where one of those is suppressed, the sum is not known.
  func finish(into builder: inout ContributionBuilder) {
    for row in rows {
      let sum = sums[row.key] ?? (.known(.zero), .known(.zero))
      compare(row, "Total", row.total, sum.total, &builder)
      compare(row, "Within", row.within, sum.within, &builder)
    }
  }

  private func compare(
    _ row: Row, _ column: String, _ amount: Amount, _ sum: Amount, _ builder: inout ContributionBuilder
  ) {
    guard let stated = amount.count, let sum = sum.count else { return }
    let setting = row.key.setting.isEmpty ? "" : ", \(row.key.setting)"
    let title = "\(column), \(row.key.metric) by \(row.key.role.word)\(setting), \(row.key.month.title)"
    builder.statedTotals.append(StatedTotal(title: title, stated: stated.ratio, summed: sum.ratio, line: row.line))
    if stated != sum {
      builder.problems.add(
        .totalDiffers(title: title, stated: stated.ratio, summed: sum.ratio, parts: "the \(row.key.role.word)s"),
        .warning, line: row.line)
    }
  }
}
