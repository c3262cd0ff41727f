import Metrics

/// What a new board, or a new day, has changed.
extension State {
  /// Marks the figures that are not what they were until they are looked at, and tells what has turned for the worse.
  mutating func noticeChanges(since before: Digest) -> [Effect] {
    let home = Digest.home(board, digest, today: today)
    guard !isFillingIn, alerts.system == board.tree.system.code, !before.panels.isEmpty else {
      // The first board, one that was being filled in, or another system: all of it is as it is.
      alerts.begin(with: AlertConditions.edges(home), of: board.tree.system.code)
      unseen = []
      return []
    }
    if before.scope == digest.scope, before.viewSettings == digest.viewSettings {
      unseen.formUnion(Self.changed(from: before, to: digest))
    }
    return Self.effects(
      of: alerts.look(at: AlertConditions(board, home).all, now: now, stale: Set(board.stalenesses.keys)))
  }

  /// What has waited for the end of the quiet hours.
  mutating func raiseWaitingAlerts() -> [Effect] { Self.effects(of: alerts.sounding(now: now)) }

  private static func effects(of alerts: [Alert]) -> [Effect] {
    alerts.isEmpty ? [] : [.bell] + alerts.map(Effect.notify)
  }

  /// The series whose figure has another period or value.
  private static func changed(from before: Digest, to after: Digest) -> Set<Series.Key> {
    func figures(_ digest: Digest) -> [Series.Key: Figure] {
      let all = digest.panels.flatMap { [$0.figure].compactMap { $0 } + $0.rankedFigures.compactMap(\.figure) }
      return Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let old = figures(before)
    return Set(
      figures(after).values.filter { figure in
        guard let known = old[figure.key] else { return figure.value != nil }
        return known.period != figure.period || known.measurement != figure.measurement
      }.map(\.key))
  }

  /// What the cursor stands on, and what a page of one series shows, has been seen.
  mutating func noticeWhatIsSeen() {
    guard !unseen.isEmpty, !isOnWall else { return }
    let page = content
    if page.isSeenWhole {
      markSeen(page.shownSeries)
    } else if let (key, _) = page.figureUnderCursor {
      markSeen([key])
    }
  }

  mutating func markSeen(_ keys: Set<Series.Key>) { unseen.subtract(keys) }

  /// Takes the alert shown as seen.
  mutating func acknowledge() {
    if let seen = alerts.acknowledge() {
      message = "acknowledged: \(seen.sentence)" + (alerts.shown.isEmpty ? "" : "; \(alerts.shown.count) more")
    } else {
      message = "no alert to acknowledge"
    }
  }
}

extension Digest {
  /// The whole system from where a board opens: what alerts are about, whatever somebody looks at just now.
  fileprivate static func home(_ board: Board, _ shown: Digest, today: Day) -> Digest {
    let system = board.tree.system.code
    if shown.scope == system, shown.viewSettings == ViewSettings() { return shown }
    return Digest(board, scope: system, viewSettings: ViewSettings(), today: today)
  }
}
