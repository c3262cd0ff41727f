/// Decides which observation counts where several speak of the same thing, and remembers the files that disagree.
///
/// A known figure beats a missing one, counts beat rates; then a revised file beats its original, the newer the older,
/// and the later name the earlier.
struct Precedence {
  private struct Pair: Hashable {
    let metric: MetricID
    let used: Int32
    let other: Int32
  }

  private let contributions: [Contribution]
  private var numbers: [Pair: Int] = [:]
  private(set) var disagreements: [SeriesStore.Disagreement] = []

  init(_ contributions: [Contribution]) { self.contributions = contributions }

  private subscript(place: ObservationPlace) -> Observation {
    contributions[Int(place.contribution)].observations[Int(place.observation)]
  }

  /// Which of several of one period counts.
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

  /// Remembers a difference between two files; a revision is meant to differ and is none.
  private mutating func compare(_ used: ObservationPlace, _ other: ObservationPlace) {
    guard file(used).isRevised == file(other).isRevised,
      let difference = measurement(used).difference(measurement(other))
    else { return }
    let (mine, theirs) = (self[used], self[other])
    let pair = Pair(metric: mine.metric, used: used.contribution, other: other.contribution)
    if let known = numbers[pair] {
      disagreements[known].figures += 1
      disagreements[known].largest = max(disagreements[known].largest, difference)
      return
    }
    numbers[pair] = disagreements.count
    let part = mine.part.map { ", \($0.words)," } ?? ""
    let example =
      "\(mine.organisation) \(mine.metric)\(part) \(mine.period.title): "
      + "\(mine.measurement.text) and \(theirs.measurement.text)"
    disagreements.append(
      SeriesStore.Disagreement(
        used: file(used).name, other: file(other).name, metric: mine.metric, figures: 1, example: example,
        largest: difference, line: theirs.rows.line))
  }
}

extension Measurement {
  /// How far two measurements of the same thing are apart, in the metric's unit; `nil` where one is not known and where
  /// they agree.
  ///
  /// A rate agrees with the counts, or the finer rate, that round to it; an amount of money with a finer one likewise.
  func difference(_ other: Measurement) -> Ratio? {
    guard self != other, let mine = value, let theirs = other.value else { return nil }
    switch (self, other) {
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

extension Money {
  /// Whether two amounts are one, as far as the coarser of them was published.
  func isRounding(of other: Money) -> Bool {
    if precision == other.precision { return pounds == other.pounds }
    return (self - other).magnitude.pounds <= max(precision, other.precision) / 2
  }
}
