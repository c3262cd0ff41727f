/// An exact decimal number with the number of places with which it was published.
///
/// `90.46` is 9046 with two places. Nothing is rounded when it is read.
public struct Decimal: Hashable, Sendable {
  /// The number without its point.
  public let unscaled: Int
  /// Digits after the point: 0...12.
  public let places: Int

  /// `unscaled` divided by ten to the power of `places`.
  public init(_ unscaled: Int, places: Int = 0) {
    self.unscaled = unscaled
    self.places = places
  }

  /// A plain decimal, `-12.50`, without thousands separators, other signs or brackets; `nil` when the text is anything
  /// else, has more than 12 places or does not fit in 64 bits.
  public init?(_ text: some StringProtocol) {
    var value = 0
    var places = 0
    var seenPoint = false
    var digits = 0
    var negative = false
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where position == 0: negative = true
      case 0x2B where position == 0: break
      case 0x2E where !seenPoint: seenPoint = true
      case 0x30...0x39:
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflow2) = product.addingReportingOverflow(Int(byte - 0x30))
        if overflow || overflow2 { return nil }
        value = sum
        digits += 1
        if seenPoint { places += 1 }
      default: return nil
      }
    }
    guard digits > 0, places <= 12 else { return nil }
    self.init(negative ? -value : value, places: places)
  }

  /// The same number as a fraction.
  public var ratio: Ratio { Ratio(unscaled, Decimal.powerOfTen(places)) }

  /// The nearest double.
  public var double: Double { Double(unscaled) / Double(Decimal.powerOfTen(places)) }

  /// The number as it was published, with a comma before each three digits: `90.46`, `1,350`.
  public var text: String { ratio.text(places: places) }

  /// Ten to the power of 0...18.
  public static func powerOfTen(_ exponent: Int) -> Int {
    var value = 1
    for _ in 0..<exponent { value *= 10 }
    return value
  }
}
