import Metrics

/// A number of patients, days or pathways in a cell: known, missing or suppressed.
enum Amount: Equatable {
  case known(Count)
  case missing
  case suppressed

  /// A number larger than anything that is counted; sums of numbers up to here stay far from the limits of 64 bits.
  static let limit = 1_000_000_000_000

  /// The number, where it is known.
  var count: Count? {
    if case .known(let count) = self { count } else { nil }
  }

  /// The sum: a missing amount adds nothing, a suppressed one makes the sum suppressed.
  static func + (left: Amount, right: Amount) -> Amount {
    switch (left, right) {
    case (.missing, let other), (let other, .missing): other
    case (.known(let first), .known(let second)): .known(first + second)
    case (.suppressed, _), (_, .suppressed): .suppressed
    }
  }

  /// The number as a measurement of its own.
  var measurement: Measurement {
    switch self {
    case .known(let count): .count(count)
    case .missing: .notReturned
    case .suppressed: .suppressed
    }
  }

  /// A share with this as its denominator.
  func share(within: Amount) -> Measurement {
    switch (within, self) {
    case (.known(let part), .known(let whole)): .share(within: part, of: whole)
    case (.suppressed, _), (_, .suppressed): .suppressed
    case (.missing, _), (_, .missing): .notReturned
    }
  }
}

extension Record {
  /// A whole number of 0 or more.
  func amount(_ field: Int) throws(Fault) -> Amount {
    switch cell(field) {
    case .blank: return .missing
    case .unavailable where !isNotApplicable(field): return .missing
    case .suppressed: return .suppressed
    case .number(let decimal):
      guard let whole = decimal.whole, whole < Amount.limit else { throw fault(field, ExtractProblem.notWhole) }
      guard whole >= 0 else { throw Fault(.negative(text(field)), field) }
      return .known(Count(whole))
    case .other, .percent, .unavailable: throw fault(field, ExtractProblem.notWhole)
    }
  }

  /// A whole number or a half, 0 or more: cancer pathways can be shared between two providers.
  func halves(_ field: Int) throws(Fault) -> Amount {
    switch cell(field) {
    case .blank, .unavailable: return .missing
    case .suppressed: return .suppressed
    case .number(let decimal):
      guard let count = Count(decimal) ?? decimal.whole.map({ Count($0) }) else {
        throw fault(field, ExtractProblem.notHalf)
      }
      guard count < Count(Amount.limit) else { throw fault(field, ExtractProblem.notHalf) }
      guard count.halves >= 0 else { throw Fault(.negative(text(field)), field) }
      return .known(count)
    case .other, .percent: throw fault(field, ExtractProblem.notHalf)
    }
  }

  /// A mean of counts, 0 or more, with any decimals: beds open on an average day.
  func mean(_ field: Int) throws(Fault) -> Amount {
    guard case .number(let decimal) = cell(field), decimal.whole == nil else { return try amount(field) }
    guard decimal.unscaled >= 0 else { throw Fault(.negative(text(field)), field) }
    guard decimal.ratio < Ratio(Amount.limit) else { throw fault(field, ExtractProblem.notNumber) }
    return .known(Count(mean: decimal))
  }

  /// Whether it is `N/A`, which means a percentage that cannot be calculated; among counts it is a mistake.
  private func isNotApplicable(_ field: Int) -> Bool { trimmed(field).count > 1 }
}
