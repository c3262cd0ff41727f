/// A measurement in twelve bytes; one with a number that 32 bits do not hold stands elsewhere, under a number.
struct PackedMeasurement: Sendable {
  /// Which measurement, or that it stands elsewhere.
  enum Kind: UInt8 {
    case count, share, rate, mean, money, suppressed, notReturned, large
    /// A mean that is published too, to the whole second that it comes to.
    case publishedMean
  }

  let first: Int32
  let second: Int32
  let kind: Kind

  /// One that was taken apart.
  init(kind: Kind, _ first: Int32, _ second: Int32) {
    self.kind = kind
    self.first = first
    self.second = second
  }

  /// The measurement; `nil` where it does not fit.
  init?(_ measurement: Measurement) {
    switch measurement {
    case .count(let count): self.init(.count, count.halves)
    case .share(let within, let of): self.init(.share, within.halves, of.halves)
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

  /// One that stands elsewhere.
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

  /// The number under which it stands elsewhere; `nil` where it stands here.
  var large: Int? {
    kind == .large ? Int(UInt32(bitPattern: first)) | Int(second) << 32 : nil
  }

  /// What it says; no return for one that stands elsewhere.
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
  /// A mean as it is published, to a whole second; `nil` where there was no incident.
  private static func wholeMean(_ total: Int, _ of: Int) -> Decimal? {
    of == 0 ? nil : Decimal(Ratio(total, of).rounded(places: 0))
  }
}
