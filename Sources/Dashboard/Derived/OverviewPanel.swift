import Metrics

/// The subject of one panel of an overview.
enum OverviewPanel: Hashable, Sendable {
  case metric(MetricID)
  case attention
  case levels

  /// The topics at the start of a board, in order. Of a topic with more than one measure, the first with figures is
  /// used: an organisation that plans by the beds that delays take up returns no days. In a month after a measure has
  /// ended, its successor is used, which is another measure and says so.
  private static let topics: [[MetricID]] = [
    [.fourHour], [.incomplete], [.cancer62Day], [.delayedDays, .delayedBeds, .noCriteria, .readyDateSameDay],
    [.controlTotal],
  ]

  /// The panels for these metrics, by priority: the first five topics, what needs attention, further metrics, the
  /// levels, and finally metrics that are only context.
  static func all(of metrics: [Metric], in month: Month?, hasLevels: Bool) -> [OverviewPanel] {
    guard !metrics.isEmpty else { return [.levels] }
    let known = Set(metrics.map(\.id))
    let ended = Set(
      metrics.filter { metric in
        guard let end = metric.ended, let month else { return false }
        return month > end
      }.map(\.id))
    let first = topics.compactMap { topic in
      topic.first { known.contains($0) && !ended.contains($0) } ?? topic.first(where: known.contains)
    }
    let leading = first.map(OverviewPanel.metric)
    let further = metrics.filter { !first.contains($0.id) }
    let measured = further.filter { $0.direction != .neither }.map { OverviewPanel.metric($0.id) }
    let context = further.filter { $0.direction == .neither }.map { OverviewPanel.metric($0.id) }
    return leading + [.attention] + measured + (hasLevels ? [.levels] : []) + context
  }
}
