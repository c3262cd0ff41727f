import Metrics

/// A board as it is looked at: what the pages' digests are worked out from.
struct Sight: Sendable {
  let board: Board
  /// Which period, against what, through which lens.
  let viewSettings: ViewSettings
  /// The organisation whose overview is shown: the system, or a place or group in it.
  let scope: OrganisationCode
  /// The day freshness is judged on.
  let today: Day

  /// The lens that has figures of a metric for an organisation.
  func perspective(for metric: MetricID, _ code: OrganisationCode) -> Perspective {
    board.perspective(for: metric, of: code, wanted: viewSettings.perspective)
  }
}
