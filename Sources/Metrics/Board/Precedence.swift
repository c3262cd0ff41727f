/// Decides which observation is used where several files give the same figure, and records the files that disagree.
///
/// A known figure takes precedence over a missing one, and counts over rates; then a revised file over its original, a
/// newer file over an older one, and the later name over the earlier.
struct Precedence {
  private struct Pair: Hashable {
    let metric: MetricID
    let used: Int32
    let other: Int32
  }

  private struct Difference {
    let used: ObservationPlace
    let other: ObservationPlace
    let size: Ratio
  }

  private let contributions: [Contribution]
  /// Every difference, by the files and the metric.
  private var differences: [Pair: [Difference]] = [:]
  /// How many differences between two files about one metric are listed one by one, the largest first; the others are
  /// counted.
  static let mostTold = 20

  init(_ contributions: [Contribution]) { self.contributions = contributions }

  private subscript(place: ObservationPlace) -> Observation {
    contributions[Int(place.contribution)].observations[Int(place.observation)]
  }

  /// The observation to use, of several for one period.
  mutating func settle(_ rivals: ArraySlice<ObservationPlace>) -> ObservationPlace {
    let winner = rivals.dropFirst().reduce(rivals[rivals.startIndex]) { wins($1, over: $0) ? $1 : $0 }
    for rival in rivals where rival.contribution != winner.contribution { compare(winner, rival) }
    return winner
  }

  private func measurement(_ place: ObservationPlace) -> Measurement {
    contributions[Int(place.contribution)].observations.measurement(Int(place.observation))
  }

  private func file(_ place: ObservationPlace) -> SourceFile { contributions[Int(place.contribution)].file }

  private func wins(_ candidate: ObservationPlace, over rival: ObservationPlace) -> Bool {
    let (mine, theirs) = (Precedence.rank(measurement(candidate)), Precedence.rank(measurement(rival)))
    if mine != theirs { return mine > theirs }
    return candidate.contribution != rival.contribution && file(candidate).beats(file(rival))
  }

  private static func rank(_ measurement: Measurement) -> Int {
    switch measurement {
    case .notReturned: 0
    case .suppressed: 1
    case .rate: 2
    case .count, .share, .mean, .money: 3
    }
  }

  /// Records a difference between two files; a revision is meant to differ, and is not recorded.
  private mutating func compare(_ used: ObservationPlace, _ other: ObservationPlace) {
    guard file(used).isRevised == file(other).isRevised,
      let difference = measurement(used).difference(measurement(other))
    else { return }
    let pair = Pair(metric: self[used].metric, used: used.contribution, other: other.contribution)
    differences[pair, default: []].append(Difference(used: used, other: other, size: difference))
  }

  /// The differences to report: each of the largest with its own size, and the number of the others.
  var disagreements: [SeriesStore.Disagreement] {
    differences.flatMap { pair, all in
      let sorted = all.sorted { ($1.size, $0.other.observation) < ($0.size, $1.other.observation) }
      let rest = sorted.dropFirst(Precedence.mostTold)
      return sorted.prefix(Precedence.mostTold).map { told($0, pair) } + (rest.isEmpty ? [] : [counted(rest, pair)])
    }
  }

  private func told(_ difference: Difference, _ pair: Pair) -> SeriesStore.Disagreement {
    let (mine, theirs) = (self[difference.used], self[difference.other])
    let part = mine.part.map { ", \($0.words)," } ?? ""
    return SeriesStore.Disagreement(
      used: file(difference.used).name, other: file(difference.other).name, metric: pair.metric,
      what: "\(mine.organisation) \(mine.metric)\(part) \(mine.period.title): \(mine.measurement.text) and "
        + "\(theirs.measurement.text), a difference of \(mine.measurement.text(ofDifference: difference.size))",
      size: difference.size, line: theirs.rows.line)
  }

  private func counted(_ rest: ArraySlice<Difference>, _ pair: Pair) -> SeriesStore.Disagreement {
    let first = rest[rest.startIndex]
    let size = self[first.used].measurement.text(ofDifference: first.size)
    return SeriesStore.Disagreement(
      used: file(first.used).name, other: file(first.other).name, metric: pair.metric,
      what: rest.count == 1
        ? "1 more figure of \(pair.metric), with a difference of \(size)"
        : "\(rest.count) more figures of \(pair.metric), none of which differs by more than \(size)",
      size: first.size, line: nil)
  }
}

extension Measurement {
  /// The difference between two measurements of the same thing, in the metric's unit; `nil` where one is not known, and
  /// where they agree.
  ///
  /// A rate agrees with counts, or with a finer rate, that round to it; so does an amount of money with a finer one.
  func difference(_ other: Measurement) -> Ratio? {
    guard self != other, let mine = value, let theirs = other.value else { return nil }
    switch (self, other) {
    case (.count(let left), .count(let right)):
      if left.agrees(with: right) { return nil }
    case (.share(let left, let leftOf), .share(let right, let rightOf)):
      let areMeans = ![left, leftOf, right, rightOf].allSatisfy(\.isInHalves)
      if areMeans, left.agrees(with: right), leftOf.agrees(with: rightOf) { return nil }
    case (.rate(let left), .rate(let right)):
      let places = min(left.places, right.places)
      if mine.rounded(places: places) == theirs.rounded(places: places) { return nil }
    case (.rate(let rate), _), (_, .rate(let rate)):
      if mine.rounded(places: rate.places) == theirs.rounded(places: rate.places) { return nil }
    case (.money(let left), .money(let right)):
      if left.isRounding(of: right) { return nil }
    default: break
    }
    return (mine - theirs).magnitude
  }
}

extension Measurement {
  /// The difference from another measurement in words: `1.6 points`, `24`, `£0.1m`.
  func text(ofDifference size: Ratio) -> String {
    switch self {
    case .money(let money): return Money(pounds: size.rounded(places: 0), precision: money.precision).text
    case .mean: return size.text(places: 0) + " s"
    case .count, .suppressed, .notReturned: return size.text(places: size.denominator == 1 ? 0 : 1)
    case .share, .rate:
      var places = 1
      while places < 4, size.rounded(places: places) == 0 { places += 1 }
      return size.text(places: places) + " points"
    }
  }
}

extension Money {
  /// Whether two amounts are equal to the precision of the coarser one.
  func isRounding(of other: Money) -> Bool {
    if precision == other.precision { return pounds == other.pounds }
    return (self - other).magnitude.pounds <= max(precision, other.precision) / 2
  }
}
