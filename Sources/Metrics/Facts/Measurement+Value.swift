extension Measurement {
  /// The value in the metric's unit: percent for a share or rate, pounds for money, seconds for a mean. `nil` where
  /// nothing is known.
  public var value: Ratio? {
    switch self {
    case .count(let count): return count.ratio
    case .share(let within, let of):
      if of.parts == 0 { return nil }
      return within.isInHalves && of.isInHalves
        ? Ratio(within.halves, of.halves) * Ratio(100) : Ratio(within.parts, of.parts) * Ratio(100)
    case .rate(let decimal): return decimal.ratio
    case .mean(let total, let of, let published): return published?.ratio ?? (of == 0 ? nil : Ratio(total, of))
    case .money(let money): return Ratio(money.pounds)
    case .suppressed, .notReturned: return nil
    }
  }

  /// The nearest double to the value.
  var double: Double? {
    // Whole numbers of up to 53 bits are exact as doubles, so that their quotient needs no lowest terms.
    let most = 1 << 46
    switch self {
    case .count(let count) where count.halves.magnitude < most: return Double(count.halves) / 2
    case .share(let within, let of) where within.halves.magnitude < most && (1..<most).contains(of.halves):
      return Double(within.halves * 100) / Double(of.halves)
    default: return value?.double
    }
  }

  /// The numerator of a share or mean, or the count itself; `nil` for any other measurement.
  public var numerator: Ratio? {
    switch self {
    case .share(let within, _): within.ratio
    case .mean(let total, _, _): Ratio(total)
    default: nil
    }
  }

  /// The denominator of a share or mean; `nil` for any other measurement.
  public var denominator: Ratio? {
    switch self {
    case .share(_, let of): of.ratio
    case .mean(_, let of, _): Ratio(of)
    default: nil
    }
  }

  /// As a sentence quotes it: `311 of 352`, `90.46%`, `£9.4m`, `*`, `no return`.
  public var text: String {
    switch self {
    case .count(let count): count.text
    case .share(let within, let of): "\(within.text) of \(of.text)"
    case .rate(let decimal): "\(decimal.text)%"
    case .mean: value.map { "\($0.text(places: 0)) s" } ?? "no incidents"
    case .money(let money): money.bracketed
    case .suppressed: "*"
    case .notReturned: "no return"
    }
  }
}
