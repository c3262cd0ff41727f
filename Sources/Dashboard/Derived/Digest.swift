import Metrics
import Threads

/// What the pages show of a board with its view settings, calculated once and kept until either changes.
public struct Digest: Sendable {
  /// Identifies one calculation: whatever has the same edition shows the same.
  public final class Edition: Sendable, Equatable {
    /// Whether both are the same calculation.
    public static func == (one: Edition, other: Edition) -> Bool { one === other }
  }

  /// The edition of this digest.
  public let edition = Edition()
  /// The organisation the digest is about: the system, or a place or group in it.
  public let scope: OrganisationCode
  /// The view settings.
  public let viewSettings: ViewSettings
  /// The day by which freshness was judged.
  let day: Day
  /// The panels of the overview, in order; none for a metric without figures at or below the organisation.
  public let panels: [MetricDigest]
  /// What needs attention, the worst first.
  let exceptions: [Exception]
  /// The words of that list.
  let attention: AttentionList
  /// The panels of the overview, including those without a metric, by priority.
  let overview: [OverviewPanel]
  /// The panel whose metric is latest by its own calendar; `nil` without panels.
  let stalest: MetricDigest?
  /// The period of the board: the latest of its panels in the grain shown, otherwise the one that most of them show;
  /// `nil` without figures.
  let period: Period?

  /// The digest of a board with these view settings.
  init(_ board: Board, scope: OrganisationCode, viewSettings: ViewSettings, today: Day) {
    self.scope = scope
    self.viewSettings = viewSettings
    day = today
    let metrics = board.metrics.filter(\.hasPanel)
    panels = BothCores.map(metrics.count, isWorthwhile: board.hasManyFigures) {
      MetricDigest(metrics[$0], board, scope: scope, viewSettings: viewSettings, today: today)
    }.filter(\.hasAnything)
    let exceptions = board.exceptions(of: scope, viewSettings)
    self.exceptions = exceptions
    stalest = panels.max { $0.freshness.state < $1.freshness.state }
    let period = Digest.period(of: panels.compactMap(\.period), viewSettings.grain)
    self.period = period
    let shown = viewSettings.period ?? period
    attention = AttentionList(exceptions, board, shown: shown)
    // A list of every organisation in a national file is not a hierarchy; a system on that board is.
    overview = OverviewPanel.all(
      of: panels.map(\.metric), in: (viewSettings.period ?? period)?.month,
      hasLevels: board.tree.system.code != .all || scope != board.tree.system.code)
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
