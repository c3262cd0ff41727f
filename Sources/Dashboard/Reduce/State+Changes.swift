import Metrics

/// The changes that a new board, or a new day, brings.
extension State {
  /// Marks figures that have changed until they are looked at, and reports changes for the worse.
  ///
  /// - Parameter workedOut: what alerts are about, where it was worked out already.
  mutating func noticeChanges(since before: Digest, _ workedOut: Digest? = nil) -> [Effect] {
    let home = workedOut.flatMap { $0.day == today ? $0 : nil } ?? self.home
    let noticed = State.Noticed(hasHistory: board.history != nil, asOf: asOf)
    defer { self.noticed = noticed }
    guard noticed == self.noticed else {
      // What a history adds, or what was known at another time, has not happened just now.
      if noticed.asOf != self.noticed.asOf { unseen = [] }
      alerts.begin(with: AlertConditions.edges(home), of: board.tree.system.code)
      return []
    }
    guard !isFillingIn, alerts.system == board.tree.system.code, !before.panels.isEmpty else {
      // On the first board, on one that was still filling in, and on another system, everything is taken as it is.
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

  /// Marks figures that have changed since somebody last looked.
  mutating func note(_ keys: Set<Series.Key>, changedSince moment: Moment) {
    unseen.formUnion(keys)
    let since = moment.day == today ? moment.clock : moment.title
    remark =
      keys.isEmpty ? "nothing has changed since \(since)" : "\(counted(keys.count, "figure")) changed since \(since)"
  }

  /// The alerts that have waited for the end of the quiet hours.
  mutating func raiseWaitingAlerts() -> [Effect] { Self.effects(of: alerts.sounding(now: now)) }

  private static func effects(of alerts: [Alert]) -> [Effect] {
    alerts.isEmpty ? [] : [.bell] + alerts.map(Effect.notify)
  }

  /// The figures of the whole system that are others on one board than on an earlier one.
  public static func changes(from earlier: Board, to later: Board, _ viewSettings: ViewSettings, today: Day)
    -> Set<Series.Key>
  {
    let digests = [earlier, later].map {
      Digest($0, scope: $0.tree.system.code, viewSettings: viewSettings, today: today)
    }
    return changed(from: digests[0], to: digests[1])
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

  /// Marks the figure under the cursor, and those of a page about one series, as seen.
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

  /// Acknowledges the alert shown.
  mutating func acknowledge() {
    if let seen = alerts.acknowledge() {
      message = "acknowledged: \(seen.sentence)" + (alerts.shown.isEmpty ? "" : "; \(alerts.shown.count) more")
    } else {
      message = "no alert to acknowledge"
    }
  }
}
