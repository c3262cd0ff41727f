import Metrics

/// What makes a new version of a file doubtful compared with the last good one: a backup that was restored, a template
/// saved over the figures, a filter left on.
///
/// A version that covers a later time than the good one may leave out its oldest periods, as a file of the last twelve
/// months does.
enum VersionDoubt {
  /// What is wrong with a version, in words that "since 09:00" can follow; `nil` where nothing is.
  static func words(on version: HeldFile.Version, beside good: HeldFile.Version) -> String? {
    words(on: version.contribution, beside: good.contribution)
      ?? (version.endsShort && !good.endsShort ? "cut short" : nil)
  }

  private static func words(on version: Contribution, beside good: Contribution) -> String? {
    if good.isEmpty { return nil }
    if version.isEmpty { return "without figures" }
    if isHardlyReadable(version), !isHardlyReadable(good) {
      let readable = version.rowsRead - version.rowsSkipped
      return "only \(readable) of \(version.rowsRead) \(version.rowsRead == 1 ? "row" : "rows") readable"
    }
    let (now, before) = (Coverage(version), Coverage(good))
    return goesBack(now, before) ?? isWithoutPeriods(now, before) ?? isWithoutMetrics(now, before)
      ?? isWithoutOrganisations(version, good, now, before)
  }

  private static func isHardlyReadable(_ contribution: Contribution) -> Bool {
    contribution.rowsSkipped > contribution.rowsRead / 2
  }

  private static func goesBack(_ now: Coverage, _ before: Coverage) -> String? {
    for (grain, last) in before.latest.sorted(by: { $0.key < $1.key }) {
      guard let latest = now.latest[grain] else { continue }
      if latest.lastDay ?? .distantPast < last.lastDay ?? .distantPast { return "goes back to \(latest.title)" }
    }
    return nil
  }

  private static func isWithoutPeriods(_ now: Coverage, _ before: Coverage) -> String? {
    let lost = before.periods.subtracting(now.periods).filter { period in
      guard let latest = now.latest[period.grain], let last = before.latest[period.grain] else { return true }
      // A moving window drops its oldest periods; it does not leave gaps.
      let hasMovedOn = last.lastDay ?? .distantPast < latest.lastDay ?? .distantPast
      let first = now.first[period.grain]?.lastDay ?? .distantPast
      return !hasMovedOn || first < period.lastDay ?? .distantPast
    }
    return without(
      lost.sorted { ($0.lastDay ?? .distantPast, $0.title) < ($1.lastDay ?? .distantPast, $1.title) }.map(\.title))
  }

  private static func isWithoutMetrics(_ now: Coverage, _ before: Coverage) -> String? {
    without(before.metrics.subtracting(now.metrics).map(\.text).sorted())
  }

  /// Whether organisations are missing in the periods that both versions have; a next month need not have all of the
  /// last.
  private static func isWithoutOrganisations(
    _ version: Contribution, _ good: Contribution, _ now: Coverage, _ before: Coverage
  ) -> String? {
    let shared = now.periods.intersection(before.periods)
    let lost = Coverage.organisations(of: good, in: shared).subtracting(Coverage.organisations(of: version, in: shared))
    return without(lost.map(\.text).sorted())
  }

  private static func without(_ names: [String]) -> String? {
    guard let first = names.first else { return nil }
    return names.count == 1 ? "without \(first)" : "without \(first) and \(names.count - 1) more"
  }
}

extension Day {
  fileprivate static var distantPast: Day { Day(number: .min) }
}

/// The periods, metrics and organisations for which a file has figures.
private struct Coverage {
  let periods: Set<Period>
  let metrics: Set<MetricID>
  /// The latest and the first period of each grain.
  private(set) var latest: [Period.Grain: Period] = [:], first: [Period.Grain: Period] = [:]

  init(_ contribution: Contribution) {
    let observed = contribution.observations.periodsWithFigures
    periods = observed.union(contribution.finance.positions.map { .month($0.month) })
      .union(contribution.finance.bridgeSteps.map(\.period)).union(contribution.finance.schemes.map(\.period))
    metrics = contribution.observations.metricsWithFigures
    for period in periods {
      guard let end = period.lastDay else { continue }
      if latest[period.grain]?.lastDay ?? end <= end { latest[period.grain] = period }
      if first[period.grain]?.lastDay ?? end >= end { first[period.grain] = period }
    }
  }

  /// The organisations that have a figure in one of some periods.
  static func organisations(of contribution: Contribution, in periods: Set<Period>) -> Set<OrganisationCode> {
    let finance = contribution.finance
    let observations = contribution.observations
    let numbers = Set(
      observations.periods.indices.filter { periods.contains(observations.periods[$0]) }.map(Int32.init))
    var found: Set<Int32> = []
    for place in observations.indices {
      let key = observations.key(place)
      if numbers.contains(Int32(key.period)) { found.insert(Int32(key.organisation)) }
    }
    return Set(found.map { observations.organisations[Int($0)] })
      .union(finance.positions.filter { periods.contains(.month($0.month)) }.map(\.organisation))
      .union(finance.bridgeSteps.filter { periods.contains($0.period) }.map(\.organisation))
      .union(finance.schemes.filter { periods.contains($0.period) }.map(\.organisation))
  }
}
