/// The observations of all files gathered by series, in the order in which the series first appear.
struct GatheredSeries {
  private(set) var names: SeriesNames
  private(set) var table = SeriesTable()
  /// The lengths of the periods of each metric, by its number.
  private(set) var grains: [GrainSet]
  /// The observations, one series after the other, each in the order in which the files were read.
  private(set) var places: [ObservationPlace] = []
  /// The end of each series among them.
  private var ends: [Int32] = []
  /// The position of each file's periods in order of time.
  private let times: [[Int32]]
  private let files: [Observations]

  /// Sorts by counting: one pass over all figures counts each series, and a second pass places them.
  init(_ contributions: [Contribution]) {
    files = contributions.map(\.observations)
    let names = SeriesNames(contributions)
    grains = Array(repeating: GrainSet(), count: names.metrics.values.count)
    let numbers = files.map { names.numbers(of: $0) }
    times = numbers.map(\.periods)
    self.names = names
    // With files in order of time, most series are in order too.
    let order = files.indices.sorted { (times[$0].min() ?? 0, $0) < (times[$1].min() ?? 0, $1) }
    var series: [Int32] = []
    series.reserveCapacity(files.reduce(0) { $0 + $1.count })
    for file in files.indices { number(files[file], numbers[file], into: &series) }
    var next = GatheredSeries.starts(series, count: table.ids.count)
    let first = GatheredSeries.firsts(files)
    var places = [ObservationPlace](repeating: ObservationPlace(contribution: 0, observation: 0), count: series.count)
    for file in order {
      for observation in files[file].indices {
        let number = Int(series[first[file] + observation])
        places[Int(next[number])] = ObservationPlace(contribution: Int32(file), observation: Int32(observation))
        next[number] += 1
      }
    }
    self.places = places
    ends = next
  }

  /// The number of the series of each figure of a file.
  private mutating func number(_ file: Observations, _ numbers: SeriesNames.Numbers, into series: inout [Int32]) {
    let lengths = file.periods.map(\.grain)
    for place in file.indices {
      let key = file.key(place)
      let metric = numbers.metrics[Int(key.metric)]
      let grain = lengths[Int(key.period)]
      if !grains[Int(metric)].contains(grain) { grains[Int(metric)].insert(grain) }
      let id = SeriesID(
        metric: metric, organisation: numbers.organisations[Int(key.organisation)],
        part: key.part < 0 ? -1 : numbers.parts[Int(key.part)])
      series.append(Int32(truncatingIfNeeded: table.number(of: id)))
    }
  }

  /// The start of each series, when series are stored one after the other.
  private static func starts(_ series: [Int32], count: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: count)
    for number in series { counts[Int(number)] += 1 }
    var start: Int32 = 0
    return counts.map { count in
      defer { start += count }
      return start
    }
  }

  /// The start of each file's figures, when files are stored one after the other.
  private static func firsts(_ files: [Observations]) -> [Int] {
    var start = 0
    return files.map { file in
      defer { start += file.count }
      return start
    }
  }

  /// Adds the places of a series in order of time: for each period, the one with precedence.
  func winners(of series: Int, _ precedence: inout Precedence, into winners: inout [ObservationPlace]) {
    let all = Int(series == 0 ? 0 : ends[series - 1])..<Int(ends[series])
    if isInOrder(all) {
      winners += places[all]
      return
    }
    // Observations of one period are in the order of the files.
    let inOrder = places[all].sorted {
      (time($0), $0.contribution, $0.observation) < (time($1), $1.contribution, $1.observation)
    }
    var start = 0
    while start < inOrder.count {
      var end = start + 1
      while end < inOrder.count, time(inOrder[end]) == time(inOrder[start]) { end += 1 }
      winners.append(end == start + 1 ? inOrder[start] : precedence.settle(inOrder[start..<end]))
      start = end
    }
  }

  /// Whether each observation is of a later period than the one before it.
  private func isInOrder(_ range: Range<Int>) -> Bool {
    var last: Int32 = -1
    for place in range {
      let time = time(places[place])
      if time <= last { return false }
      last = time
    }
    return true
  }

  private func time(_ place: ObservationPlace) -> Int32 {
    let file = Int(place.contribution)
    return times[file][files[file].period(Int(place.observation))]
  }
}
