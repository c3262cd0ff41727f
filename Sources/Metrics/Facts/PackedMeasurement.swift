/// A measurement in twelve bytes; one with a number that does not fit 32 bits is stored elsewhere, under a number.
struct PackedMeasurement: Sendable {
  /// The kind of measurement, or that it is stored elsewhere.
  enum Kind: UInt8 {
    case count, share, rate, mean, money, suppressed, notReturned, large
    /// A mean that is also published, rounded to the whole second that its counts give.
    case publishedMean
  }

  let first: Int32
  let second: Int32
  let kind: Kind

  /// A measurement from its parts.
  init(kind: Kind, _ first: Int32, _ second: Int32) {
    self.kind = kind
    self.first = first
    self.second = second
  }

  /// The measurement; `nil` where it does not fit.
  init?(_ measurement: Measurement) {
    switch measurement {
    case .count(let count):
      guard count.isInHalves else { return nil }
      self.init(.count, count.halves)
    case .share(let within, let of):
      guard within.isInHalves, of.isInHalves else { return nil }
      self.init(.share, within.halves, of.halves)
    case .rate(let decimal): self.init(.rate, decimal.unscaled, decimal.places)
    case .mean(let total, let of, nil): self.init(.mean, total, of)
    case .mean(let total, let of, let published):
      guard published == PackedMeasurement.wholeMean(total, of) else { return nil }
      self.init(.publishedMean, total, of)
    case .money(let money): self.init(.money, money.pounds, money.precision)
    case .suppressed: self.init(.suppressed, 0)
    case .notReturned: self.init(.notReturned, 0)
    }
  }

  /// A measurement that is stored elsewhere, by its number.
  init(large number: Int) {
    first = Int32(truncatingIfNeeded: number)
    second = Int32(truncatingIfNeeded: number >> 32)
    kind = .large
  }

  private init?(_ kind: Kind, _ first: Int, _ second: Int = 0) {
    guard let first = Int32(exactly: first), let second = Int32(exactly: second) else { return nil }
    self.first = first
    self.second = second
    self.kind = kind
  }

  /// The number under which it is stored elsewhere; `nil` where it is stored here.
  var large: Int? {
    kind == .large ? Int(UInt32(bitPattern: first)) | Int(second) << 32 : nil
  }

  /// The measurement; no return for one that is stored elsewhere.
  var measurement: Measurement {
    switch kind {
    case .count: .count(Count(halves: Int(first)))
    case .share: .share(within: Count(halves: Int(first)), of: Count(halves: Int(second)))
    case .rate: .rate(Decimal(Int(first), places: Int(second)))
    case .mean: .mean(total: Int(first), of: Int(second))
    case .publishedMean:
      .mean(
        total: Int(first), of: Int(second), published: PackedMeasurement.wholeMean(Int(first), Int(second)))
    case .money: .money(Money(pounds: Int(first), precision: Int(second)))
    case .suppressed: .suppressed
    case .notReturned, .large: .notReturned
    }
  }
  /// A mean rounded to a whole second, as it is published; `nil` where there was no incident.
  private static func wholeMean(_ total: Int, _ of: Int) -> Decimal? {
    of == 0 ? nil : Decimal(Ratio(total, of).rounded(places: 0))
  }
}
