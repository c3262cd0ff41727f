/// What a history adds to figures: that their file no longer has them, and that they are not what they were.
extension Board {
  /// The moment that the board is shown as it was known at; `nil` for now.
  public var asOf: Moment? { history?.asOf }

  /// What is known of a figure that its file no longer has; `nil` for all others.
  public func recollection(of point: SeriesPoint) -> Recollection.Entry? {
    guard case .published(let contribution, let rows) = point.origin else { return nil }
    return contributions[Int(contribution)].recollection?[rows]
  }

  /// What is to be said of the past of a point.
  func past(_ key: Series.Key, _ point: SeriesPoint) -> FigurePast {
    var past = FigurePast()
    if let entry = recollection(of: point) {
      (past.isRecalled, past.words) = (true, entry.caveat(in: point.period))
    } else if isRecalled(key, point) {
      (past.isRecalled, past.words) = (true, "with figures that their file no longer has")
    }
    guard history?.versions.isEmpty == false else { return past }
    if let restatement = restatement(of: key, point) {
      past.isRestated = true
      past.say(restatement.words)
    } else {
      let organisations = restatedOrganisations(in: key, point.period)
      if organisations.isEmpty { return past }
      past.isRestated = true
      let names = organisations.prefix(3).map { organisation($0).shortName }.joined(separator: ", ")
      past.say("restated by \(names)" + (organisations.count > 3 ? " and \(organisations.count - 3) more" : ""))
    }
    return past
  }

  private func isRecalled(_ key: Series.Key, _ point: SeriesPoint) -> Bool {
    switch point.origin {
    case .published: return recollection(of: point) != nil
    case .rolledUp:
      return tree.descendants(of: key.organisation).contains { organisation in
        guard key.perspective.includes(organisation.role), organisation.counts else { return false }
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
      guard key.perspective.includes(organisation.role), organisation.counts,
        history.versions[BoardHistory.FigureKey(key.metric, organisation.code, key.part, period)] != nil
      else { return false }
      let own = Series.Key(key.metric, organisation.code, part: key.part)
      return store.point(own, in: period).flatMap { restatement(of: own, $0) } != nil
    }.map(\.code).sorted()
  }
}

/// What is to be said of the past of a figure: that it is from the history, and that it was another before.
struct FigurePast {
  /// Whether it, or a figure in its sum, is from the history.
  var isRecalled = false
  /// Whether it, or a figure in its sum, is another than was first published.
  var isRestated = false
  /// In words; empty where there is nothing to say.
  var words = ""

  /// Says something more.
  mutating func say(_ more: String) { words += (words.isEmpty ? "" : "; ") + more }
}

extension Restatement {
  /// `first published as 326 of 352 on 26 Nov, changed on 28 Nov`.
  var words: String {
    let times = changes > 1 ? "changed \(changes) times, last on \(now.seen.date)" : "changed on \(now.seen.date)"
    return "first published as \(first.measurement.text) on \(first.seen.date), \(times)"
  }
}
