/// The funnel's limits for an organisation of one size.
///
/// - Unit: shares. They are not clipped: the upper limit of a small organisation may exceed 1, and then no share is
///   above it.
public struct FunnelLimits: Sendable, Equatable {
  /// The range in which 95% of organisations lie if none differs from the others.
  public let warning: ClosedRange<Double>
  /// The range in which 99.8% of organisations lie if none differs from the others.
  public let alarm: ClosedRange<Double>

  /// The standard normal deviate with 2.5% above it.
  static let warningDeviate = 1.959963984540054
  /// The standard normal deviate with 0.1% above it.
  static let alarmDeviate = 3.090232306167813

  /// The limits around a pooled share for an organisation with this denominator, above 0.
  init(centre: Double, denominator: Double, varianceBetween: Double) {
    let sampling = max(0, centre * (1 - centre)) / denominator
    let deviation = (sampling + varianceBetween).squareRoot()
    warning = (centre - Self.warningDeviate * deviation)...(centre + Self.warningDeviate * deviation)
    alarm = (centre - Self.alarmDeviate * deviation)...(centre + Self.alarmDeviate * deviation)
  }
}
