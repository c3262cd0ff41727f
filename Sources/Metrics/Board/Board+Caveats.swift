/// What must be said beside a figure: that it is in no total, which organisations its total covers, or that rows may be
/// missing from it.
extension Board {
  /// The caveats of a point; empty where there are none.
  func caveat(_ key: Series.Key, _ point: SeriesPoint, _ subject: SeriesSubject) -> String {
    // Every figure asks, and most figures are a provider's: those are answered first.
    let doubt = doubts[key, point.period]
    if subject.isProvider, subject.organisation.counts { return doubt }
    let area = key.organisation == tree.system.code ? healthSystem.area.remark(in: point.period) : ""
    let other = catalogue.traits(of: key.metric).anotherMeasureThan
    let measure = other.isEmpty ? "" : "another measure than \(other)"
    let people = withoutPopulation(key, point)
    return [
      standsOutside(key), fallback(key), partial(key, point), leftOut(key, point), doubt, people, area, measure,
    ]
    .filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The organisations that are not included in a total because their figures lie outside the time in which they
  /// existed.
  private func leftOut(_ key: Series.Key, _ point: SeriesPoint) -> String {
    guard isCollective(key.organisation) else { return "" }
    let outside = outside.organisations(key.metric, in: point.period)
    guard !outside.isEmpty else { return "" }
    let names = tree.descendants(of: key.organisation).filter {
      outside.contains($0.code) && key.perspective.includes($0.role)
    }.map { organisation in
      let hasEnded = organisation.to.map { $0.lastDay < (point.period.firstDay ?? $0.lastDay) } ?? false
      return "\(organisation.code), which \(hasEnded ? "had ended" : "had not begun")"
    }
    guard !names.isEmpty else { return "" }
    return "without "
      + (names.count > 3 ? "\(names.count) organisations outside their dates" : names.joined(separator: " and "))
  }

  /// A provider that serves several systems is shown, but is not included in the total.
  private func standsOutside(_ key: Series.Key) -> String {
    guard let organisation = tree[key.organisation], organisation.role == .provider, !organisation.counts else {
      return ""
    }
    return "not included in the total: works across systems"
  }

  /// A place or group that has figures from commissioners only says so where its system has figures from providers: the
  /// two must not be added.
  private func fallback(_ key: Series.Key) -> String {
    key.perspective == .commissioners ? fallback(key.metric, of: key.organisation, from: .providers) : ""
  }

  /// A note that a place or group is not viewed from the perspective that was asked for although its system is; empty
  /// where it is.
  public func fallback(_ metric: MetricID, of code: OrganisationCode, from wanted: Perspective) -> String {
    guard code != tree.system.code, isCollective(code),
      perspective(for: metric, of: code, wanted: wanted) != wanted,
      perspective(for: metric, of: tree.system.code, wanted: wanted) == wanted
    else { return "" }
    return "over \(wanted.other.word): no \(wanted.singular) here has figures"
  }

  /// A commissioner's figure is the sum of what providers returned for it. Where a provider made no return, the
  /// commissioner's figure lacks those rows too.
  ///
  /// This applies to published files, which have a row for each provider and commissioner. In an organisation's own
  /// file, a commissioner's row is its whole figure.
  private func partial(_ key: Series.Key, _ point: SeriesPoint) -> String {
    providersBehind(key, point).map { "partial: \($0.returned) of \($0.expected) providers returned" } ?? ""
  }

  /// The providers whose returns make up a commissioner's figure; `nil` where every provider made a return, and for any
  /// other figure.
  private func providersBehind(_ key: Series.Key, _ point: SeriesPoint) -> Coverage? {
    guard isOfCommissioners(key, point),
      let coverage = store.point(Series.Key(key.metric, tree.system.code), in: point.period)
        .flatMap({ $0.origin.coverage(of: point.period) }), !coverage.hasEveryOrganisation
    else { return nil }
    return coverage
  }

  /// How much of a figure is in; `nil` for the whole return of one organisation.
  func coverage(_ key: Series.Key, _ point: SeriesPoint, _ subject: SeriesSubject) -> Coverage? {
    let own = point.origin.coverage(of: point.period)
    if subject.isProvider { return own }
    return providersBehind(key, point) ?? own
  }

  private func isOfCommissioners(_ key: Series.Key, _ point: SeriesPoint) -> Bool {
    if isCollective(key.organisation) { return key.perspective == .commissioners && point.measurement.isReturned }
    guard let role = tree[key.organisation]?.role, Perspective.commissioners.includes(role),
      case .published(let contribution, _) = point.origin
    else { return false }
    return !contributions[Int(contribution)].isLocal
  }
}

extension Perspective {
  /// The singular of its name: `provider`.
  fileprivate var singular: String { String(word.dropLast()) }
}
