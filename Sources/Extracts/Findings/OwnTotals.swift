import Metrics

/// The total rows of an organisation's own file, compared with the rows of its organisations.
struct OwnTotals {
  private struct Stated {
    let key: FigureAccumulator.Key
    let measurement: Measurement
    let isEngland: Bool
    let line: Int
  }

  private var stated: [Stated] = []

  /// Records a total; the organisation in its key is ignored.
  mutating func state(_ measurement: Measurement, _ key: FigureAccumulator.Key, isEngland: Bool, line: Int) {
    stated.append(Stated(key: key, measurement: measurement, isEngland: isEngland, line: line))
  }

  /// Compares each total with the sum of its organisations. England's total is a figure of its own where the file has
  /// no such figure.
  func finish(into builder: inout ContributionBuilder) {
    if stated.isEmpty { return }
    let sums = builder.sums(of: stated.map(\.key))
    for total in stated {
      guard let sum = sums[TotalKey(total.key)] else {
        addAlone(total, &builder)
        continue
      }
      for (title, one, other) in OwnTotals.amounts(total.measurement, sum) {
        builder.statedTotals.append(StatedTotal(title: title, stated: one, summed: other, line: total.line))
        guard one != other else { continue }
        builder.problems.add(
          .totalDiffers(title: title, stated: one, summed: other, parts: "the organisations"), .warning,
          line: total.line)
        break
      }
    }
  }

  private func addAlone(_ total: Stated, _ builder: inout ContributionBuilder) {
    guard total.isEngland else {
      builder.problems.add(.totalOfNothing, .warning, line: total.line)
      return
    }
    let key = FigureAccumulator.Key(
      metric: total.key.metric, period: total.key.period, organisation: Int32(builder.organisation(.england)),
      part: total.key.part)
    if builder.figure(key) == nil { builder.add(total.measurement, to: key, line: total.line) }
  }

  /// The amounts of two measurements that can be compared: rates and suppressed numbers cannot be summed.
  private static func amounts(_ stated: Measurement, _ sum: Measurement) -> [(title: String, Ratio, Ratio)] {
    switch (stated, sum) {
    case (.count(let one), .count(let other)): [("value", one.ratio, other.ratio)]
    case (.share(let within, let of), .share(let otherWithin, let otherOf)):
      [("numerator", within.ratio, otherWithin.ratio), ("denominator", of.ratio, otherOf.ratio)]
    case (.mean(let total, let of, _), .mean(let otherTotal, let otherOf, _)):
      [("numerator", Ratio(total), Ratio(otherTotal)), ("denominator", Ratio(of), Ratio(otherOf))]
    case (.money(let one), .money(let other)): [("value", Ratio(one.pounds), Ratio(other.pounds))]
    default: []
    }
  }
}

/// A metric, period and part, for any organisation.
struct TotalKey: Hashable {
  private let metric: Int32
  private let period: Int32
  private let part: Int32

  init(_ key: FigureAccumulator.Key) { (metric, period, part) = (key.metric, key.period, key.part) }
}

extension ContributionBuilder {
  /// The sums over all organisations for some metrics, periods and parts; none for those without figures.
  func sums(of keys: [FigureAccumulator.Key]) -> [TotalKey: Measurement] {
    let wanted = Set(keys.map { TotalKey($0) })
    var sums: [TotalKey: Measurement] = [:]
    var unknown: Set<TotalKey> = []
    forEachFigure { key, measurement in
      let total = TotalKey(key)
      guard wanted.contains(total), !unknown.contains(total) else { return }
      guard let sum = sums[total] else {
        sums[total] = measurement
        return
      }
      if let both = sum.adding(measurement) { sums[total] = both } else { unknown.insert(total) }
    }
    for total in unknown { sums[total] = .suppressed }
    return sums
  }
}
