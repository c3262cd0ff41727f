/// What a history adds to figures: that their file no longer has them, and that they are not what they were.
extension Board {
  /// What is known of a figure that its file no longer has; `nil` for all others.
  public func recollection(of point: SeriesPoint) -> Recollection.Entry? {
    guard case .published(let contribution, let rows) = point.origin else { return nil }
    return contributions[Int(contribution)].recollection?[rows]
  }

  /// That a figure, or one in its sum, is from the history; empty where all stand in files.
  func recalled(_ key: Series.Key, _ point: SeriesPoint) -> String {
    if let entry = recollection(of: point) { return entry.caveat(in: point.period) }
    return isRecalled(key, point) ? "with figures that their file no longer has" : ""
  }

  private func isRecalled(_ key: Series.Key, _ point: SeriesPoint) -> Bool {
    switch point.origin {
    case .published: return recollection(of: point) != nil
    case .rolledUp:
      return tree.descendants(of: key.organisation).contains { organisation in
        guard key.perspective.roles.contains(organisation.role), organisation.counts else { return false }
        return store.point(Series.Key(key.metric, organisation.code, part: key.part), in: point.period)
          .map { recollection(of: $0) != nil } ?? false
      }
    case .summedOverTime:
      guard let first = point.period.firstDay, let last = point.period.lastDay else { return false }
      return (0...first.days(until: last)).contains { day in
        store.point(key, in: .day(first.advanced(by: day))).map { isRecalled(key, $0) } ?? false
      }
    case .summedParts, .fromPredecessors: return false
    }
  }

  /// How a figure that a file states was restated; `nil` where it is what it was at first.
  public func restatement(of key: Series.Key, _ point: SeriesPoint) -> Restatement? {
    guard let versions = history?.versions[BoardHistory.FigureKey(key.metric, key.organisation, key.part, point.period)]
    else { return nil }
    return Restatement(versions, now: point.measurement)
  }

  /// The organisations whose figures in a sum have been restated, in the order of their codes.
  public func restatedOrganisations(in key: Series.Key, _ period: Period) -> [OrganisationCode] {
    guard let history, !history.versions.isEmpty, isCollective(key.organisation) else { return [] }
    return tree.descendants(of: key.organisation).filter { organisation in
      guard key.perspective.roles.contains(organisation.role), organisation.counts,
        history.versions[BoardHistory.FigureKey(key.metric, organisation.code, key.part, period)] != nil
      else { return false }
      let own = Series.Key(key.metric, organisation.code, part: key.part)
      return store.point(own, in: period).flatMap { restatement(of: own, $0) } != nil
    }.map(\.code).sorted()
  }

  /// Whether a figure, or one in its sum, is not what it was when it was first published.
  public func isRestated(_ figure: Figure) -> Bool {
    guard let history, !history.versions.isEmpty else { return false }
    let point = SeriesPoint(period: figure.period, measurement: figure.measurement, origin: figure.origin)
    return restatement(of: figure.key, point) != nil || !restatedOrganisations(in: figure.key, figure.period).isEmpty
  }
}
