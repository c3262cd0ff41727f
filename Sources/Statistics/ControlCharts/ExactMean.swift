/// A running arithmetic mean that keeps the digits that ordinary addition rounds away.
///
/// The control-chart rules test whether a value equals the mean, so the last bit matters: thirty times 0.1 must have
/// the mean 0.1. The sum is kept in two doubles with error-free additions, and the quotient is corrected by its
/// remainder.
/// - Missing: `nil` before the first number.
/// - Source: Knuth's two-sum and Veltkamp's split; agrees with R's `mean` bit for bit on the reference series.
struct ExactMean {
  private var sum = 0.0
  private var lost = 0.0
  private(set) var count = 0

  /// Adds a number.
  mutating func add(_ number: Double) {
    let total = sum + number
    let added = total - sum
    lost += (sum - (total - added)) + (number - added)
    sum = total
    count += 1
  }

  /// The mean of the numbers added.
  var value: Double? {
    guard count > 0 else { return nil }
    let divisor = Double(count)
    let quotient = sum / divisor
    let product = quotient * divisor
    let roundedAway = Self.error(of: product, quotient, divisor)
    let remainder = ((sum - product) - roundedAway) + lost
    return quotient + remainder / divisor
  }

  /// The exact amount by which `quotient` times `divisor` exceeds `product`, for a whole divisor below 2 to the power
  /// of 26.
  ///
  /// It splits the digits of the quotient so that both halves multiply without rounding. A fused multiply-add would do
  /// the same, but it is a call into the C mathematics library, which nothing here links.
  private static func error(of product: Double, _ quotient: Double, _ divisor: Double) -> Double {
    let scaled = quotient * 134_217_729  // 2^27 + 1
    let upperHalf = scaled - (scaled - quotient)
    let lowerHalf = quotient - upperHalf
    return (upperHalf * divisor - product) + lowerHalf * divisor
  }
}
