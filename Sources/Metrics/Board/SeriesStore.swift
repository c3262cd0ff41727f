/// Every series of a board, filed by what it measures; which row counts where two files speak of the same thing is
/// decided here, once.
struct SeriesStore: Sendable {
  /// A point with the file it stands in, while files are still being weighed against each other.
  private struct Candidate {
    let observation: Observation
    let contribution: Int
  }

  private var series: [Series.Key: [SeriesPoint]] = [:]
  /// The breakdown items that exist for a metric of a body.
  private var partsByBody: [Series.Key: [BreakdownItem]] = [:]
  /// Every metric that has a figure.
  private(set) var metrics: Set<MetricID> = []
  /// Differences between files that speak of the same thing, gathered per pair of files and metric.
  private(set) var disagreements: [Disagreement] = []

  /// Two files that publish different figures for the same thing.
  struct Disagreement: Sendable {
    let used: String
    let other: String
    let metric: MetricID
    var figures: Int
    /// The first figure they differ on, as a sentence's part.
    let example: String
    /// The largest difference, in the metric's unit.
    var largest: Ratio
    let line: Int
  }

  init(_ contributions: [Contribution]) {
    var gathered: [Series.Key: [Candidate]] = [:]
    for (number, contribution) in contributions.enumerated() {
      for observation in contribution.observations {
        let key = Series.Key(observation.metric, observation.organisation, part: observation.part)
        gathered[key, default: []].append(Candidate(observation: observation, contribution: number))
      }
    }
    series.reserveCapacity(gathered.count)
    for (key, candidates) in gathered {
      series[key] = settle(candidates, contributions)
      metrics.insert(key.metric)
      if let part = key.part {
        partsByBody[Series.Key(key.metric, key.organisation), default: []].append(part)
      }
    }
    for key in partsByBody.keys { partsByBody[key]?.sort() }
    disagreements.sort { ($0.metric.text, $0.used, $0.other) < ($1.metric.text, $1.used, $1.other) }
  }

  /// The points of a series in order of time; empty where there are none.
  func points(_ key: Series.Key) -> [SeriesPoint] { series[key] ?? [] }

  /// The breakdown items of a metric of a body, in order.
  func parts(_ metric: MetricID, _ organisation: OrganisationCode, lens: Lens = .providers) -> [BreakdownItem] {
    partsByBody[Series.Key(metric, organisation, lens: lens)] ?? []
  }

  /// Files a series that was computed rather than published.
  mutating func file(_ points: [SeriesPoint], under key: Series.Key) {
    guard !points.isEmpty else { return }
    series[key] = points
    metrics.insert(key.metric)
    if let part = key.part {
      let whole = Series.Key(key.metric, key.organisation, lens: key.lens)
      if partsByBody[whole]?.contains(part) != true {
        partsByBody[whole, default: []].append(part)
        partsByBody[whole]?.sort()
      }
    }
  }

  /// The codes that have a series of their own for a metric.
  func organisations(with metric: MetricID) -> Set<OrganisationCode> {
    Set(series.keys.lazy.filter { $0.metric == metric }.map(\.organisation))
  }

  /// One point a period, in order of time.
  private mutating func settle(_ candidates: [Candidate], _ contributions: [Contribution]) -> [SeriesPoint] {
    var chosen: [Period: Candidate] = [:]
    for candidate in candidates {
      guard let rival = chosen[candidate.observation.period] else {
        chosen[candidate.observation.period] = candidate
        continue
      }
      let wins = SeriesStore.wins(candidate, over: rival, contributions)
      let (used, other) = wins ? (candidate, rival) : (rival, candidate)
      chosen[candidate.observation.period] = used
      note(used, other, contributions)
    }
    return chosen.values.map {
      SeriesPoint(
        period: $0.observation.period, measurement: $0.observation.measurement,
        origin: .published(contribution: Int32($0.contribution), rows: $0.observation.rows))
    }.sorted { $0.period < $1.period }
  }

  /// Known figures beat missing ones, counts beat rates, then the files decide.
  private static func wins(_ candidate: Candidate, over rival: Candidate, _ contributions: [Contribution]) -> Bool {
    let (mine, theirs) = (rank(candidate.observation.measurement), rank(rival.observation.measurement))
    if mine != theirs { return mine > theirs }
    return contributions[candidate.contribution].file.beats(contributions[rival.contribution].file)
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
  private mutating func note(_ used: Candidate, _ other: Candidate, _ contributions: [Contribution]) {
    let (usedFile, otherFile) = (contributions[used.contribution].file, contributions[other.contribution].file)
    guard used.contribution != other.contribution, usedFile.isRevised == otherFile.isRevised,
      let mine = used.observation.measurement.value, let theirs = other.observation.measurement.value, mine != theirs,
      !SeriesStore.agree(used.observation.measurement, other.observation.measurement)
    else { return }
    let difference = (mine - theirs).magnitude
    let metric = used.observation.metric
    if let known = disagreements.firstIndex(where: {
      $0.metric == metric && $0.used == usedFile.name && $0.other == otherFile.name
    }) {
      disagreements[known].figures += 1
      disagreements[known].largest = max(disagreements[known].largest, difference)
    } else {
      let observation = used.observation
      let part = observation.part.map { " \($0.item)" } ?? ""
      let example =
        "\(observation.organisation) \(metric)\(part) \(observation.period.title): "
        + "\(observation.measurement.text) and \(other.observation.measurement.text)"
      disagreements.append(
        Disagreement(
          used: usedFile.name, other: otherFile.name, metric: metric, figures: 1, example: example,
          largest: difference, line: other.observation.rows.line))
    }
  }

  /// Whether a published rate is what the counts beside it come to, at the rate's own precision.
  private static func agree(_ first: Measurement, _ second: Measurement) -> Bool {
    switch (first, second) {
    case (.rate(let rate), let other), (let other, .rate(let rate)):
      guard let value = other.value else { return false }
      return value.rounded(places: rate.places) == rate.unscaled
    default: return false
    }
  }
}
