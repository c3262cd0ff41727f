import Metrics

/// A board, and how it is viewed: what the digests of pages are worked out from.
struct BoardContext: Sendable {
  let board: Board
  /// The period, the kind of target and the perspective.
  let viewSettings: ViewSettings
  /// The organisation whose overview is shown: the system, or a place or group in it.
  let scope: OrganisationCode
  /// The day by which freshness is judged.
  let today: Day

  /// The perspective that has figures of a metric for an organisation.
  func perspective(for metric: MetricID, _ code: OrganisationCode) -> Perspective {
    board.perspective(for: metric, of: code, wanted: viewSettings.perspective)
  }
}
