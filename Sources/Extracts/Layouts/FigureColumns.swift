import Metrics

/// The columns of a row's figure: a numerator and a denominator, a value, or all three.
struct FigureColumns {
  /// The place of a column that a file does not have: it is blank in every row.
  private static let absent = Int.max
  private let numerator: Int
  private let denominator: Int
  private let value: Int
  /// The factor that every number is multiplied by.
  var scale = 1
  /// Whether the numerator counts breaches.
  var areBreaches = false
  /// The unit of amounts of money.
  var unit = Money.Unit.pounds

  /// The columns a file has.
  init(numerator: Int? = nil, denominator: Int? = nil, value: Int? = nil) {
    self.numerator = numerator ?? FigureColumns.absent
    self.denominator = denominator ?? FigureColumns.absent
    self.value = value ?? FigureColumns.absent
  }

  /// Whether all of them are empty in a row.
  func isBlank(_ record: Record) -> Bool { [numerator, denominator, value].allSatisfy { record.isBlank($0) } }

  /// The measurement of a metric in a row.
  func measurement(_ record: Record, of metric: Metric) throws(Fault) -> Measurement {
    // Not in an array: it would be made for every row of a file.
    let cells = (record.cell(numerator), record.cell(denominator), record.cell(value))
    func hasOne(_ isWanted: (Cell) -> Bool) -> Bool { isWanted(cells.0) || isWanted(cells.1) || isWanted(cells.2) }
    if hasOne({ $0 == .suppressed }) { return .suppressed }
    let hasCounts = !record.isBlank(numerator) || !record.isBlank(denominator)
    if !hasOne({ $0 != .blank && $0 != .unavailable }) {
      if hasOne({ $0 == .unavailable }) { return .notReturned }
      throw Fault(.noFigure)
    }
    switch metric.unit {
    case .percent: return hasCounts ? try share(record, of: metric) : try rate(record, of: metric)
    case .seconds: return hasCounts ? try mean(record) : try rate(record, of: metric)
    case .pounds:
      if hasCounts { throw Fault(.countsOfCount, numerator) }
      guard let money = record.amountText(value).flatMap({ Money($0, unit: unit) }) else {
        throw record.damage(value) ?? Fault(.notAmount(record.text(value)), value)
      }
      return .money(money)
    case .days, .beds, .patients:
      if hasCounts { throw Fault(.countsOfCount, numerator) }
      return try count(record, value, of: metric).measurement
    }
  }

  /// The number in a row that has one half of a share, while another row has the other half.
  func amount(_ record: Record, of metric: Metric) throws(Fault) -> Amount { try count(record, value, of: metric) }

  /// A measurement as a message quotes it.
  static func text(_ measurement: Measurement) -> String {
    switch measurement {
    case .count(let count): count.text
    case .share(let within, let of): within.text + " of " + of.text
    case .rate(let decimal): decimal.text
    case .mean(let total, let of, _): "\(total) of \(of)"
    case .money(let money): money.text
    case .suppressed: "*"
    case .notReturned: "empty"
    }
  }

  /// Numerator and denominator, compared with the value where that is given too.
  private func share(_ record: Record, of metric: Metric) throws(Fault) -> Measurement {
    guard let within = try count(record, numerator, of: metric).count,
      let of = try count(record, denominator, of: metric).count
    else { throw Fault(.noFigure) }
    if within > of {
      throw Fault(.moreThanAll(within.ratio, of: of.ratio, things: "in \"denominator\""), numerator)
    }
    if areBreaches { return .share(within: of - within, of: of) }
    let stated = percentage(record)
    if let stated, of > .zero {
      let percent = within.ratio / of.ratio * Ratio(100)
      // The last of twelve digits are what a spreadsheet's division leaves to chance.
      let noise = stated.places >= 10 ? 10 : 0
      if abs(percent.rounded(places: stated.places) - stated.unscaled) > noise {
        throw Fault(
          .disagrees(
            value: stated.text, within: within, of: of, computed: percent.text(places: max(1, stated.places))), value)
      }
    } else if stated == nil, record.cell(value) == .other {
      throw record.damage(value) ?? Fault(.notPercent(record.text(value)), value)
    }
    return .share(within: within, of: of)
  }

  /// A number of whole patients, or of halves where two providers may share a patient.
  private func count(_ record: Record, _ column: Int, of metric: Metric) throws(Fault) -> Amount {
    if scale != 1, case .number(let decimal) = record.cell(column), let whole = decimal.times(scale).whole {
      guard whole >= 0 else { throw Fault(.negative(record.text(column)), column) }
      guard whole < Amount.limit else { throw record.fault(column, ExtractProblem.notWhole) }
      return .known(Count(whole))
    }
    switch metric.traits.halves {
    case .means: return try record.mean(column)
    case .never: return try record.amount(column)
    case .shared, .unexpected, .asFiled: return try record.halves(column)
    }
  }

  /// A percentage, or a mean in seconds, without its counts.
  private func rate(_ record: Record, of metric: Metric) throws(Fault) -> Measurement {
    let text = record.text(value)
    guard let decimal = metric.unit == .percent ? percentage(record) : number(record) else {
      throw record.fault(value, metric.unit == .percent ? ExtractProblem.notPercent : ExtractProblem.notNumber)
    }
    let isShare = metric.unit == .percent && metric.direction != .neither
    if isShare, decimal.ratio < .zero || decimal.ratio > Ratio(100) { throw Fault(.notPercent(text), value) }
    return .rate(decimal)
  }

  /// The value as a percentage: `84.6`, or `84.6%`.
  private func percentage(_ record: Record) -> Decimal? {
    if case .percent(let decimal) = record.cell(value) { return decimal }
    return number(record)
  }

  private func number(_ record: Record) -> Decimal? {
    if case .number(let decimal) = record.cell(value) { decimal.times(scale) } else { nil }
  }

  /// A mean from the sum of seconds and the number of incidents.
  private func mean(_ record: Record) throws(Fault) -> Measurement {
    guard let total = try record.amount(numerator).count, let of = try record.amount(denominator).count else {
      throw Fault(.noFigure)
    }
    return .mean(total: total.halves / 2, of: of.halves / 2)
  }
}

extension Decimal {
  /// The number multiplied by a factor, without places that it does not need.
  func times(_ factor: Int) -> Decimal {
    if factor == 1 { return self }
    let (product, overflows) = unscaled.multipliedReportingOverflow(by: factor)
    // Nothing that is counted comes near this; a number that does is not a figure.
    if overflows { return Decimal(Int.max) }
    var (number, places) = (product, places)
    while places > 0, number % 10 == 0 { (number, places) = (number / 10, places - 1) }
    return Decimal(number, places: places)
  }
}
