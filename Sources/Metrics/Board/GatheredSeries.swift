/// The observations of all files gathered by series, in the order in which the series first appear.
struct GatheredSeries {
  private(set) var names: SeriesNames
  private(set) var table = SeriesTable()
  /// The lengths of the periods of each metric, by its number.
  private(set) var grains: [GrainSet]
  /// The observations, one series after the other, each in the order in which the files were read.
  private(set) var places: [ObservationPlace] = []
  /// The end of each series among them.
  private(set) var ends: [Int32] = []
  /// The position of each file's periods in order of time.
  private let times: [[Int32]]
  private let files: [Observations]
  /// Whether each file has one period, later than that of the file before it, and one figure of each series: then every
  /// series is in order of time with one figure a period, and all figures are used as they were filed.
  private(set) var areAsFiled = true
  /// The file that last had a figure of each series.
  private var lastFile: [Int32] = []
  /// The place of the last figure of each series, among the figures of all files so far.
  private var lastPlace: [Int32] = []

  /// Sorts by counting: one pass over all figures counts each series, and a second pass places them.
  ///
  /// - Parameter numbering: the numbers of the series of all figures, where they are known and all figures are used as they
  ///   were filed.
  init(_ contributions: [Contribution], numbering: SeriesNumbering? = nil) {
    files = contributions.map(\.observations)
    let names = SeriesNames(contributions)
    grains = Array(repeating: GrainSet(), count: names.metrics.values.count)
    let numbers = files.map { names.numbers(of: $0) }
    times = numbers.map(\.periods)
    self.names = names
    // With files in order of time, most series are in order too.
    let order = files.indices.sorted { (times[$0].min() ?? 0, $0) < (times[$1].min() ?? 0, $1) }
    let count = files.reduce(0) { $0 + $1.count }
    if let numbering, numbering.fits(names, figures: count) {
      grains = numbering.grains
      for id in numbering.ids { _ = table.number(of: id) }
      (places, ends) = GatheredSeries.places(of: numbering.series, files, in: order, series: table.ids.count)
    } else {
      var series: [Int32] = []
      series.reserveCapacity(count)
      for file in files.indices { number(file, numbers[file], into: &series) }
      (places, ends) = GatheredSeries.places(of: series, files, in: order, series: table.ids.count)
    }
    let single = order.filter { !times[$0].isEmpty }.map { times[$0] }
    if !single.allSatisfy({ $0.count == 1 }) || !zip(single, single.dropFirst()).allSatisfy({ $0[0] < $1[0] }) {
      areAsFiled = false
    }
    (lastFile, lastPlace) = ([], [])
  }

  /// The figures of all files, series by series, with the files in this order, and the end of each series.
  ///
  /// - Parameters:
  ///   - numbers: the number of the series of each figure, file by file.
  ///   - count: how many series there are.
  private static func places<Numbers: RandomAccessCollection<Int32>>(
    of numbers: Numbers, _ files: [Observations], in order: [Int], series count: Int
  ) -> (places: [ObservationPlace], ends: [Int32]) where Numbers.Index == Int {
    let first = firsts(files)
    var next = starts(numbers, count: count)
    let places = [ObservationPlace](unsafeUninitializedCapacity: numbers.count) { places, filled in
      next.withUnsafeMutableBufferPointer { next in
        for file in order {
          for observation in files[file].indices {
            let number = Int(numbers[first[file] + observation])
            let place = ObservationPlace(contribution: Int32(file), observation: Int32(observation))
            places.initializeElement(at: Int(next[number]), to: place)
            next[number] += 1
          }
        }
      }
      filled = numbers.count
    }
    return (places, next)
  }

  /// The number of the series of each figure of a file.
  ///
  /// The files of a return have nearly the same figures in nearly the same order, so the series that followed in an
  /// earlier file is tried first, and the table is asked only where that is the wrong one.
  private mutating func number(_ file: Int, _ numbers: SeriesNames.Numbers, into series: inout [Int32]) {
    let figures = files[file]
    let lengths = figures.periods.map(\.grain)
    let keys = figures.keys
    var expected = 0
    for place in figures.indices {
      let metric = numbers.metrics[Int(keys.metrics[place])]
      let grain = lengths[Int(keys.periods[place])]
      if !grains[Int(metric)].contains(grain) { grains[Int(metric)].insert(grain) }
      let part = keys.parts[place]
      let id = SeriesID(
        metric: metric, organisation: numbers.organisations[Int(keys.organisations[place])],
        part: part < 0 ? -1 : numbers.parts[Int(part)])
      var number = expected < series.count ? Int(series[expected]) : 0
      if number >= table.ids.count || table.ids[number] != id { number = table.number(of: id) }
      if number == lastFile.count {
        lastFile.append(Int32(file))
        lastPlace.append(Int32(truncatingIfNeeded: series.count))
      } else {
        if lastFile[number] == Int32(file) { areAsFiled = false }
        lastFile[number] = Int32(file)
        expected = Int(lastPlace[number]) + 1
        lastPlace[number] = Int32(truncatingIfNeeded: series.count)
      }
      series.append(Int32(truncatingIfNeeded: number))
    }
  }

  /// The start of each series, when series are stored one after the other.
  private static func starts(_ series: some Sequence<Int32>, count: Int) -> [Int32] {
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

  /// The range of each series among the places.
  var ranges: [Range<Int32>] { ends.indices.map { ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0] } }

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
