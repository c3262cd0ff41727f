/// A running arithmetic mean that keeps what ordinary addition rounds away.
///
/// The control-chart rules ask whether a value equals the mean, so the last bit counts: thirty times 0.1 must have the
/// mean 0.1. The sum is held in two doubles with error-free additions, and the quotient is corrected by what it leaves.
/// - Missing: `nil` before the first number.
/// - Source: Knuth's two-sum; agrees with R's `mean` bit for bit on the reference series.
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
    let roundedAway = (-product).addingProduct(quotient, divisor)
    let remainder = ((sum - product) - roundedAway) + lost
    return quotient + remainder / divisor
  }
}
