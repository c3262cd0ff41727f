/// A target for a share, as an exact decimal: 92.5% is 925 with one place.
///
/// - Unit: percent, 0...100.
public struct TargetShare: Sendable, Equatable {
  /// The percentage without its point.
  public let unscaled: Int
  /// Digits after the point: 0...12.
  public let places: Int

  /// `unscaled` over ten to the power of `places`, percent; `nil` outside 0...100 and beyond 12 places.
  public init?(unscaled: Int, places: Int = 0) {
    guard (0...12).contains(places) else { return nil }
    self.unscaled = unscaled
    self.places = places
    guard unscaled >= 0, unscaled <= whole else { return nil }
  }

  /// The whole, in the unit of `unscaled`: 100% with these places.
  var whole: Int {
    var whole = 100
    for _ in 0..<places { whole *= 10 }
    return whole
  }

  /// The part of the whole that may miss, in the unit of `unscaled`.
  var allowance: Int { whole - unscaled }
}
