extension Ratio {
  /// The fraction nearest to a double at a number of decimal places; its size is kept within 64 bits.
  public init(rounding value: Double, places: Int) {
    let scale = Decimal.powerOfTen(places)
    let scaled = min(max((value * Double(scale)).rounded(), -9e17), 9e17)
    self.init(scaled.isNaN ? 0 : Int(scaled), Int(scale))
  }
}
