import Metrics

/// Shares whose numerator and denominator are in two rows, kept until both have been read.
struct LocalPairs {
  /// The half of the share that a row has.
  enum Side { case numerator, denominator }

  /// A share, and the place of its first row.
  struct Pair {
    let key: FigureAccumulator.Key
    let measurement: Measurement
    let isTotal: Bool
    let line: Int
  }

  private struct Key: Hashable {
    let key: FigureAccumulator.Key
    let isTotal: Bool
  }

  private struct Halves {
    var numerator: Amount?
    var denominator: Amount?
    let line: Int
  }

  private var keys: [Key] = []
  private var halves: [Key: Halves] = [:]

  /// Records one half; rows with the same half are added.
  mutating func note(_ amount: Amount, _ side: Side, _ key: FigureAccumulator.Key, isTotal: Bool, line: Int) {
    let key = Key(key: key, isTotal: isTotal)
    if halves[key] == nil { keys.append(key) }
    var both = halves[key] ?? Halves(line: line)
    switch side {
    case .numerator: both.numerator = (both.numerator ?? .missing) + amount
    case .denominator: both.denominator = (both.denominator ?? .missing) + amount
    }
    halves[key] = both
  }

  /// Every complete share; one half alone is a problem and gives no figure.
  func finish(areBreaches: Bool, of metric: Metric, into builder: inout ContributionBuilder) -> [Pair] {
    var pairs: [Pair] = []
    for key in keys {
      guard let found = halves[key] else { continue }
      guard let part = found.numerator, let whole = found.denominator else {
        builder.problems.add(.halfOfShare(isNumerator: found.numerator != nil), line: found.line)
        continue
      }
      if let part = part.count, let whole = whole.count, part > whole, metric.unit == .percent {
        builder.problems.add(.moreThanAll(part.ratio, of: whole.ratio, things: "in the row of all"), line: found.line)
        continue
      }
      let share: Measurement =
        if case .known(let part) = part, case .known(let whole) = whole {
          metric.unit == .seconds
            ? .mean(total: part.halves / 2, of: whole.halves / 2)
            : .share(within: areBreaches ? whole - part : part, of: whole)
        } else {
          whole.share(within: part)
        }
      pairs.append(Pair(key: key.key, measurement: share, isTotal: key.isTotal, line: found.line))
    }
    return pairs
  }
}

/// The parts of a breakdown whose whole is stated by no row.
struct LocalParts {
  /// Whether they are added up.
  var isKept = false
  private var lines: [FigureAccumulator.Key: Int] = [:]
  private var order: [FigureAccumulator.Key] = []

  /// Records a part.
  mutating func note(_ key: FigureAccumulator.Key, line: Int) {
    guard isKept, key.part >= 0 else { return }
    if lines.updateValue(line, forKey: key) == nil { order.append(key) }
  }

  /// Adds up the parts of each organisation and period without a stated whole, where none is missing. A part that the
  /// file has before and after a period belongs to that period too. There is no sum where a part was not returned, is
  /// suppressed or is a rate.
  func finish(into builder: inout ContributionBuilder) {
    guard isKept else { return }
    var spans: [[Int32]: (first: Period, last: Period)] = [:]
    var wholes: [FigureAccumulator.Key: [FigureAccumulator.Key]] = [:]
    for key in order {
      let period = builder.period(key.period)
      let series = [key.organisation, key.part]
      let span = spans[series] ?? (period, period)
      spans[series] = (min(span.first, period), max(span.last, period))
      let whole = FigureAccumulator.Key(
        metric: key.metric, period: key.period, organisation: key.organisation, part: -1)
      wholes[whole, default: []].append(key)
    }
    let sorted = wholes.sorted { (lines[$0.value[0]] ?? 0) < (lines[$1.value[0]] ?? 0) }
    for (whole, parts) in sorted where builder.figure(whole) == nil {
      let period = builder.period(whole.period)
      let expected = spans.filter {
        $0.key[0] == whole.organisation && $0.value.first <= period && period <= $0.value.last
      }
      guard expected.count == parts.count else { continue }
      var sum: Measurement?
      for part in parts {
        guard let measurement = builder.figure(part)?.measurement, measurement.isReturned, !isAverage(measurement)
        else {
          sum = nil
          break
        }
        sum = sum.map { $0.adding(measurement) } ?? measurement
        if sum == nil { break }
      }
      guard let sum, let line = lines[parts[0]] else { continue }
      builder.add(sum, to: whole, line: line, rows: parts.count)
    }
  }

  /// Whether a measurement cannot be summed: rates and means cannot, shares can.
  private func isAverage(_ measurement: Measurement) -> Bool {
    switch measurement {
    case .rate, .mean: true
    case .count, .share, .money, .suppressed, .notReturned: false
    }
  }
}

extension GatheredFigures.Key: Hashable {
  /// Local files have few rows; those of published files are stored in a hash table of their own.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(metric)
    hasher.combine(period)
    hasher.combine(organisation)
    hasher.combine(part)
  }
}
