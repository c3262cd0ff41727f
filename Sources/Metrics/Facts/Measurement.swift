/// What was published for one metric, organisation and period. Missing is never zero.
public enum Measurement: Hashable, Sendable {
  /// A plain number of patients, pathways, attendances or days.
  case count(Count)
  /// The number within the standard, and the number of all; the only kind of percentage that rolls up.
  case share(within: Count, of: Count)
  /// A percentage (or, for `activity.change`, a change in percent) published without its counts. It cannot be rolled up.
  case rate(Decimal)
  /// A mean: the sum of the seconds, and the number of incidents. It rolls up weighted by incidents. Where the
  /// publisher states the mean too, that is the organisation's figure, and sums are made from the others.
  case mean(total: Int, of: Int, published: Decimal? = nil)
  /// An amount of money.
  case money(Money)
  /// A small number that the publisher suppressed, printed as `*`.
  case suppressed
  /// The organisation made no return, or the publisher could not compute the figure.
  case notReturned

  /// Whether it is a known number.
  public var isKnown: Bool {
    switch self {
    case .suppressed, .notReturned: false
    case .share(_, let of): of.parts != 0
    case .mean(_, let of, let published): of != 0 || published != nil
    case .count, .rate, .money: true
    }
  }

  /// Whether it is a percentage or a mean, which describes those who returned whether or not others did.
  public var isAverage: Bool {
    switch self {
    case .share, .rate, .mean: true
    case .count, .money, .suppressed, .notReturned: false
    }
  }

  /// Whether the organisation made a return, even if nobody attended: 0 of 0 is known, and adds nothing.
  public var isReturned: Bool {
    switch self {
    case .suppressed, .notReturned: false
    case .count, .share, .rate, .mean, .money: true
    }
  }

  /// The sum with another measurement of the same kind.
  ///
  /// A missing return leaves the other as it is. A suppressed part makes the sum suppressed, because the sum is not
  /// known. Rates have no sum: `nil`.
  public func adding(_ other: Measurement) -> Measurement? {
    switch (self, other) {
    case (.notReturned, _): return other
    case (_, .notReturned): return self
    case (.suppressed, _), (_, .suppressed): return .suppressed
    case (.count(let left), .count(let right)): return .count(left + right)
    case (.share(let within, let of), .share(let otherWithin, let otherOf)):
      return .share(within: within + otherWithin, of: of + otherOf)
    case (.mean(let total, let of, _), .mean(let otherTotal, let otherOf, _)):
      return .mean(total: total &+ otherTotal, of: of &+ otherOf)
    case (.money(let left), .money(let right)): return .money(left + right)
    default: return nil
    }
  }
}
