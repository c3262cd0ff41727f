import Metrics
import Screen

/// How figures are written: the same on every page, in print and in sentences.
extension Figure {
  /// Decimal places of its value: as published, one at least for a percentage, and more where rounding would make a
  /// miss look met.
  public func places(unit: Metric.Unit) -> Int {
    var places: Int
    switch measurement {
    case .rate(let rate): places = max(1, rate.places)
    case .share: places = 1
    case .count(let count): places = count.isWhole ? 0 : 1
    case .suppressed, .notReturned: places = unit == .percent ? 1 : 0
    case .mean, .money: places = 0
    }
    guard unit == .percent, let value, let target, let isMet, !isMet else { return places }
    let wanted = target.value.ratio
    while places < 4, Ratio(value.rounded(places: places), Int(Decimal.powerOfTen(places))) == wanted { places += 1 }
    return places
  }

  /// The figure in digits, without its unit: `93.4`, `2,014`, `(22.0)`, `7:23`; `*` when suppressed, `–` when missing.
  public func digits(unit: Metric.Unit) -> String {
    switch measurement {
    case .suppressed: return "*"
    case .money(let money): return digits(of: money)
    default: break
    }
    guard let value else { return "–" }
    if unit == .seconds { return Figure.clock(value) }
    return value.text(places: places(unit: unit))
  }

  /// The target in digits, with as many places as the figure.
  public func targetDigits(unit: Metric.Unit) -> String {
    guard let target else { return "–" }
    if unit == .pounds, !metric.isInMillions { return Money(pounds: target.value.unscaled).text }
    return Figure.digits(of: target, unit: unit, places: places(unit: unit), like: measurement)
  }

  /// An amount as the tables of money have it, in millions, and any other with its unit: `(22.0)`, `£300k`.
  private func digits(of money: Money) -> String { metric.isInMillions ? money.millions : money.text }

  /// A target in digits.
  package static func digits(of target: Target, unit: Metric.Unit, places: Int, like measurement: Measurement?)
    -> String
  {
    switch unit {
    case .pounds:
      var precision = 100_000
      if case .money(let money)? = measurement { precision = money.precision }
      return Money(pounds: target.value.unscaled, precision: precision).millions
    case .seconds: return clock(target.value.ratio)
    default:
      return target.value.ratio.text(places: max(places, target.value.places)) + (target.isUnconfirmed ? "?" : "")
    }
  }

  /// The size of the variance without its sign: `1.6`, `1,014`, `28.6`; empty without a target.
  public func varianceDigits(unit: Metric.Unit) -> String {
    guard let variance else { return "" }
    switch measurement {
    case .money(let money):
      return digits(of: Money(pounds: variance.magnitude.rounded(places: 0), precision: money.precision))
    default: break
    }
    if unit == .seconds { return Figure.clock(variance.magnitude) }
    var places = places(unit: unit)
    while places < 4, !variance.isZero, variance.rounded(places: places) == 0 { places += 1 }
    return variance.magnitude.text(places: places)
  }

  /// Below target, above it, or on it.
  public var arrow: String {
    guard let variance else { return " " }
    return variance.isZero ? "=" : variance < .zero ? "▼" : "▲"
  }

  /// The arrow and size of the variance: `▼ 1.6`; empty without a target.
  public func varianceText(unit: Metric.Unit) -> String {
    variance == nil ? "" : "\(arrow) \(varianceDigits(unit: unit))"
  }

  /// `1 of 2 returned`; `nil` for a figure that everybody is in.
  var coverageWords: String? {
    guard isPartial, let coverage else { return nil }
    return "\(coverage.returned) of \(coverage.expected) returned"
  }

  /// Why there is no variance, in a word or two: somebody is missing, there is nothing to hold it against, or that is on
  /// another basis.
  var noVariance: String {
    if let coverageWords { return coverageWords }
    if case .money = measurement, !caveat.isEmpty { return "on two bases" }
    return "no target"
  }

  /// The role of a variance: favourable or adverse; missing figures have their own.
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

  /// What was measured, as a sentence quotes it: `311 of 352`, `90.46%`, `8:25 min`, `(9.4m)`.
  func measured(unit: Metric.Unit) -> String {
    switch measurement {
    case .mean where value != nil: "\(digits(unit: unit)) \(unit.suffix)"
    case .money(let money) where !metric.isInMillions: money.text
    default: measurement.text
    }
  }

  /// Minutes and seconds: `23:12`.
  static func clock(_ seconds: Ratio) -> String {
    let whole = seconds.rounded(places: 0)
    let rest = abs(whole) % 60
    return "\(abs(whole) / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Metric.Unit {
  /// What stands after a figure of this unit: `%`, `days`, `£m`.
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
  /// What stands after a variance of this unit: `pt` for percentage points.
  public var varianceSuffix: String { self == .percent ? "pt" : self == .pounds ? "£m" : suffix }
}
