import Dashboard
import Metrics

extension Ratio {
  /// The number without rounding or separators: an exact decimal where there is one, otherwise the shortest decimal
  /// that reads back as the same double.
  var plainDigits: String {
    var rest = denominator
    var (twos, fives) = (0, 0)
    while rest % 2 == 0 {
      rest /= 2
      twos += 1
    }
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    let places = max(twos, fives)
    guard rest == 1, places <= 15 else { return "\(double)" }
    let scaled = numerator.magnitude.multipliedFullWidth(by: UInt(Decimal.powerOfTen(places) / denominator))
    guard scaled.high == 0 else { return "\(double)" }
    return (numerator < 0 ? "-" : "") + Ratio.withPoint(String(scaled.low), places: places)
  }

  private static func withPoint(_ digits: String, places: Int) -> String {
    guard places > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
