import Metrics

extension Figure {
  /// The figure rounded to ever fewer digits, for places too small for `digits(unit:)`: `(10.70)`, `(10.7)`, `(11)`;
  /// `123.5k`, `123k`.
  ///
  /// None reads as zero where the figure is not, nor as the target or its other side: a miss stays a miss.
  func roundedDigits(unit: Metric.Unit) -> [String] {
    guard let value else { return [] }
    let exact = digits(unit: unit)
    let places = places(unit: unit)
    var forms: [String] = []
    func add(_ fewer: some Sequence<Int>, per scale: Int = 1, _ text: (Int) -> String) {
      for places in fewer where keepsItsSide(value, places: places, per: scale) { forms.append(text(places)) }
    }
    switch measurement {
    case .money(let money) where isInMillions:
      add((0..<places).reversed(), per: 1_000_000) { money.millions(places: $0) }
    case .money(let money):
      let sign = money.pounds < 0 ? "-£" : "£"
      for (scale, letter) in Self.letters where abs(money.pounds) >= scale {
        add([1, 0], per: scale) { sign + Ratio(abs(money.pounds), scale).text(places: $0) + letter }
      }
    case _ where unit == .seconds:
      add((0..<places).reversed()) { Figure.clock(value, places: $0) }
    default:
      add((0..<places).reversed()) { value.text(places: $0) }
      for (scale, letter) in Self.letters where value.magnitude >= Ratio(scale) {
        add([1, 0], per: scale) { (value / Ratio(scale)).text(places: $0) + letter }
      }
    }
    return forms.filter { $0.count < exact.count }
  }

  /// Thousands come last: `1.2m` rather than `1,235k`.
  private static let letters = [(1_000_000, "m"), (1000, "k")]

  /// Whether a value rounded to this many places of a unit is still on its side of zero and of the target.
  private func keepsItsSide(_ value: Ratio, places: Int, per scale: Int) -> Bool {
    let one = Int(Decimal.powerOfTen(places))
    let rounded = Ratio((value / Ratio(scale)).rounded(places: places), one) * Ratio(scale)
    guard rounded.isZero == value.isZero else { return false }
    guard let wanted = target?.value.ratio else { return true }
    return (rounded < wanted) == (value < wanted) && (rounded == wanted) == (value == wanted)
  }
}
