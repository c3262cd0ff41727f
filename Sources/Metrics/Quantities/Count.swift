/// A number of patients, pathways, attendances or days, held in halves.
///
/// Cancer counts a pathway shared by two providers as half a patient for each; everything else is whole.
public struct Count: Hashable, Comparable, Sendable {
  /// Twice the number.
  public let halves: Int

  /// A whole number; a number that is too large becomes the largest one, without overflow.
  public init(_ whole: Int) {
    let (doubled, overflow) = whole.multipliedReportingOverflow(by: 2)
    halves = overflow ? (whole > 0 ? Int.max : -Int.max) : doubled
  }
  /// Half of `halves`.
  public init(halves: Int) { self.halves = max(halves, -Int.max) }

  /// A decimal that is a whole or a half, `107.5`; `nil` when it is neither.
  public init?(_ decimal: Decimal) {
    let scale = Decimal.powerOfTen(decimal.places)
    let (doubled, overflow) = decimal.unscaled.multipliedReportingOverflow(by: 2)
    guard !overflow, doubled % scale == 0 else { return nil }
    halves = doubled / scale
  }

  /// Zero.
  public static let zero = Count(0)
  /// The same number as a fraction.
  public var ratio: Ratio { Ratio(halves, 2) }
  /// Whether it is a whole number.
  public var isWhole: Bool { halves % 2 == 0 }
  /// The nearest double.
  public var double: Double { Double(halves) / 2 }
  /// `1,234` or `107.5`.
  public var text: String { ratio.text(places: isWhole ? 0 : 1) }

  /// Fewer sorts first.
  public static func < (left: Count, right: Count) -> Bool { left.halves < right.halves }
  /// The sum; a sum that is too large becomes the largest number, without overflow.
  public static func + (left: Count, right: Count) -> Count {
    let (sum, overflow) = left.halves.addingReportingOverflow(right.halves)
    return Count(halves: overflow ? (left.halves > 0 ? Int.max : -Int.max) : sum)
  }
  /// The difference; one that is too large becomes the largest number, without overflow.
  public static func - (left: Count, right: Count) -> Count {
    let (difference, overflow) = left.halves.subtractingReportingOverflow(right.halves)
    return Count(halves: overflow ? (left.halves > 0 ? Int.max : -Int.max) : difference)
  }
}
