import Metrics

/// What the pages show of a board from one outlook, worked out once and kept until one of them changes.
public struct Digest: Sendable {
  /// Tells one working out from every other: what has the same shows the same.
  final class Edition: Sendable, Equatable {
    static func == (one: Edition, other: Edition) -> Bool { one === other }
  }

  /// Which working out this is.
  let edition = Edition()
  /// The organisation the digest is about: the system, or a place or group in it.
  public let scope: OrganisationCode
  /// From where the board is looked at.
  public let viewSettings: ViewSettings
  /// The day freshness was judged on.
  let day: Day
  /// The panels of the overview, in order; none for a metric the organisation and those below it have nothing of.
  public let panels: [MetricDigest]
  /// What needs attention, worst first.
  let exceptions: [Exception]
  /// What the list of them says.
  let attention: AttentionList
  /// The panels of the overview with what else stands among them, by priority.
  let overview: [OverviewPanel]
  /// The panel whose metric is furthest behind its own rhythm; `nil` without panels.
  let stalest: MetricDigest?
  /// The period the board speaks of: the latest of its panels in the grain looked at, else the one most of them show;
  /// `nil` without figures.
  let period: Period?

  /// A board looked at from one outlook.
  init(_ board: Board, scope: OrganisationCode, viewSettings: ViewSettings, today: Day) {
    self.scope = scope
    self.viewSettings = viewSettings
    day = today
    panels = board.metrics.filter(\.hasPanel).map {
      MetricDigest($0, board, scope: scope, viewSettings: viewSettings, today: today)
    }.filter(\.hasAnything)
    let exceptions = board.exceptions(of: scope, viewSettings)
    self.exceptions = exceptions
    attention = AttentionList(exceptions.map { AttentionWords($0, board) })
    stalest = panels.max { $0.freshness.state < $1.freshness.state }
    let period = Digest.period(of: panels.compactMap(\.period), viewSettings.grain)
    self.period = period
    // A list of every organisation in a national file is no system of levels.
    overview = OverviewPanel.all(
      of: panels.map(\.metric), in: (viewSettings.period ?? period)?.month,
      hasLevels: board.tree.system.code != .all)
  }

  private static func period(of shown: [Period], _ grain: Period.Grain?) -> Period? {
    if let latest = shown.filter({ $0.grain == grain }).max() { return latest }
    var counts: [Period: Int] = [:]
    for period in shown { counts[period, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// The panel of a metric.
  subscript(metric: MetricID) -> MetricDigest? { panels.first { $0.metric.id == metric } }
}
