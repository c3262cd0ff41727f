/// An exact fraction of two whole numbers; its denominator is never zero.
///
/// Every value, target and variance is a ratio, so that whole-number arithmetic decides whether a target is met.
public struct Ratio: Hashable, Sendable {
  /// The numerator, in lowest terms; it has the sign.
  public let numerator: Int
  /// The denominator, in lowest terms; at least 1.
  public let denominator: Int

  /// `numerator` ÷ `denominator`; a denominator of zero is treated as one, so callers must check it first.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    self.init(wide: Int128(numerator), Int128(denominator == 0 ? 1 : denominator))
  }

  /// Reduces to lowest terms; a fraction that still does not fit in 64 bits loses its last binary digits on both sides.
  private init(wide numerator: Int128, _ denominator: Int128) {
    // Nearly every figure fits in 64 bits, where division is many times faster.
    if let top = Int(exactly: numerator), let bottom = Int(exactly: denominator), top != .min, bottom > 0 {
      let divisor = Int(Ratio.greatestCommonDivisor(top.magnitude, bottom.magnitude))
      (self.numerator, self.denominator) = (top / divisor, bottom / divisor)
      return
    }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = Ratio.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    var top = numerator * sign / Int128(divisor)
    var bottom = denominator * sign / Int128(divisor)
    while top.magnitude > Int128(Int.max).magnitude || bottom > Int128(Int.max) {
      top /= 2
      bottom = max(1, bottom / 2)
    }
    self.numerator = Int(top)
    self.denominator = Int(bottom)
  }

  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (larger, smaller) = (first, second)
    while smaller > UInt128(UInt64.max) { (larger, smaller) = (smaller, larger % smaller) }
    if smaller == 0 { return larger == 0 ? 1 : larger }
    return UInt128(greatestCommonDivisor(UInt(smaller), UInt(larger % smaller)))
  }

  private static func greatestCommonDivisor(_ first: UInt, _ second: UInt) -> UInt {
    var (divisor, rest) = (first, second)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return divisor
  }

  /// The nearest double.
  public var double: Double { Double(numerator) / Double(denominator) }
  /// Zero.
  public static let zero = Ratio(0)
  /// Whether it is exactly zero.
  public var isZero: Bool { numerator == 0 }
  /// The number without its sign.
  public var magnitude: Ratio { numerator < 0 ? -self : self }

  /// The exact sum.
  public static func + (left: Ratio, right: Ratio) -> Ratio {
    Ratio(
      wide: Int128(left.numerator) * Int128(right.denominator) + Int128(right.numerator) * Int128(left.denominator),
      Int128(left.denominator) * Int128(right.denominator))
  }
  /// The exact difference.
  public static func - (left: Ratio, right: Ratio) -> Ratio { left + -right }
  /// The exact product.
  public static func * (left: Ratio, right: Ratio) -> Ratio {
    Ratio(
      wide: Int128(left.numerator) * Int128(right.numerator), Int128(left.denominator) * Int128(right.denominator))
  }
  /// The exact quotient; dividing by zero gives zero, so callers must check first.
  public static func / (left: Ratio, right: Ratio) -> Ratio {
    if right.isZero { return .zero }
    return Ratio(
      wide: Int128(left.numerator) * Int128(right.denominator), Int128(left.denominator) * Int128(right.numerator))
  }
  /// The same number with the other sign.
  public static prefix func - (ratio: Ratio) -> Ratio { Ratio(-ratio.numerator, ratio.denominator) }

  /// The smallest whole number that is not below it.
  public var roundedUp: Int {
    let quotient = numerator / denominator
    return numerator > 0 && numerator % denominator != 0 ? quotient + 1 : quotient
  }
  /// The largest whole number that is not above it.
  public var roundedDown: Int { -(-self).roundedUp }

  /// The number rounded half away from zero to this many decimal places (0...18), counted in units of the last place;
  /// the largest whole number where it does not fit.
  public func rounded(places: Int) -> Int {
    let units = Int(clamping: unitsRounded(places: places))
    return numerator < 0 ? -units : units
  }

  /// The size of the number in units of the last of these places, rounded half up.
  private func unitsRounded(places: Int) -> UInt128 {
    let scaled = UInt128(numerator.magnitude) * UInt128(Decimal.powerOfTen(places))
    let bottom = UInt128(denominator)
    return (scaled * 2 + bottom) / (bottom * 2)
  }

  /// The number in British notation, rounded half away from zero: `1,234.5`, `-0.3`.
  public func text(places: Int) -> String {
    let units = unitsRounded(places: places)
    let scale = UInt128(Decimal.powerOfTen(places))
    let whole = Ratio.grouped(UInt(clamping: units / scale))
    let sign = numerator < 0 && units > 0 ? "-" : ""
    if places == 0 { return sign + whole }
    let fraction = String(units % scale)
    return sign + whole + "." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
  }

  /// A whole number with a comma before every three digits.
  static func grouped(_ number: UInt) -> String {
    let digits = String(number)
    let count = digits.utf8.count
    if count <= 3 { return digits }
    return String(unsafeUninitializedCapacity: count + (count - 1) / 3) { text in
      var length = 0
      for (position, digit) in digits.utf8.enumerated() {
        if position > 0, (count - position) % 3 == 0 {
          text[length] = UInt8(ascii: ",")
          length += 1
        }
        text[length] = digit
        length += 1
      }
      return length
    }
  }
}

extension Ratio: Comparable {
  /// Compares by exact cross-multiplication.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }
}
