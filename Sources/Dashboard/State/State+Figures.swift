import Metrics

extension State {
  /// The perspective that has figures of a metric for an organisation.
  func perspective(for metric: MetricID, _ code: OrganisationCode) -> Perspective {
    board.perspective(for: metric, of: code, wanted: viewSettings.perspective)
  }

  /// The series of a metric for an organisation, from the perspective that has figures.
  func series(_ metric: MetricID, of code: OrganisationCode, part: BreakdownItem? = nil) -> Series.Key {
    Series.Key(metric, code, part: part, perspective: perspective(for: metric, code))
  }

  /// The same with the period shown; `nil` where there has never been a figure.
  func shownSeries(_ metric: MetricID, of code: OrganisationCode) -> (Series.Key, Period)? {
    board.shownPeriod(metric, of: code, viewSettings).map { (series(metric, of: code), $0) }
  }

  /// The row under the cursor among the rows of the pane with the keyboard; where it is on none of them, the given
  /// start, otherwise the first row, which fits a filter best.
  func selectedRow(among rows: [RowID], start: RowID? = nil) -> RowID? {
    if let cursor = visit.cursor, rows.contains(cursor) { return cursor }
    if let start, rows.contains(start) { return start }
    return rows.first
  }
}
