import Metrics

extension State {
  /// The whole system by month, against what the board opened with: what alerts are about, whatever somebody looks at just
  /// now. A chart of days turns too often for a bell.
  private var homeSettings: ViewSettings { ViewSettings(choice: openingSettings.choice) }

  /// Whether what is shown is what alerts are about.
  var isAtHome: Bool {
    var settings = viewSettings
    settings.followsLatest = false
    return digest.scope == board.tree.system.code && settings == homeSettings
  }

  /// What alerts are about.
  var home: Digest {
    isAtHome ? digest : Digest(board, scope: board.tree.system.code, viewSettings: homeSettings, today: today)
  }

  /// Takes what is there as known, before anything else comes.
  ///
  /// - Parameter isShown: only where what alerts are about is worked out already: the first picture does not wait for it.
  mutating func beginAlerts(ifWorkedOut isShown: Bool) {
    guard alerts.system == nil, !isShown || isAtHome else { return }
    alerts.begin(with: AlertConditions.edges(home), of: board.tree.system.code)
  }
}
