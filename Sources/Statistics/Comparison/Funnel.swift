/// A funnel plot of shares: which organisations differ from the others by more than chance, and by more than
/// organisations usually differ.
///
/// The centre is the pooled share θ. Each organisation's z = (share − θ) ÷ s, where s² = θ(1 − θ) ÷ denominator. The z-scores are
/// winsorised: those in the lowest and the highest tenth count as the 10th and the 90th percentile. Their mean square φ
/// says how far organisations differ beyond chance; the variance between organisations is τ² = (Iφ − (I − 1)) ÷ (Σw − Σw² ÷ Σw), not
/// below 0, with w = 1 ÷ s² over the I organisations. Limits are θ ± 1.96 and θ ± 3.09 times √(s² + τ²).
///
/// Only comparable organisations belong on one funnel: type 1 departments with type 1 departments.
/// - Unit: shares, 0...1.
/// - Missing: an organisation with denominator 0 has no share and no limits, and carries no weight.
/// - Source: Spiegelhalter, Handling over-dispersion of performance indicators, Quality and Safety in Health Care 2005
///   (additive model). Percentiles between two scores are interpolated, as in R.
public struct Funnel: Sendable, Equatable {
  /// The counts of an organisation.
  public struct Count: Sendable, Equatable {
    /// How many met the standard: 0...denominator.
    public let numerator: Double
    /// How many there were; 0 when it had none.
    public let denominator: Double

    /// `numerator` of `denominator`.
    public init(_ numerator: Double, of denominator: Double) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The pooled share; `nil` when every denominator is 0.
  public let centre: Double?
  /// φ, the mean square of the winsorised z-scores: about 1 when organisations differ by chance alone.
  public let dispersion: Double
  /// τ², the variance between organisations that chance does not explain; 0 when there is none.
  public let varianceBetween: Double
  /// The organisations, in the order of the counts.
  public let organisations: [FunnelPoint]

  /// The share of each tail that is winsorised.
  public static let winsorisedShare = 0.1

  /// The funnel of these organisations.
  public init(_ counts: [Count]) {
    let usable = counts.filter { $0.denominator > 0 }
    let total = usable.reduce(0) { $0 + $1.denominator }
    guard total > 0 else {
      (centre, dispersion, varianceBetween) = (nil, 0, 0)
      organisations = counts.map { _ in FunnelPoint.absent }
      return
    }
    let share = usable.reduce(0) { $0 + $1.numerator } / total
    let spread = Self.overdispersion(usable, centre: share)
    centre = share
    dispersion = spread.dispersion
    varianceBetween = spread.varianceBetween
    organisations = counts.map { FunnelPoint($0, centre: share, varianceBetween: spread.varianceBetween) }
  }

  /// The limits of an organisation of this size, for drawing the funnel; `nil` for size 0 and without a centre.
  public func limits(denominator: Double) -> FunnelLimits? {
    guard let centre, denominator > 0 else { return nil }
    return FunnelLimits(centre: centre, denominator: denominator, varianceBetween: varianceBetween)
  }

  private static func overdispersion(
    _ counts: [Count], centre: Double
  ) -> (dispersion: Double, varianceBetween: Double) {
    let variance = centre * (1 - centre)
    guard variance > 0 else { return (0, 0) }
    let scores = counts.map { ($0.numerator / $0.denominator - centre) / (variance / $0.denominator).squareRoot() }
    let sorted = scores.sorted()
    let lowest = percentile(sorted, winsorisedShare)
    let highest = percentile(sorted, 1 - winsorisedShare)
    let sumOfSquares = scores.reduce(0) { sum, score in
      let winsorised = min(max(score, lowest), highest)
      return sum + winsorised * winsorised
    }
    let weights = counts.map { $0.denominator / variance }
    let sum = weights.reduce(0, +)
    let spare = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
    let excess = sumOfSquares - Double(counts.count - 1)
    // A single organisation has nothing to differ from: its `spare` is rounding error.
    let varianceBetween = counts.count > 1 && spare > 0 ? max(0, excess / spare) : 0
    return (sumOfSquares / Double(counts.count), varianceBetween)
  }

  private static func percentile(_ sorted: [Double], _ share: Double) -> Double {
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
