import Metrics
import Screen

/// How figures are written: the same on every page, in listings and in sentences.
extension Figure {
  /// The decimal places of its value: as published, but for a percentage at least one and at most two, and as many more
  /// as are needed so that rounding does not make a miss look met. For money they are places of millions, for seconds
  /// places of a second.
  public func places(unit: Metric.Unit) -> Int {
    switch measurement {
    case .money(let money): return placesThatShowMiss(money.placesInMillions, scale: 1_000_000)
    case _ where unit == .seconds: return placesThatShowMiss(0)
    case .rate(let rate): return placesThatShowMiss(min(2, max(1, rate.places)))
    case .mean(_, _, let published?): return placesThatShowMiss(min(2, published.places))
    case .share, .mean: return placesThatShowMiss(1)
    case .count(let count): return placesThatShowMiss(count.isWhole ? 0 : 1)
    case .suppressed, .notReturned: return unit == .percent ? 1 : 0
    }
  }

  /// This many places, or more where the figure and its target would read the same, or the figure would read as the
  /// better one, although it is on the wrong side of the target, judged or not.
  ///
  /// - Parameter scale: the unit of the digits: a million pounds, or 1.
  private func placesThatShowMiss(_ fewest: Int, scale: Int = 1) -> Int {
    guard isBeyondTarget, let value, let target else { return fewest }
    let (own, wanted) = (value / Ratio(scale), target.value.ratio / Ratio(scale))
    var places = fewest
    while places < 9 {
      let written = Ratio(own.rounded(places: places), Int(Decimal.powerOfTen(places)))
      // A target that is not money is written with all its own decimals.
      let line = scale == 1 ? wanted : Ratio(wanted.rounded(places: places), Int(Decimal.powerOfTen(places)))
      if own < wanted ? written < line : written > line { break }
      places += 1
    }
    return places
  }

  /// The figure in digits, without its unit: `93.4`, `2,014`, `(22.0)`, `7:23`; `*` when suppressed, `–` when missing.
  public func digits(unit: Metric.Unit) -> String {
    switch measurement {
    case .suppressed: return "*"
    case .money(let money):
      return isInMillions ? money.millions(places: places(unit: unit)) : isToThePound ? money.exactText : money.text
    default: break
    }
    guard let value else { return "–" }
    let places = places(unit: unit)
    return unit == .seconds ? Figure.clock(value, places: places) : value.text(places: places)
  }

  /// Whether an amount that misses its target would read the same as the target unless both are written to the pound.
  private var isToThePound: Bool {
    guard isMet == false, let target, case .money(let money) = measurement else { return false }
    // `£300.0k` reads the same as `£300k`.
    func plain(_ amount: Money) -> String { amount.text.replacing(".0k", with: "k").replacing(".0m", with: "m") }
    return plain(money) == plain(Money(pounds: target.value.ratio.rounded(places: 0), precision: money.precision))
  }

  /// The target in digits, with as many places as the figure.
  public func targetDigits(unit: Metric.Unit) -> String {
    guard let target else { return "–" }
    if unit == .pounds, !isInMillions {
      let amount = Money(pounds: target.value.ratio.rounded(places: 0))
      return isToThePound ? amount.exactText : amount.text
    }
    return Figure.digits(of: target, unit: unit, places: places(unit: unit))
  }

  /// A target in digits.
  package static func digits(of target: Target, unit: Metric.Unit, places: Int) -> String {
    switch unit {
    case .pounds: return Money(pounds: target.value.ratio.rounded(places: 0)).millions(places: max(1, places))
    case .seconds: return clock(target.value.ratio, places: max(places, target.value.places))
    default: return target.value.ratio.text(places: max(places, target.value.places))
    }
  }

  /// The size of the variance without its sign: `1.6`, `1,014`, `28.6`; empty without a target, and never zero where
  /// there is a variance.
  public func varianceDigits(unit: Metric.Unit) -> String {
    guard let variance else { return "" }
    var places = places(unit: unit)
    func grow(_ size: Ratio) { while places < 9, !size.isZero, size.rounded(places: places) == 0 { places += 1 } }
    if case .money(let money) = measurement {
      let size = variance.magnitude
      let amount = Money(pounds: size.rounded(places: 0), precision: money.precision)
      guard isInMillions else { return isToThePound ? amount.exactText : amount.text }
      grow(size / Ratio(1_000_000))
      return amount.millions(places: places)
    }
    grow(variance.magnitude)
    return unit == .seconds
      ? Figure.clock(variance.magnitude, places: places) : variance.magnitude.text(places: places)
  }

  /// The arrow for below target, above it, or on it.
  public var arrow: String {
    guard let variance else { return " " }
    return variance.isZero ? "=" : variance < .zero ? "▼" : "▲"
  }

  /// The arrow and size of the variance: `▼ 1.6`; empty without a target.
  public func varianceText(unit: Metric.Unit) -> String {
    variance == nil ? "" : "\(arrow) \(varianceDigits(unit: unit))"
  }

  /// `1 of 2 returned`; `nil` for a figure in which every organisation is included.
  package var coverageWords: String? {
    guard isPartial, let coverage else { return nil }
    return "\(coverage.returned) of \(coverage.expected) returned"
  }

  /// The same where there is no room for words: `1/2`.
  var coverageMark: String? {
    guard isPartial, let coverage else { return nil }
    return "\(coverage.returned)/\(coverage.expected)"
  }

  /// The variance as a line of a list has it, with how many are in the sum where somebody is missing: `▲ 2.0 1/2`.
  func markedVariance(unit: Metric.Unit) -> String {
    [varianceText(unit: unit), coverageMark ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Why there is no variance, in a word or two: an organisation is missing, there is no target, or the target is on
  /// another basis.
  var noVariance: String {
    if let coverageWords { return coverageWords }
    if case .money = measurement, !caveat.isEmpty { return "on two bases" }
    return choice.lacking
  }

  /// The role of a variance: favourable or adverse; missing figures have their own role.
  public var role: Role {
    switch measurement {
    case .suppressed: return .suppressed
    case .notReturned: return .missing
    default: break
    }
    guard value != nil else { return .missing }
    guard let isMet else { return .text }
    return isMet ? .targetMet : .targetMissed
  }

  /// The measurement as a sentence quotes it: `311 of 352`, `90.46%`, `8:25 min`, `(9.4m)`.
  func measured(unit: Metric.Unit) -> String {
    switch measurement {
    case .mean where value != nil: "\(digits(unit: unit)) \(unit.suffix)"
    case .money(let money) where !isInMillions: money.text
    case .rate where unit == .percent: "\(digits(unit: unit))%"
    case .rate: unit.suffix.isEmpty ? digits(unit: unit) : "\(digits(unit: unit)) \(unit.suffix)"
    default: measurement.text
    }
  }

  /// Minutes and seconds: `23:12`, with as many decimals of a second as requested: `18:00.4`.
  static func clock(_ seconds: Ratio, places: Int = 0) -> String {
    let one = Int(Decimal.powerOfTen(places))
    let units = abs(seconds.rounded(places: places))
    let rest = units / one % 60
    let minutes = "\(units / one / 60):\(rest < 10 ? "0" : "")\(rest)"
    guard places > 0 else { return minutes }
    let fraction = String(units % one)
    return minutes + "." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
  }
}

extension Metric.Unit {
  /// The text after a figure of this unit: `%`, `days`, `£m`.
  public var suffix: String {
    switch self {
    case .percent: "%"
    case .days: "days"
    case .beds: "beds"
    case .patients: ""
    case .seconds: "min"
    case .pounds: "£m"
    }
  }
  /// The text after a variance of this unit: `pp` for percentage points.
  public var varianceSuffix: String { self == .percent ? "pp" : self == .pounds ? "£m" : suffix }
}

extension TargetTable.Choice {
  /// What is said where there is no target of this kind; there may be one of another.
  var lacking: String {
    switch self {
    case .standard: "no target"
    case .interim: "no interim target"
    case .trajectory: "no trajectory"
    case .local: "no local target"
    }
  }

  /// The same in fewer cells, for a place that says "target" already.
  var lackingBriefly: String { self == .standard ? lacking : "no \(rawValue)" }
}
