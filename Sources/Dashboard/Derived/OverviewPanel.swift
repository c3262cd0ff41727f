import Metrics

/// What one panel of an overview is about.
enum OverviewPanel: Hashable, Sendable {
  case metric(MetricID)
  case attention
  case levels

  /// The topics a board starts with, in their order; of those that have more than one measure the first there are figures
  /// of: who plans by the beds that delays take up returns no days.
  private static let topics: [[MetricID]] = [
    [.fourHour], [.incomplete], [.cancer62Day], [.delayedDays, .delayedBeds], [.controlTotal],
  ]

  /// The panels for these metrics, by priority: the first five topics, what needs attention, further metrics, the levels,
  /// and last what is only context.
  static func all(of metrics: [Metric], hasLevels: Bool) -> [OverviewPanel] {
    guard !metrics.isEmpty else { return [.levels] }
    let known = Set(metrics.map(\.id))
    let first = topics.compactMap { $0.first(where: known.contains) }
    let leading = first.map(OverviewPanel.metric)
    let further = metrics.filter { !first.contains($0.id) }
    let measured = further.filter { $0.direction != .neither }.map { OverviewPanel.metric($0.id) }
    let context = further.filter { $0.direction == .neither }.map { OverviewPanel.metric($0.id) }
    return leading + [.attention] + measured + (hasLevels ? [.levels] : []) + context
  }
}
