/// A number of patients, pathways, attendances, beds or days, to six decimals.
///
/// Cancer counts a pathway shared by two providers as half a patient for each, and numbers of beds are means of days, with
/// decimals; everything else is whole.
public struct Count: Hashable, Comparable, Sendable {
  /// The parts that a whole has.
  public static let partsOfWhole = 1_000_000
  /// The number in millionths.
  public let parts: Int

  /// A number of millionths.
  public init(parts: Int) { self.parts = max(parts, -Int.max) }

  /// A whole number; a number that is too large becomes the largest one, without overflow.
  public init(_ whole: Int) { self.init(whole, times: Count.partsOfWhole) }
  /// Half of `halves`.
  public init(halves: Int) { self.init(halves, times: Count.partsOfWhole / 2) }

  private init(_ number: Int, times factor: Int) {
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    parts = overflow ? (number > 0 ? Int.max : -Int.max) : max(product, -Int.max)
  }

  /// A mean with any decimals, rounded to six; a number that is too large becomes the largest one.
  public init(mean decimal: Decimal) {
    let scaled = decimal.ratio * Ratio(Count.partsOfWhole)
    self.init(parts: scaled.rounded(places: 0))
  }

  /// Twice the number, rounded down where it is neither a whole nor a half.
  public var halves: Int { parts / (Count.partsOfWhole / 2) }
  /// Whether it is a whole or a half.
  public var isInHalves: Bool { parts % (Count.partsOfWhole / 2) == 0 }

  /// A decimal that is a whole or a half, `107.5`; `nil` when it is neither.
  public init?(_ decimal: Decimal) {
    let scale = Decimal.powerOfTen(decimal.places)
    let (doubled, overflow) = decimal.unscaled.multipliedReportingOverflow(by: 2)
    guard !overflow, doubled % scale == 0 else { return nil }
    self.init(halves: doubled / scale)
  }

  /// Zero.
  public static let zero = Count(0)
  /// The same number as a fraction.
  public var ratio: Ratio { isInHalves ? Ratio(halves, 2) : Ratio(parts, Count.partsOfWhole) }
  /// Whether it is a whole number.
  public var isWhole: Bool { parts % Count.partsOfWhole == 0 }
  /// The nearest double.
  public var double: Double { Double(parts) / Double(Count.partsOfWhole) }
  /// `1,234`, `107.5`, or a mean to one decimal, `1,969.5`.
  public var text: String { ratio.text(places: isWhole ? 0 : 1) }

  /// Whether it is the same number, or a mean that differs only by what the rounding of many means adds up to.
  public func agrees(with other: Count) -> Bool {
    if isInHalves, other.isInHalves { return self == other }
    return (self - other).ratio.magnitude < Ratio(1, 10)
  }

  /// Fewer sorts first.
  public static func < (left: Count, right: Count) -> Bool { left.parts < right.parts }
  /// The sum; a sum that is too large becomes the largest number, without overflow.
  public static func + (left: Count, right: Count) -> Count {
    let (sum, overflow) = left.parts.addingReportingOverflow(right.parts)
    return Count(parts: overflow ? (left.parts > 0 ? Int.max : -Int.max) : sum)
  }
  /// The difference; one that is too large becomes the largest number, without overflow.
  public static func - (left: Count, right: Count) -> Count {
    let (difference, overflow) = left.parts.subtractingReportingOverflow(right.parts)
    return Count(parts: overflow ? (left.parts > 0 ? Int.max : -Int.max) : difference)
  }
}
