extension Ratio: Stored {
  package func write(to bytes: inout StoredWriter) {
    bytes.write(numerator)
    bytes.write(denominator)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(try bytes.number(), try bytes.number())
  }
}

extension Decimal: Stored {
  package func write(to bytes: inout StoredWriter) {
    bytes.write(unscaled)
    bytes.write(places)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(try bytes.number(), places: try bytes.number())
  }
}

extension Money: Stored {
  package func write(to bytes: inout StoredWriter) {
    bytes.write(pounds)
    bytes.write(precision)
  }
  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    self.init(pounds: try bytes.number(), precision: try bytes.number())
  }
}

extension Measurement: Stored {
  package func write(to bytes: inout StoredWriter) {
    switch self {
    case .count(let count) where count.isInHalves:
      bytes.write(0)
      bytes.write(count.halves)
    case .count(let mean):
      bytes.write(7)
      bytes.write(mean.parts)
    case .share(let within, let of) where within.isInHalves && of.isInHalves:
      bytes.write(1)
      bytes.write(within.halves)
      bytes.write(of.halves)
    case .share(let within, let of):
      bytes.write(8)
      bytes.write(within.parts)
      bytes.write(of.parts)
    case .rate(let rate):
      bytes.write(2)
      rate.write(to: &bytes)
    case .mean(let total, let of, let published):
      bytes.write(3)
      bytes.write(total)
      bytes.write(of)
      published.write(to: &bytes)
    case .money(let money):
      bytes.write(4)
      money.write(to: &bytes)
    case .suppressed: bytes.write(5)
    case .notReturned: bytes.write(6)
    }
  }

  package init(from bytes: inout StoredReader) throws(StoredDamage) {
    switch try bytes.number() {
    case 0: self = .count(Count(halves: try bytes.number()))
    case 1: self = .share(within: Count(halves: try bytes.number()), of: Count(halves: try bytes.number()))
    case 2: self = .rate(try bytes.value())
    case 3: self = .mean(total: try bytes.number(), of: try bytes.number(), published: try bytes.value())
    case 4: self = .money(try bytes.value())
    case 5: self = .suppressed
    case 6: self = .notReturned
    case 7: self = .count(Count(parts: try bytes.number()))
    case 8: self = .share(within: Count(parts: try bytes.number()), of: Count(parts: try bytes.number()))
    default: throw StoredDamage()
    }
  }
}
